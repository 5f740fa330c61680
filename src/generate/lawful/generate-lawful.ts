import type { PlatformWriter } from '../platform-writer.ts';
import { listedFindings } from './listed.ts';
import type { Listed } from './listed.ts';
import type { FilledTable } from './row.ts';
import { lawfulTables } from './tables.ts';
import { tallyOrders } from './tally.ts';
import { dayOf } from './time.ts';
import { lawfulWorld } from './world.ts';
import type { LawfulOptions } from './world.ts';
import { writeRows } from './write-rows.ts';

export interface LawfulTruth {
  readonly rows: Readonly<Record<string, number>>;
  /** The day it is judged as of. */
  readonly as_of: string;
  /** All that may be found, each with its reason. */
  readonly expected: readonly Listed[];
}

/**
 * A whole platform that keeps the law, one CSV file a canonical table. Rows are made when they
 * are written and again where another table needs them, so memory does not grow with orders.
 */
export async function generateLawful(
  writer: PlatformWriter,
  options: LawfulOptions = {},
): Promise<LawfulTruth> {
  const world = lawfulWorld(options);
  const tally = tallyOrders(world);
  const rows: Record<string, number> = {};
  for (const table of Object.keys(lawfulTables) as FilledTable[]) {
    rows[table] = await writeRows(writer, table, lawfulTables[table](world, tally));
  }
  return { rows, as_of: dayOf(world.until), expected: listedFindings };
}
