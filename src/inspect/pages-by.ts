import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import type { TableName } from '../model/tables.ts';

/** Rows held at once, about; all those of one key come together. */
const rowsAtOnce = 10_000;

/**
 * Rows of a table that meet a condition, page by page in order of a key, so that memory is bounded
 * by a page. Rows without a key are left out.
 */
export async function* pagesBy(
  engine: SqlEngine,
  table: TableName,
  key: string,
  columns: readonly string[],
  condition: string,
  size = rowsAtOnce,
): AsyncIterable<SqlRow[]> {
  const names = [...new Set([key, ...columns])].join(', ');
  for (let after: string | null = null; ;) {
    const from = after === null ? `${key} IS NOT NULL` : `${key} > ${sqlText(after)}`;
    const where = `(${condition}) AND ${from}`;
    const [edge] = await engine.rows(
      `SELECT max(${key}) AS last FROM (
         SELECT ${key} FROM ${table} WHERE ${where} ORDER BY ${key} NULLS LAST LIMIT ${size}
       ) pp_page`,
    );
    const last = edge?.['last'];
    if (typeof last !== 'string') return;
    yield await engine.rows(
      `SELECT ${names} FROM ${table} WHERE ${where} AND ${key} <= ${sqlText(last)}
       ORDER BY ${names
         .split(', ')
         .map((name) => `${name} NULLS LAST`)
         .join(', ')}`,
    );
    after = last;
  }
}
