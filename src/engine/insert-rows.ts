import type { EvidenceValue } from '../model/provision.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { sqlName, sqlText } from './duckdb.ts';
import type { DuckDb } from './duckdb.ts';

/**
 * Puts rows into a canonical table; columns they leave out are NULL. The rows go as one text: a
 * statement that names each value costs the planner more than a small network's whole analysis.
 */
export async function insertRows(
  engine: DuckDb,
  table: TableName,
  rows: readonly Readonly<Record<string, EvidenceValue>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...columnsOf(table)].filter(([name]) => given.has(name));
  const names = columns.map(([name]) => sqlName(name)).join(', ');
  const shape = Object.fromEntries(columns.map(([name, { type }]) => [name, sqlTypeOf(type)]));
  const list = `from_json(${sqlText(JSON.stringify(rows))}, ${sqlText(JSON.stringify([shape]))})`;
  await engine.run(`INSERT INTO ${sqlName(relationOf(table))} (${names})
    SELECT ${names} FROM (SELECT unnest(${list}, max_depth := 2))`);
}
