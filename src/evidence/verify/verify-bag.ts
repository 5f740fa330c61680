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
import type { Outcome } from './outcome.ts';
import { readStatements } from './read-statements.ts';

/**
 * Every promise of a bag, kept or broken. Nothing is asked of a network, and nothing of the bag is
 * believed that its bytes do not show. A bag that is no bag, or made to deceive, is not read on.
 */
export async function verifyBag(source: BagSource, against: Against): Promise<Outcome[]> {
  const names = checkNames(source);
  if (names.state === 'broken') return andTheRest([names]);
  const form = checkForm(source);
  if (form.state === 'broken') return andTheRest([names, form]);
  const bag = await readBag(source);
  const files = [names, form, ...checkFiles(bag), checkSeal(bag, against.keys)];
  const statements = readStatements(bag);
  if ('flaw' in statements)
    return andTheRest([...files, broken('statements', 'malformed', [statements.flaw])]);
  const lines = [statements.inspection, ...statements.findings].map(({ line }) => line);
  return [
    ...files,
    checkSignatures(statements, against.keys),
    checkFindings(statements, bag),
    checkInputs(statements, bag),
    ...checkLog(bag, lines, against),
    checkCustody(bag),
  ];
}

/** The promises that were not looked at because an earlier one was broken. */
function andTheRest(outcomes: readonly Outcome[]): Outcome[] {
  const told = new Set(outcomes.map(({ promise }) => promise));
  const optional = new Set(['witnesses', 'older']);
  const rest = promise_names.filter((name) => !told.has(name) && !optional.has(name));
  return [...outcomes, ...rest.map((name) => untold(name, 'not_looked_at'))];
}
