import { join } from 'node:path';
import { recallSnapshot } from '../../inspect/snapshot-file.ts';
import type { JudgeableSnapshot } from '../../inspect/snapshot-file.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { SeenInspection } from '../inspections/seen-inspection.ts';

/** The account of an inspection's snapshot. */
export async function snapshotOf({ out }: SeenInspection): Promise<JudgeableSnapshot> {
  const snapshot = await recallSnapshot(join(out, 'snapshot'));
  if (snapshot === null) throw new PolyprismError('http.not_found');
  return snapshot;
}
