import { archiveSource } from '../archive/archive-source.ts';
import type { RandomAccess } from '../archive/read-directory.ts';
import type { Against } from './check-log.ts';
import { broken, kept } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { andTheRest, verifyBag } from './verify-bag.ts';

const nothing: Against = { keys: [], older: null, authorities: [] };

/**
 * Every promise of a bag in a ZIP archive, told as soon as it is known and returned in order. It
 * runs in a browser as in Node, asks nothing of a network and unpacks nothing.
 */
export async function verifyArchive(
  file: Blob,
  tell: (outcome: Outcome) => void = () => undefined,
  against: Against = nothing,
): Promise<Outcome[]> {
  const read = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  return await verifyArchived({ size: file.size, read }, tell, against);
}

/** The same of an archive wherever it lies. */
export async function verifyArchived(
  file: RandomAccess,
  tell: (outcome: Outcome) => void,
  against: Against,
): Promise<Outcome[]> {
  const source = await archiveSource(file);
  if (typeof source === 'string') {
    const outcomes = andTheRest([broken('archive', 'archive', [source])]);
    outcomes.forEach(tell);
    return outcomes;
  }
  const outcomes = await verifyBag(source, against, tell);
  const damaged = source.damaged();
  const whole = damaged.length > 0 ? broken('archive', 'damaged', damaged) : kept('archive');
  tell(whole);
  return [whole, ...outcomes];
}
