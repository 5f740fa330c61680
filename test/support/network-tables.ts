import { createTable } from '../../src/engine/create-table.ts';
import { sqlText } from '../../src/engine/duckdb.ts';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { relationOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';

/** Empty canonical tables, as many as the network reads. */
export async function emptyNetworkTables(db: DuckDb): Promise<void> {
  for (const name of ['member', 'sponsor_change', 'fee', 'commission', 'account_link'] as const) {
    await createTable(db, name);
  }
}

/** Members numbered as listed, each an id and the id of its recruiter. */
export async function addForest(
  db: DuckDb,
  members: readonly (readonly [id: string, up: string | null])[],
): Promise<void> {
  const no = new Map(members.map(([id], i) => [id, i]));
  const rows = members.map(([id, up], i) => ({
    member_no: i,
    member_id: id,
    recruiter_id: up,
    recruiter_no: up === null ? null : (no.get(up) ?? -1),
    joined_at: '2024-01-01 00:00:00',
  }));
  await addRows(db, 'member', rows);
}

type Value = string | number | null;

export async function addRows(
  db: DuckDb,
  table: TableName,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(rows[0]!);
  const values = rows.map((row) => `(${names.map((name) => literal(row[name]!)).join(', ')})`);
  await db.run(
    `INSERT INTO ${relationOf(table)} (${names.join(', ')}) VALUES ${values.join(', ')}`,
  );
}

function literal(value: Value): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : sqlText(value);
}
