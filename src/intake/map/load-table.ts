import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { IssueLog } from '../../model/issue.ts';
import { columnsOf, sqlTypeOf, tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { entrySql } from './entry-sql.ts';
import type { MapContext } from './map-context.ts';
import { foldDuplicates } from './fold-duplicates.ts';
import type { LoadedCounts } from './fold-duplicates.ts';
import { loadedRelation } from './loaded-relation.ts';
import { reportOddities } from './report-oddities.ts';
import type { PlaceOf } from './report-oddities.ts';
import type { ResolvedEntry } from './resolve-entry.ts';

/** The account of one canonical table: raw rows taken = read + refused + folded. */
export interface LoadedTable {
  /** Rows in the canonical table. */
  readonly read: number;
  /** Rows left out: no readable key, or another row of the same key that says otherwise. */
  readonly refused: number;
  /** Rows left out because an earlier row of the same key says the same. */
  readonly folded: number;
  readonly columns_present: readonly string[];
}

/** The account of a table that nothing feeds. */
export const nothingLoaded: LoadedTable = { read: 0, refused: 0, folded: 0, columns_present: [] };

/** Makes the tables that nothing feeds, in one go. */
export async function createEmpty(engine: SqlEngine, names: readonly TableName[]): Promise<void> {
  if (names.length > 0) await engine.run(names.map((name) => createSql(name, [])).join(';\n'));
}

/** Fills `mapped_<table>` from the entries that feed it and accounts for every raw row. */
export async function loadTable(
  engine: SqlEngine,
  table: TableName,
  entries: readonly ResolvedEntry[],
  context: MapContext,
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<LoadedTable> {
  const mapped = new Set(entries.flatMap(({ columns }) => [...columns.keys()]));
  const statements = entries.map((entry) => entrySql(entry, context));
  const written = new Set(statements.flatMap(({ columns }) => columns));
  const maybeOdd = [...mapped].filter((name) => written.has(`why_${name}`));
  await engine.run(createSql(table, maybeOdd));
  const relation = loadedRelation(table);
  for (const { columns, select } of statements) {
    await engine.run(`INSERT INTO ${relation} (${columns.map(sqlName).join(', ')}) ${select}`);
  }
  const counts = await countLoaded(engine, table, maybeOdd);
  await reportOddities(engine, table, counts.odd, log, placeOf);
  if (counts.named < counts.rows) await refuseKeyless(engine, table, log, placeOf);
  const { folded, conflicting } = await foldDuplicates(
    engine,
    table,
    [...mapped],
    log,
    placeOf,
    counts,
  );
  const key = tables[table].key;
  return {
    read: counts.named - folded - conflicting,
    refused: counts.rows - counts.named + conflicting,
    folded,
    columns_present: [...columnsOf(table).keys()].filter(
      (name) => mapped.has(name) || name === key || name.startsWith('src_'),
    ),
  };
}

/** An empty table: the canonical columns, and a `why_` column for each that can be odd. */
function createSql(table: TableName, maybeOdd: readonly string[]): string {
  const columns = [...columnsOf(table)].flatMap(([name, { type }]) => [
    `${sqlName(name)} ${sqlTypeOf(type)}`,
    ...(maybeOdd.includes(name) ? [`${sqlName(`why_${name}`)} VARCHAR`] : []),
  ]);
  return `CREATE OR REPLACE TEMP TABLE ${loadedRelation(table)} (${columns.join(', ')})`;
}

/** What lies in a table before rows are refused or folded: one look at it for all who ask. */
async function countLoaded(
  engine: SqlEngine,
  table: TableName,
  maybeOdd: readonly string[],
): Promise<LoadedCounts> {
  const { key } = tables[table];
  const [row] = await engine.rows(
    `SELECT ${[
      'count(*) AS n',
      ...(key === null ? [] : [`count(${sqlName(key)}) AS named`]),
      ...(key === null ? [] : [`count(DISTINCT ${sqlName(key)}) AS keys`]),
      ...maybeOdd.map((name) => `count(${sqlName(`why_${name}`)}) AS ${sqlName(`why_${name}`)}`),
    ].join(', ')} FROM ${loadedRelation(table)}`,
  );
  const rows = Number(row?.['n'] ?? 0);
  return {
    rows,
    named: Number(row?.['named'] ?? rows),
    keys: Number(row?.['keys'] ?? rows),
    odd: maybeOdd.filter((name) => Number(row?.[`why_${name}`] ?? 0) > 0),
  };
}

/** Rows whose key is empty or unreadable cannot be named, so nothing can refer to them. */
async function refuseKeyless(
  engine: SqlEngine,
  table: TableName,
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<void> {
  const key = tables[table].key;
  if (key === null) return;
  const relation = loadedRelation(table);
  const rows = await engine.rows(`
    SELECT src_file, src_table, count(*) AS n, min(src_line) AS line
    FROM ${relation} WHERE ${sqlName(key)} IS NULL
    GROUP BY src_file, src_table ORDER BY src_file, src_table`);
  for (const row of rows) {
    const params = { table: String(row['src_table']), to: `${table}.${key}` };
    log.add('mapping.key_missing', params, placeOf(row['src_file'], row['line']), Number(row['n']));
  }
  await engine.run(`DELETE FROM ${relation} WHERE ${sqlName(key)} IS NULL`);
}
