import { join } from 'node:path';
import { recallSnapshot } from '../inspect/snapshot-file.ts';
import type { JudgeableSnapshot } from '../inspect/snapshot-file.ts';
import { PolyprismError } from '../model/issue.ts';

/** The snapshot in the folder of a report, or in the folder itself; `input.not_found` if none. */
export async function snapshotOf(folder: string): Promise<JudgeableSnapshot> {
  const snapshot =
    (await recallSnapshot(join(folder, 'snapshot'))) ?? (await recallSnapshot(folder));
  if (snapshot === null) throw new PolyprismError('input.not_found', { path: folder });
  return snapshot;
}
