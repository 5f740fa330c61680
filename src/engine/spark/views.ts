import type { EvidenceValue } from '../../model/provision.ts';
import { sqlName } from '../duckdb.ts';
import type { SqlEngine } from '../sql-engine.ts';

/** A text literal: Spark reads a backslash as an escape, in paths and everywhere. */
export function sparkText(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Types of columns by the names DuckDB tells them by. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Makes a Parquet file readable under a name, for this session alone: nothing is written to the
 * catalogue. The path is one that Spark's machines open. Told its columns, Spark opens it only when
 * somebody reads it: looking for them is a job of its own.
 */
export async function viewOfFile(
  engine: SqlEngine,
  name: string,
  path: string,
  types: ColumnTypes | null = null,
): Promise<void> {
  const columns = Object.entries(types ?? {}).map(([column, type]) => {
    return `${sqlName(column)} ${sparkType(type)}`;
  });
  const told = columns.length > 0 ? `(${columns.join(', ')})` : '';
  await engine.run(`CREATE OR REPLACE TEMP VIEW ${sqlName(name)} ${told}
    USING parquet OPTIONS (path ${sparkText(path)})`);
}

/** Types that Spark knows by the same names, or by those of `sparkType`. */
const same_in_spark =
  /^(?:BOOLEAN|TINYINT|SMALLINT|INTEGER|BIGINT|FLOAT|DOUBLE|DATE|TIMESTAMP|VARCHAR|DECIMAL\(.*\))$/;

/** The columns of what DuckDB reads; null where one has a type that Spark has to see itself. */
export async function typesSeen(duckdb: SqlEngine, relation: string): Promise<ColumnTypes | null> {
  const rows = await duckdb.rows(`DESCRIBE SELECT * FROM ${relation}`);
  const types = rows.map(
    (row) => [String(row['column_name']), String(row['column_type'])] as const,
  );
  return types.every(([, type]) => same_in_spark.test(type)) ? Object.fromEntries(types) : null;
}

/**
 * Makes a table of an Iceberg catalogue readable under a name, in the state it has now: who writes
 * to it meanwhile changes nothing. `columns` is how each is read.
 */
export async function viewOfIceberg(
  engine: SqlEngine,
  name: string,
  table: string,
  columns: string,
): Promise<void> {
  const state = await icebergState(engine, table);
  const at = state === null ? '' : ` VERSION AS OF ${state}`;
  const from = `${quotedTable(table)}${at}`;
  await engine.run(
    `CREATE OR REPLACE TEMP VIEW ${sqlName(name)} AS SELECT ${columns} FROM ${from}`,
  );
}

/** The id of the state an Iceberg table has now; null of one that nothing was ever written to. */
export async function icebergState(engine: SqlEngine, table: string): Promise<string | null> {
  const [state] = await engine.rows(
    `SELECT snapshot_id AS id FROM ${quotedTable(table)}.refs WHERE name = 'main'`,
  );
  return state === undefined ? null : String(state['id']);
}

/** A table's name with those of its catalogue and namespace. */
export function quotedTable(table: string): string {
  return table.split('.').map(sqlName).join('.');
}

/** Makes a few rows readable under a name, for this session alone. */
export async function viewOfRows(
  engine: SqlEngine,
  name: string,
  types: ColumnTypes,
  rows: readonly Readonly<Record<string, EvidenceValue>>[],
): Promise<void> {
  const view = `CREATE OR REPLACE TEMP VIEW ${sqlName(name)} AS`;
  await engine.run(`${view} ${selectRows(types, rows)}`);
}

/** A query that gives a few rows. */
export function selectRows(
  types: ColumnTypes,
  rows: readonly Readonly<Record<string, EvidenceValue>>[],
): string {
  const columns = Object.entries(types);
  const names = columns.map(([column]) => sqlName(column)).join(', ');
  const lines = rows.map((row) => {
    return `(${columns.map(([column]) => literal(row[column] ?? null)).join(', ')})`;
  });
  const nulls = `(${columns.map(() => 'NULL').join(', ')})`;
  const typed = columns.map(([column, type]) => {
    return `CAST(${sqlName(column)} AS ${sparkType(type)}) AS ${sqlName(column)}`;
  });
  return `SELECT ${typed.join(', ')}
    FROM (VALUES ${lines.length > 0 ? lines.join(', ') : nulls}) AS given(${names})
    WHERE ${lines.length > 0}`;
}

/** Numbers too: a column's type is what it is cast to, and no literal is read as a decimal. */
function literal(value: EvidenceValue): string {
  return value === null || typeof value === 'boolean' ? String(value) : sparkText(String(value));
}

export function sparkType(type: string): string {
  return type === 'VARCHAR' ? 'STRING' : type;
}
