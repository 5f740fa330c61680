import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { noneList, sampleSql } from './profile.ts';
import type { DetectTable } from './staged.ts';

/** How the sampled values of a column stand to a key. Counts are rows of the sample. */
export interface Containment {
  readonly column: string;
  /** Rows with a value that means something. */
  readonly meant: number;
  readonly contained: number;
  readonly distinct: number;
  readonly distinct_contained: number;
}

export const testRows = 20_000;

/**
 * How many sampled values of each column stand in `key` of `target`. One pass for all columns;
 * the sample is the small side of the join, so a key of millions is only scanned.
 */
export async function contained(
  engine: SqlEngine,
  table: DetectTable,
  columns: readonly string[],
  target: DetectTable,
  key: string,
): Promise<Map<string, Containment>> {
  if (columns.length === 0 || table.rows_read === 0) return new Map();
  const names = columns.map(sqlName).join(', ');
  const rows = await engine.rows(`
    WITH sampled AS (SELECT ${names} FROM ${sampleSql(table, testRows)}),
    long AS (SELECT c, trim(v) AS v, count(*) AS n
      FROM (UNPIVOT sampled ON ${names} INTO NAME c VALUE v)
      WHERE trim(v) <> '' AND trim(v) NOT IN (${noneList}) GROUP BY ALL),
    hit AS (SELECT DISTINCT trim(${sqlName(key)}) AS k FROM ${sqlName(target.relation)}
      WHERE trim(${sqlName(key)}) IN (SELECT v FROM long))
    SELECT c, sum(n) AS meant, coalesce(sum(n) FILTER (WHERE k IS NOT NULL), 0) AS contained,
      count(*) AS dist, count(k) AS dist_contained
    FROM long LEFT JOIN hit ON k = v GROUP BY c ORDER BY c`);
  return new Map(
    rows.map((row) => [
      String(row['c']),
      {
        column: String(row['c']),
        meant: Number(row['meant']),
        contained: Number(row['contained']),
        distinct: Number(row['dist']),
        distinct_contained: Number(row['dist_contained']),
      },
    ]),
  );
}

/** Columns whose values name a row: filled values differ, but for a tolerated share. */
export async function uniqueColumns(
  engine: SqlEngine,
  table: DetectTable,
  columns: readonly string[],
  tolerance = 0.002,
): Promise<string[]> {
  if (columns.length === 0 || table.rows_read === 0) return [];
  const select = columns
    .map((column, i) => {
      const v = `nullif(trim(${sqlName(column)}), '')`;
      return `count(${v}) AS n${i}, count(DISTINCT ${v}) AS d${i}`;
    })
    .join(', ');
  const [row] = await engine.rows(`SELECT ${select} FROM ${sqlName(table.relation)}`);
  return columns.filter((_, i) => {
    const filled = Number(row?.[`n${i}`] ?? 0);
    const distinct = Number(row?.[`d${i}`] ?? 0);
    return filled > 0 && distinct >= filled * (1 - tolerance) && filled * 2 > table.rows_read;
  });
}

export interface EdgeShape {
  /** Rows whose parent was found. */
  readonly pairs: number;
  readonly self: number;
  /** Pairs with both times, and those in which the parent came no later. */
  readonly timed: number;
  readonly parent_first: number;
  /** How far into the span of join times uplines are found, 0 to 1 (95th percentile of rows). */
  readonly reach: number;
}

/** Looks at child and parent side by side: self-parents, and who joined first. */
export async function edgeShape(
  engine: SqlEngine,
  edge: {
    readonly table: DetectTable;
    /** SQL of the parent reference over alias `c`. */
    readonly parent: string;
    /** Column of the table that `parent` refers to. */
    readonly key: string;
    /** Raw time column; null where there is none. */
    readonly joined: string | null;
  },
): Promise<EdgeShape> {
  const { table, parent, key, joined } = edge;
  const at = (alias: string): string =>
    joined === null ? 'NULL' : timeKey(`${alias}.${sqlName(joined)}`);
  const [row] = await engine.rows(`
    WITH c AS (SELECT * FROM ${sampleSql(table, testRows)} AS c
      WHERE ${parent} IS NOT NULL AND trim(${parent}) NOT IN ('', ${noneList})),
    p AS (SELECT * FROM ${sqlName(table.relation)} AS p
      WHERE trim(p.${sqlName(key)}) IN (SELECT trim(${parent}) FROM c)),
    pair AS (SELECT trim(c.${sqlName(key)}) = trim(${parent}) AS self,
        ${at('c')} AS child_at, ${at('p')} AS parent_at
      FROM c JOIN p ON trim(p.${sqlName(key)}) = trim(${parent}))
    SELECT count(*) AS pairs, count_if(self) AS self,
      count_if(NOT self AND child_at IS NOT NULL AND parent_at IS NOT NULL
        AND child_at <> parent_at) AS timed,
      count_if(NOT self AND parent_at < child_at) AS parent_first,
      (quantile_cont(parent_at, 0.95) - min(parent_at))
        / nullif(max(child_at) - min(parent_at), 0) AS reach FROM pair`);
  const number = (name: string): number => Number(row?.[name] ?? 0);
  return {
    pairs: number('pairs'),
    self: number('self'),
    timed: number('timed'),
    parent_first: number('parent_first'),
    reach: number('reach'),
  };
}

/** A value by which times of one column sort: numbers as numbers, text with separators unified. */
export function timeKey(text: string): string {
  const zero = ['0', '0000-00-00 00:00:00', '0000-00-00', ''].map(sqlText).join(', ');
  const v = `CASE WHEN trim(${text}) IN (${zero}) THEN NULL ELSE trim(${text}) END`;
  return `coalesce(TRY_CAST(${v} AS DOUBLE), epoch(TRY_CAST(${v} AS TIMESTAMP)),
    epoch(try_strptime(${v}, ['%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%Y/%m/%d',
      '%Y-%m-%d %H:%M', '%Y年%m月%d日', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y', '%Y.%m.%d'])))`;
}

interface Reference {
  readonly column: string;
  /** Member column its values stand in. */
  readonly refers: string;
}

/** Share of rows in which one reference names whom the other does, or that one's own upline. */
export async function compareReferences(
  engine: SqlEngine,
  table: DetectTable,
  key: string,
  direct: Reference,
  other: Reference,
): Promise<{ readonly same: number; readonly grand: number }> {
  const of = (alias: string, column: string): string => {
    const v = `trim(${alias}.${sqlName(column)})`;
    return `CASE WHEN ${v} IN ('', ${noneList}) THEN NULL ELSE ${v} END`;
  };
  const lookup = (alias: string, refers: string, value: string): string =>
    `LEFT JOIN (SELECT ${of('m', refers)} AS r, min(${of('m', key)}) AS k,
      min(${of('m', direct.column)}) AS up FROM ${sqlName(table.relation)} AS m
      GROUP BY r) AS ${alias} ON ${alias}.r = ${value}`;
  const [row] = await engine.rows(`
    WITH c AS (SELECT ${of('c', direct.column)} AS a, ${of('c', other.column)} AS b
      FROM ${sampleSql(table, testRows)} AS c)
    SELECT count(b.k) AS n, count_if(a.k = b.k) AS same, count_if(g.k = b.k) AS grand
    FROM c ${lookup('a', direct.refers, 'c.a')} ${lookup('b', other.refers, 'c.b')}
      ${lookup('g', direct.refers, 'a.up')}`);
  const n = Number(row?.['n'] ?? 0);
  if (n === 0) return { same: 0, grand: 0 };
  return { same: Number(row?.['same']) / n, grand: Number(row?.['grand']) / n };
}

/** The rows reference tests look at. */
export function sampleOf(table: DetectTable): string {
  return sampleSql(table, testRows);
}
