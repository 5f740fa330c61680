import { sqlName } from '../../engine/duckdb.ts';
import { relationOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';

/** Name of a canonical table while it is being made in the work database. */
export function loadedRelation(table: TableName): string {
  return sqlName(`mapped_${relationOf(table)}`);
}
