import { viewOfRows } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { importedTables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { typesOf } from '../spark-tables.ts';
import { lakeRelation } from './survey-table.ts';

/** Makes views without rows of the canonical tables that are not there. */
export async function viewOfNone(spark: SqlEngine, there: ReadonlySet<TableName>): Promise<void> {
  for (const table of importedTables()) {
    if (!there.has(table)) await viewOfRows(spark, lakeRelation(table), typesOf(table), []);
  }
}
