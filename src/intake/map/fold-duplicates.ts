import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { IssueLog } from '../../model/issue.ts';
import { tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { loadedRelation } from './loaded-relation.ts';
import type { PlaceOf } from './report-oddities.ts';

/** What lies in a table as it was filled. */
export interface LoadedCounts {
  readonly rows: number;
  /** Rows with a key, and different keys; all rows where the table has none. */
  readonly named: number;
  readonly keys: number;
  /** Columns of which a value is odd. */
  readonly odd: readonly string[];
}

/**
 * Leaves one row per key: the first in file order. A later row that says nothing new (each of its
 * values is empty or equal: an export with one row a line repeats the order) is folded; one that
 * contradicts the first is refused and reported, since two versions of a fact are evidence.
 */
export async function foldDuplicates(
  engine: SqlEngine,
  table: TableName,
  columns: readonly string[],
  log: IssueLog,
  placeOf: PlaceOf,
  counts: LoadedCounts,
): Promise<{ readonly folded: number; readonly conflicting: number }> {
  const key = tables[table].key;
  const relation = loadedRelation(table);
  if (counts.named < 2 || (key !== null && counts.named === counts.keys))
    return { folded: 0, conflicting: 0 };
  if (key === null) return { folded: await foldEqual(engine, relation, columns), conflicting: 0 };
  const name = sqlName(key);
  const said = columns.filter((column) => column !== key).map(sqlName);
  const same = said.map((column) => `(b.${column} IS NULL OR b.${column} = a.${column})`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE mapped_again AS
    WITH repeated AS (
      SELECT ${name} FROM ${relation} GROUP BY ${name} HAVING count(*) > 1),
    numbered AS (
      SELECT t.*, t.rowid AS id, row_number() OVER (PARTITION BY ${name} ORDER BY t.rowid) AS nth
      FROM ${relation} AS t SEMI JOIN repeated USING (${name}))
    SELECT b.id, b.src_file, b.src_table, b.src_line, b.${name} AS k,
      coalesce(${same.join(' AND ') || 'true'}, false) AS same
    FROM numbered AS a JOIN numbered AS b USING (${name})
    WHERE a.nth = 1 AND b.nth > 1`);
  const rows = await engine.rows(`
    SELECT src_file, src_table, same, count(*) AS n, min(src_line) AS line,
      arg_min(k, id) AS sample
    FROM mapped_again GROUP BY src_file, src_table, same ORDER BY src_file, src_table, same`);
  for (const row of rows) {
    const code = row['same'] === true ? 'mapping.duplicate_folded' : 'mapping.duplicate_conflict';
    const params = {
      table: String(row['src_table']),
      column: `${table}.${key}`,
      sample: String(row['sample']),
    };
    log.add(code, params, placeOf(row['src_file'], row['line']), Number(row['n']));
  }
  await engine.run(`DELETE FROM ${relation} WHERE rowid IN (SELECT id FROM mapped_again)`);
  await engine.run('DROP TABLE mapped_again');
  const count = (same: boolean): number =>
    rows.filter((row) => row['same'] === same).reduce((sum, row) => sum + Number(row['n']), 0);
  return { folded: count(true), conflicting: count(false) };
}

/** Rows without a name of their own are one fact when they are equal: kept once, unreported. */
async function foldEqual(
  engine: SqlEngine,
  relation: string,
  columns: readonly string[],
): Promise<number> {
  if (columns.length === 0) return 0;
  const said = columns.map(sqlName).join(', ');
  await engine.run(`CREATE OR REPLACE TEMP TABLE mapped_first AS
    SELECT min(rowid) AS id FROM ${relation} GROUP BY ${said}`);
  const [sizes] = await engine.rows(`SELECT (SELECT count(*) FROM ${relation}) AS n,
    (SELECT count(*) FROM mapped_first) AS kept`);
  const folded = Number(sizes?.['n'] ?? 0) - Number(sizes?.['kept'] ?? 0);
  if (folded > 0) {
    await engine.run(`DELETE FROM ${relation} WHERE rowid NOT IN (SELECT id FROM mapped_first)`);
  }
  await engine.run('DROP TABLE mapped_first');
  return folded;
}
