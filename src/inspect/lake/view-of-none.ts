import { viewOfRows } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { columnsOf, importedTables, sqlTypeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { lakeRelation } from './survey-table.ts';

/** Makes views without rows of the canonical tables that are not there. */
export async function viewOfNone(spark: SqlEngine, there: ReadonlySet<TableName>): Promise<void> {
  for (const table of importedTables()) {
    if (!there.has(table)) await viewOfRows(spark, lakeRelation(table), typesOf(table), []);
  }
}

/** The SQL types of a table's columns. */
export function typesOf(table: TableName): Record<string, string> {
  return Object.fromEntries(
    [...columnsOf(table)].map(([name, { type }]) => [name, sqlTypeOf(type)]),
  );
}
