import { createTable } from '../engine/create-table.ts';
import { sqlName, sqlValue } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Snapshot, TableAccount } from '../model/snapshot.ts';
import { columnsOf, isTableName, relationOf, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { ProvisionTestCase } from './test-file.ts';

const names = Object.keys(tables).filter(isTableName);

/** Fills the given canonical tables with a case's rows, replacing those of the case before. */
export async function fillTables(
  engine: SqlEngine,
  filled: ProvisionTestCase['tables'],
  wanted: readonly TableName[],
): Promise<void> {
  for (const table of wanted) {
    await createTable(engine, table);
    const rows = filled[table] ?? [];
    if (rows.length === 0) continue;
    const columns = [...columnsOf(table).keys()];
    const values = rows.map(
      (row) => `(${columns.map((name) => sqlValue(row[name] ?? null)).join(', ')})`,
    );
    await engine.run(`INSERT INTO ${sqlName(relationOf(table))} VALUES ${values.join(', ')}`);
  }
}

/** Text casts itself to the column's type; instants are written as the tables hold them, UTC. */
/**
 * What a case counts as supplied: the columns some row names, and what it lists as `present`,
 * without what it lists as `absent`.
 */
export function suppliedBy(one: ProvisionTestCase): Snapshot['tables'] {
  const supplied: Partial<Record<TableName, TableAccount>> = {};
  for (const table of names) {
    if (one.absent.includes(table)) continue;
    const rows = one.tables[table] ?? [];
    const listed = one.present.filter((name) => name.startsWith(`${table}.`));
    const columns = new Set([
      ...rows.flatMap((row) => Object.keys(row)),
      ...listed.map((name) => name.slice(table.length + 1)),
    ]);
    const columns_present = [...columns].filter(
      (column) => !one.absent.includes(`${table}.${column}`),
    );
    if (columns_present.length === 0 && !one.present.includes(table)) continue;
    supplied[table] = { read: rows.length, refused: 0, columns_present };
  }
  return supplied;
}
