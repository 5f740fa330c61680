import type { FilledTable } from '../lawful/row.ts';
import type { AnyRow } from '../lawful/row.ts';
import { writeRows } from '../lawful/write-rows.ts';
import type { PlatformWriter } from '../platform-writer.ts';
import { seeded } from '../random.ts';
import type { PublishedCase } from './case-data.ts';

export interface CaseTruth {
  readonly rows: Readonly<Record<string, number>>;
  readonly members: number;
  readonly source: string;
  readonly published: PublishedCase['published'];
}

/** Writes a case as canonical tables, one CSV file each. */
export async function generateCase(
  writer: PlatformWriter,
  decided: PublishedCase,
  { members = decided.members, seed = 1 }: { members?: number; seed?: number } = {},
): Promise<CaseTruth> {
  const rows: Record<string, number> = {};
  const made = Object.entries(decided.make(members, seeded(seed)));
  for (const [table, ofTable] of made as [FilledTable, Iterable<AnyRow>][]) {
    rows[table] = await writeRows(writer, table, ofTable);
  }
  return { rows, members, source: decided.source.en, published: decided.published };
}
