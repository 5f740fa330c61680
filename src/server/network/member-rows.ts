import { sqlText } from '../../engine/duckdb.ts';
import type { DuckDbPool } from '../../engine/duckdb-pool.ts';
import type { SqlRow } from '../../engine/sql-engine.ts';
import { profileNames } from '../../model/counting.ts';
import type { CountBracket } from '../../model/counting.ts';
import { bracketOf } from '../../network/profiles/bracket-of.ts';
import { byProfile, countsIn } from '../../network/profiles/counts-in.ts';
import type { SeenInspection } from '../inspections/seen-inspection.ts';
import type { LeftTree } from './left-network.ts';
import { leftTable } from './network-folder.ts';
import type { LeftTable } from './network-folder.ts';

/** The row of one member of one tree; undefined where there is none. */
export async function memberRow(
  pool: DuckDbPool,
  seen: SeenInspection,
  table: LeftTable,
  tree: string,
  member_id: string,
): Promise<SqlRow | undefined> {
  const [row] = await pool.rows(`SELECT * FROM ${leftTable(seen, table)}
    WHERE tree = ${sqlText(tree)} AND member_id = ${sqlText(member_id)}`);
  return row;
}

/** Who recruited nobody has no row: one person and one level by every way that was counted. */
export function bracketIn(row: SqlRow | undefined, { counts }: LeftTree): CountBracket {
  if (row !== undefined) return bracketOf(countsIn(row));
  const alone = { people: 1, levels: 1 };
  return bracketOf(
    byProfile(new Map(profileNames.map((name) => [name, counts.needs[name] ? null : alone]))),
  );
}

/** The days in a row of network_member. */
export function crossedIn(row: SqlRow) {
  return {
    people_15_on: textIn(row, 'people_15_on'),
    people_30_on: textIn(row, 'people_30_on'),
    people_60_on: textIn(row, 'people_60_on'),
    people_120_on: textIn(row, 'people_120_on'),
    levels_3_on: textIn(row, 'levels_3_on'),
    crossed_15_3_on: textIn(row, 'crossed_15_3_on'),
    crossed_30_3_on: textIn(row, 'crossed_30_3_on'),
  };
}

export type Crossed = ReturnType<typeof crossedIn>;

export function textIn(row: SqlRow, name: string): string | null {
  const value = row[name] ?? null;
  return value === null ? null : String(value);
}

/** A whole number; beyond 2^53 the engine gives it as text, which is exact. */
export function amountIn(row: SqlRow, name: string): number | string | null {
  const value = row[name] ?? null;
  return typeof value === 'boolean' ? null : value;
}
