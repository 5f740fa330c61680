import type { Dialect } from './functions.ts';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

/** A place or length as every engine takes it: below the least it is the least, NULL stays NULL. */
function atLeast(least: number, argument: string, dialect: Dialect): string {
  const sql = `CASE WHEN (${argument}) < ${least} THEN ${least} ELSE (${argument}) END`;
  return dialect === 'duckdb' ? sql : `CAST(${sql} AS INTEGER)`;
}

/**
 * SQL for calls of shared functions whose meaning would depend on the engine, written as in
 * `portableFunctions`; undefined for calls that mean the same as they stand.
 *
 * lower and upper know A to Z alone: beyond, engines follow their version of Unicode, or a locale.
 * substr takes a start below 1 as 1 and a length below 0 as 0: DuckDB and Spark would count from
 * the end, PostgreSQL from before the text. DuckDB alone trims the blanks of every script.
 */
export function sharedTemplate(name: string, count: number, dialect: Dialect): string | undefined {
  if (name === 'lower') return `translate($1, '${CAPITALS}', '${SMALL}')`;
  if (name === 'upper') return `translate($1, '${SMALL}', '${CAPITALS}')`;
  if (name === 'trim') return dialect === 'duckdb' ? "trim($1, ' ')" : undefined;
  if (name !== 'substr' && name !== 'substring') return undefined;
  const start = atLeast(1, '$2', dialect);
  if (count === 2) return `substr($1, ${start})`;
  return count === 3 ? `substr($1, ${start}, ${atLeast(0, '$3', dialect)})` : undefined;
}
