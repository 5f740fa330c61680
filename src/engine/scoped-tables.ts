import type { EvidenceValue } from '../model/provision.ts';
import { columnsOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { sqlName, sqlText } from './duckdb.ts';
import type { DuckDb } from './duckdb.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

/**
 * A type no canonical column has: should the engine ever take the number of a data set for a
 * column of it, it fails rather than answers.
 */
const scope_type = 'UINTEGER';

/** Makes a table for the rows of many data sets: a canonical table with one column before. */
export async function createScoped(
  engine: DuckDb,
  table: TableName,
  name: string,
  scope: string,
): Promise<void> {
  const columns = [...columnsOf(table)].map(([column, { type }]) => {
    return `${sqlName(column)} ${sqlTypeOf(type)}`;
  });
  await engine.run(`CREATE TABLE ${name} (${[`${scope} ${scope_type}`, ...columns].join(', ')})`);
}

/** Makes the table of the numbers of the data sets, from 0. */
export async function createScopes(engine: DuckDb, name: string, scope: string): Promise<void> {
  await engine.run(`CREATE TABLE ${name} (${scope} ${scope_type})`);
}

/** Puts the rows of each data set, numbered by place, into a table that `createScoped` made. */
export async function insertScoped(
  engine: DuckDb,
  table: TableName,
  name: string,
  scope: string,
  sets: readonly (readonly Row[] | undefined)[],
): Promise<void> {
  const rows = sets.flatMap((some, at) => (some ?? []).map((row) => ({ ...row, [scope]: at })));
  if (rows.length === 0) return;
  const given = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) given.add(column);
  const columns = [...columnsOf(table)].filter(([column]) => given.has(column));
  const types = [[scope, scope_type], ...columns.map(([one, { type }]) => [one, sqlTypeOf(type)])];
  const names = types.map(([column]) => sqlName(column!)).join(', ');
  const shape = sqlText(JSON.stringify([Object.fromEntries(types)]));
  await engine.run(`INSERT INTO ${name} (${names}) SELECT ${names}
    FROM (SELECT unnest(from_json(${sqlText(JSON.stringify(rows))}, ${shape}), max_depth := 2))`);
}
