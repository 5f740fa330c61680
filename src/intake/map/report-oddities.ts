import { sqlName } from '../../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../../engine/sql-engine.ts';
import type { IssueCode, IssueLog, Place } from '../../model/issue.ts';
import type { TableName } from '../../model/tables.ts';
import { loadedRelation } from './loaded-relation.ts';

/** The place of a row by its locator columns. */
export type PlaceOf = (file: SqlRow[string] | undefined, line: SqlRow[string] | undefined) => Place;

/** What the first letter of a `why_` column says. */
const oddities: Readonly<Record<string, IssueCode>> = {
  u: 'mapping.value_unreadable',
  j: 'mapping.json_broken',
  r: 'mapping.money_rounded',
  c: 'mapping.code_unknown',
  f: 'mapping.epoch_in_ms',
  m: 'mapping.contact_masked',
};

/** One issue per raw table, file, column and kind of oddity, with its count and first line. */
export async function reportOddities(
  engine: SqlEngine,
  table: TableName,
  columns: readonly string[],
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<void> {
  const relation = loadedRelation(table);
  const why = (column: string): string => sqlName(`why_${column}`);
  for (const column of columns) {
    const rows = await engine.rows(`
      SELECT src_file, src_table, left(${why(column)}, 1) AS oddity, count(*) AS n,
        min(src_line) AS line, arg_min(substr(${why(column)}, 2), rowid) AS sample
      FROM ${relation} WHERE ${why(column)} IS NOT NULL
      GROUP BY src_file, src_table, oddity ORDER BY src_file, src_table, oddity`);
    for (const row of rows) {
      const code = oddities[String(row['oddity'])] ?? 'mapping.value_unreadable';
      const params = {
        table: String(row['src_table']),
        column: `${table}.${column}`,
        sample: String(row['sample'] ?? ''),
      };
      log.add(code, params, placeOf(row['src_file'], row['line']), Number(row['n']));
    }
  }
}
