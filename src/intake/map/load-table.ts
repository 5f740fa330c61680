import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { IssueLog } from '../../model/issue.ts';
import { columnsOf, sqlTypeOf, tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { entrySql } from './entry-sql.ts';
import type { MapContext } from './map-context.ts';
import { foldDuplicates } from './fold-duplicates.ts';
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

/** Fills `mapped_<table>` from all entries that feed it and accounts for every raw row. */
export async function loadTable(
  engine: SqlEngine,
  table: TableName,
  entries: readonly ResolvedEntry[],
  context: MapContext,
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<LoadedTable> {
  const mapped = new Set(entries.flatMap(({ columns }) => [...columns.keys()]));
  await createLoaded(engine, table, mapped);
  const relation = loadedRelation(table);
  for (const entry of entries) {
    const { columns, select } = entrySql(entry, context);
    await engine.run(`INSERT INTO ${relation} (${columns.map(sqlName).join(', ')}) ${select}`);
  }
  await reportOddities(engine, table, [...mapped], log, placeOf);
  const keyless = await refuseKeyless(engine, table, log, placeOf);
  const { folded, conflicting } = await foldDuplicates(engine, table, [...mapped], log, placeOf);
  const [count] = await engine.rows(`SELECT count(*) AS n FROM ${relation}`);
  const key = tables[table].key;
  return {
    read: Number(count?.['n'] ?? 0),
    refused: keyless + conflicting,
    folded,
    columns_present: [...columnsOf(table).keys()].filter(
      (name) =>
        mapped.has(name) || (entries.length > 0 && (name === key || name.startsWith('src_'))),
    ),
  };
}

/** An empty table: the canonical columns, and a `why_` column for each that is mapped. */
async function createLoaded(
  engine: SqlEngine,
  table: TableName,
  mapped: ReadonlySet<string>,
): Promise<void> {
  const columns = [...columnsOf(table)].flatMap(([name, { type }]) => [
    `${sqlName(name)} ${sqlTypeOf(type)}`,
    ...(mapped.has(name) ? [`${sqlName(`why_${name}`)} VARCHAR`] : []),
  ]);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${loadedRelation(table)} (${columns.join(', ')})`);
}

/** Rows whose key is empty or unreadable cannot be named, so nothing can refer to them. */
async function refuseKeyless(
  engine: SqlEngine,
  table: TableName,
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<number> {
  const key = tables[table].key;
  if (key === null) return 0;
  const relation = loadedRelation(table);
  const rows = await engine.rows(`
    SELECT src_file, src_table, count(*) AS n, min(src_line) AS line
    FROM ${relation} WHERE ${sqlName(key)} IS NULL
    GROUP BY src_file, src_table ORDER BY src_file, src_table`);
  for (const row of rows) {
    const params = { table: String(row['src_table']), to: `${table}.${key}` };
    log.add('mapping.key_missing', params, placeOf(row['src_file'], row['line']), Number(row['n']));
  }
  if (rows.length > 0) await engine.run(`DELETE FROM ${relation} WHERE ${sqlName(key)} IS NULL`);
  return rows.reduce((sum, row) => sum + Number(row['n']), 0);
}
