import { DuckDb } from '../../src/engine/duckdb.ts';
import type { SqlRow } from '../../src/engine/sql-engine.ts';
import { deriveFunding } from '../../src/funding/derive-funding.ts';
import { analyseNetwork } from '../../src/network/analyse-network.ts';
import { importedTables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import type { TestRow } from '../../src/provisions/test-file.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';

export type Ledger = Partial<Record<TableName, readonly TestRow[]>>;

export interface Derived {
  readonly db: DuckDb;
  readonly funding: readonly SqlRow[];
  readonly bands: readonly SqlRow[];
  readonly gains: readonly SqlRow[];
  readonly sales: readonly SqlRow[];
  readonly months: readonly SqlRow[];
}

/** Members in joining order with `up` for the recruiter. */
export function members(
  ...rows: readonly (TestRow & { readonly member_id: string; readonly recruiter_id?: string })[]
): TestRow[] {
  const no = new Map(rows.map((row, i) => [row.member_id, i]));
  return rows.map((row, i) => ({
    member_no: i,
    recruiter_no: row.recruiter_id === undefined ? null : (no.get(row.recruiter_id) ?? -1),
    joined_at: '2026-01-01T00:00:00Z',
    ...row,
  }));
}

/** Fills the tables and works out funding as a run would; the caller closes `db`. */
export async function derive(
  ledger: Ledger,
  { as_of = '2026-12-31', time_zone = 'UTC' } = {},
): Promise<Derived> {
  const db = await DuckDb.open({ threads: 1 });
  await fillTables(db, ledger, importedTables());
  await analyseNetwork(db, { time_zone });
  const tables = Object.fromEntries(
    Object.entries(ledger).map(([name, rows]) => [
      name,
      { columns_present: [...new Set(rows.flatMap((row) => Object.keys(row)))] },
    ]),
  );
  await deriveFunding(db, { as_of, time_zone, tables });
  return {
    db,
    funding: await db.rows('SELECT * FROM commission_funding ORDER BY commission_id, part'),
    bands: await db.rows('SELECT * FROM funding_band ORDER BY scope, scope_id'),
    gains: await db.rows('SELECT * FROM member_gain ORDER BY member_id'),
    months: await db.rows('SELECT * FROM sales_month ORDER BY month'),
    sales: await db.rows('SELECT * FROM downline_sales ORDER BY month, member_id'),
  };
}
