import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { PolyprismError } from '../model/issue.ts';
import { jsonOrNull } from '../model/json-or-null.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What judging a snapshot takes beside its tables. */
export type JudgeableSnapshot = Pick<
  Snapshot,
  'directory' | 'tables' | 'currency' | 'time_zone' | 'data_until'
> & { readonly input_digests: readonly string[] };

const name = 'snapshot.json';
const schema = 'polyprism.snapshot/1';

/** Before the tables of a snapshot are replaced: its account must not outlive them. */
export async function forgetSnapshot(directory: string): Promise<void> {
  await rm(join(directory, name), { force: true });
}

/** Leaves beside the tables what is needed to judge them again without the raw files. */
export async function rememberSnapshot(snapshot: Snapshot): Promise<void> {
  const { directory, ...account } = judgeable(snapshot);
  await writeFile(join(directory, name), `${canonicalJson({ schema, ...account })}\n`);
}

export function judgeable(snapshot: Snapshot): JudgeableSnapshot {
  const { directory, tables, currency, time_zone, data_until, files } = snapshot;
  const input_digests = files.map(({ sha256 }) => sha256);
  return { directory, tables, currency, time_zone, data_until, input_digests };
}

/** The snapshot in a folder; null when there is none in it. */
export async function recallSnapshot(directory: string): Promise<JudgeableSnapshot | null> {
  const path = join(directory, name);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const value = jsonOrNull(text) as Record<string, unknown> | null;
  // Of our own making: its schema is all that is asked.
  if (value?.['schema'] !== schema) throw new PolyprismError('snapshot.unreadable', { path });
  const { schema: _, ...account } = value;
  return { ...(account as Omit<JudgeableSnapshot, 'directory'>), directory };
}
