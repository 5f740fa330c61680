import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sqlName, sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { typesSeen } from '../engine/spark/views.ts';
import type { ColumnTypes } from '../engine/spark/views.ts';
import { compareText } from '../model/issue.ts';
import type { Provision } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { tablesRead } from '../provisions/derive.ts';

/** A table that provisions read, and the file it lies in. */
export interface SparkTable {
  /** The name statements read it by. */
  readonly name: string;
  readonly file: string;
  /** Of the snapshot; null where the file was written for this run. */
  readonly imported: TableName | null;
  readonly types: ColumnTypes | null;
  readonly rows: number;
}

/** A snapshot as far as it is laid before Spark. */
export type SnapshotFolder = Pick<Snapshot, 'directory'> &
  Partial<Pick<Snapshot, 'tables' | 'in_place'>>;

export const calendar = 'pp_calendar_day';

/**
 * What provisions read, as Parquet: tables of the snapshot as they lie there, derived ones and the
 * calendar written into `folder`, but for what Spark has already. In the order of their names.
 */
export async function writeSparkTables(
  duckdb: DuckDb,
  { directory, tables = {}, in_place = false }: SnapshotFolder,
  duties: readonly Provision[],
  folder: string,
  holds: (name: string) => boolean = () => false,
): Promise<SparkTable[]> {
  const write = async (name: string, sql: string, file: string): Promise<void> => {
    if (holds(name)) return;
    await duckdb.run(`COPY (${sql}) TO ${sqlText(join(folder, file))} (FORMAT parquet)`);
  };
  const laid: Omit<SparkTable, 'rows'>[] = [];
  for (const table of tablesRead(duties)) {
    const [name, file] = [relationOf(table), `${table}.parquet`];
    const imported = !in_place && existsSync(join(directory, file)) ? table : null;
    if (imported === null) await write(name, `SELECT ${typed(table)} FROM ${sqlName(name)}`, file);
    laid.push({ name, file, imported, types: typesOf(table) });
  }
  await write(calendar, `SELECT * FROM ${calendar}`, `${calendar}.parquet`);
  const types = await typesSeen(duckdb, calendar);
  laid.push({ name: calendar, file: `${calendar}.parquet`, imported: null, types });
  // Of tables in place it is known since they were surveyed, and they are none of DuckDB's.
  const known = new Map(
    Object.entries(in_place ? tables : {}).map(([table, { read }]) => {
      return [relationOf(table as TableName), read];
    }),
  );
  const names = laid.map(({ name }) => name).filter((name) => !known.has(name));
  const counted = await duckdb.rows(countSql(names));
  const rows = new Map(counted.map((row) => [row['name'], Number(row['n'])]));
  return laid
    .map((one) => ({ ...one, rows: known.get(one.name) ?? rows.get(one.name) ?? 0 }))
    .toSorted((a, b) => compareText(a.name, b.name));
}

/** How many rows each table has, in one statement. */
export function countSql(names: readonly string[]): string {
  return names
    .map((name) => `SELECT '${name}' AS name, count(*) AS n FROM "${name}"`)
    .join(' UNION ALL ');
}

/** The columns a table promises. */
export function typesOf(table: TableName): ColumnTypes {
  return Object.fromEntries(
    [...columnsOf(table)].map(([name, { type }]) => [name, sqlTypeOf(type)]),
  );
}

/** Columns as the table promises them, whatever the derivation made them. */
export function typed(table: TableName, nameOfType = (type: string): string => type): string {
  return [...columnsOf(table)]
    .map(([name, { type }]) => {
      return `CAST(${sqlName(name)} AS ${nameOfType(sqlTypeOf(type))}) AS ${sqlName(name)}`;
    })
    .join(', ');
}
