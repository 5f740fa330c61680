import { sqlName } from '../../engine/duckdb.ts';
import { sparkType } from '../../engine/spark/views.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Column, ColumnType } from '../../model/table-shape.ts';
import { columnsOf, locatorColumns, shapeOf, sqlTypeOf } from '../../model/tables.ts';
import type { LakeTable } from './find-tables.ts';

/** A canonical column that a table has where it lies. */
export interface LakeColumn {
  readonly name: string;
  readonly shape: Column;
  readonly type: ColumnType;
  /** Its value as its canonical type. */
  readonly sql: string;
}

/** Types whose every value is one of the canonical type, as Spark names them. */
const exact: Readonly<Record<string, RegExp>> = {
  VARCHAR: /^(string|varchar\(\d+\)|tinyint|smallint|int|bigint)$/,
  BIGINT: /^(tinyint|smallint|int|bigint|decimal\(([1-9]|1[0-8]),0\))$/,
  TIMESTAMP: /^(timestamp|timestamp_ntz)$/,
  DATE: /^date$/,
  BOOLEAN: /^boolean$/,
  DOUBLE: /^(double|float|tinyint|smallint|int)$/,
};

/** Where a row stands in a file, and numbers of members: worked out here, whatever is there. */
const ours: ReadonlySet<string> = new Set([
  ...Object.keys(locatorColumns),
  'member_no',
  'recruiter_no',
  'placement_no',
]);

/**
 * The canonical columns of a table, in their order, and the names of others it has. Throws
 * `lake.column_type` where a value could be changed by reading it, `lake.key_column` without a key.
 */
export async function lakeColumns(
  spark: SqlEngine,
  { table, name, raw }: LakeTable,
): Promise<{ readonly columns: readonly LakeColumn[]; readonly unknown: readonly string[] }> {
  const rows = await spark.rows(`DESCRIBE ${raw}`);
  const there = new Map<string, string>();
  for (const row of rows) {
    // Spark knows a column by its letters, in whatever case.
    const column = String(row['col_name']).toLowerCase();
    // What comes after the columns speaks of how the table is divided.
    if (column === '' || column.startsWith('#')) break;
    there.set(column, String(row['data_type']));
  }
  const { key } = shapeOf(table);
  if (key !== null && !there.has(key)) {
    throw new PolyprismError('lake.key_column', { table: name, column: key });
  }
  const columns: LakeColumn[] = [];
  for (const [column, shape] of columnsOf(table)) {
    const type = there.get(column);
    if (type === undefined || ours.has(column)) continue;
    const wanted = sqlTypeOf(shape.type);
    if (exact[wanted]?.test(type) !== true) {
      throw new PolyprismError('lake.column_type', { table: name, column, type, wanted });
    }
    const sql = `CAST(${sqlName(column)} AS ${sparkType(wanted)})`;
    columns.push({ name: column, shape, type: shape.type, sql });
  }
  const known = columnsOf(table);
  return { columns, unknown: [...there.keys()].filter((column) => !known.has(column)) };
}
