import { readBag } from './bag-source.ts';
import type { BagSource } from './bag-source.ts';
import { checkCustody } from './check-custody.ts';
import { checkFiles, checkForm } from './check-files.ts';
import { checkLog } from './check-log.ts';
import type { Against } from './check-log.ts';
import { checkNames } from './check-names.ts';
import { checkSeal } from './check-seal.ts';
import { checkFindings, checkInputs, checkSignatures } from './check-statements.ts';
import { broken, promise_names, untold } from './outcome.ts';
import type { Outcome, PromiseName } from './outcome.ts';
import { readStatements } from './read-statements.ts';

/**
 * Every promise of a bag, kept or broken, told as soon as it is known. Nothing is asked of a
 * network, and nothing of the bag is believed that its bytes do not show. A bag that is no bag, or
 * made to deceive, is not read on.
 */
export async function verifyBag(
  source: BagSource,
  against: Against,
  tell: (outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const add = (more: readonly Outcome[]): void => {
    outcomes.push(...more);
    more.forEach(tell);
  };
  const end = (): Outcome[] => {
    const all = andTheRest(outcomes);
    all.slice(outcomes.length).forEach(tell);
    return all;
  };
  for (const check of [checkNames, checkForm]) {
    const outcome = check(source);
    add([outcome]);
    if (outcome.state === 'broken') return end();
  }
  const bag = await readBag(source);
  add([...checkFiles(bag), checkSeal(bag, against.keys)]);
  const statements = readStatements(bag);
  if ('flaw' in statements) {
    add([broken('statements', 'malformed', [statements.flaw])]);
    return end();
  }
  const lines = [statements.inspection, ...statements.findings].map(({ line }) => line);
  add([checkSignatures(statements, against.keys), checkFindings(statements, bag)]);
  add([checkInputs(statements, bag), ...checkLog(bag, lines, against), checkCustody(bag)]);
  return outcomes;
}

/** Promises of which a bag need not tell. */
const optional: ReadonlySet<PromiseName> = new Set(['archive', 'witnesses', 'older']);

/** With the promises that were not looked at because an earlier one was broken. */
export function andTheRest(outcomes: readonly Outcome[]): Outcome[] {
  const told = new Set(outcomes.map(({ promise }) => promise));
  const rest = promise_names.filter((name) => !told.has(name) && !optional.has(name));
  return [...outcomes, ...rest.map((name) => untold(name, 'not_looked_at'))];
}
