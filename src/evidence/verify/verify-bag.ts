import { bag_paths } from '../bag/bag-paths.ts';
import { logEntry } from '../statement/log-entry.ts';
import { readBag } from './bag-source.ts';
import type { BagSource, ReadBag } from './bag-source.ts';
import { checkCustody } from './check-custody.ts';
import { checkFiles, checkForm } from './check-files.ts';
import { checkLog } from './check-log.ts';
import type { Against, LogLeaf } from './check-log.ts';
import { checkEvents, checkMatterFiles, checkMatterFindings } from './check-matter.ts';
import { checkNames } from './check-names.ts';
import { checkSeal } from './check-seal.ts';
import { checkFindings, checkInputs, checkSignatures } from './check-statements.ts';
import { broken, promise_names, untold } from './outcome.ts';
import type { Outcome, PromiseName } from './outcome.ts';
import { readMatter } from './read-matter.ts';
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
  const isMatter = bag.contents.has(bag_paths.matter);
  add(isMatter ? verifyMatter(bag, against) : verifyInspection(bag, against));
  return end();
}

function verifyInspection(bag: ReadBag, against: Against): Outcome[] {
  const read = readStatements(bag);
  if ('flaw' in read) return [broken('statements', 'malformed', [read.flaw])];
  const { inspection, findings } = read;
  const leaves = [inspection, ...findings].map(({ line: { payload, place } }): LogLeaf | null => {
    if (!place) return null;
    const { salt, index, proof } = place;
    return { entry: logEntry(payload, salt), index, proof };
  });
  return [
    checkSignatures(bag_paths.inspection, inspection, findings, against.keys),
    checkFindings(read, bag),
    checkInputs(read, bag),
    ...checkLog(bag, leaves, against),
    checkCustody(bag),
  ];
}

function verifyMatter(bag: ReadBag, against: Against): Outcome[] {
  const read = readMatter(bag);
  if ('flaw' in read) return [broken('statements', 'malformed', [read.flaw])];
  return [
    checkSignatures(bag_paths.matter, read.matter, read.findings, against.keys),
    checkEvents(read),
    checkMatterFindings(read),
    checkMatterFiles(read, bag),
    ...checkLog(bag, read.events, against),
    checkCustody(bag),
  ];
}

/** Promises of which a bag need not tell. */
const optional: ReadonlySet<PromiseName> = new Set(['archive', 'events', 'witnesses', 'older']);

/** With the promises that were not looked at because an earlier one was broken. */
export function andTheRest(outcomes: readonly Outcome[]): Outcome[] {
  const told = new Set(outcomes.map(({ promise }) => promise));
  const rest = promise_names.filter((name) => !told.has(name) && !optional.has(name));
  return [...outcomes, ...rest.map((name) => untold(name, 'not_looked_at'))];
}
