import { sqlText } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { SqlProblem } from './problem.ts';

/** A node of DuckDB's parse tree: expressions have a `class`, queries and relations a `type`. */
export type TreeNode = { readonly [key: string]: unknown };

export type Parsed =
  | { readonly root: TreeNode; readonly problem: null }
  | { readonly root: null; readonly problem: SqlProblem };

/** Statements parsed in one query: a round trip takes longer than the parser does. */
const at_once = 32;

/** Parses one SELECT statement with DuckDB's own parser, which only serialises queries. */
export async function parseSql(engine: SqlEngine, sql: string): Promise<Parsed> {
  const [parsed] = await parseAll(engine, [sql]);
  if (!parsed) throw new TypeError('no answer to a statement');
  return parsed;
}

/** Parses SELECT statements, each by itself; the answers stand in their order. */
export async function parseAll(
  engine: SqlEngine,
  statements: readonly string[],
): Promise<Parsed[]> {
  const parsed: Parsed[] = [];
  for (let from = 0; from < statements.length; from += at_once) {
    const some = statements.slice(from, from + at_once);
    const values = some.map((sql, i) => `(${i}, ${sqlText(sql)})`).join(', ');
    const rows = await engine.rows(
      `SELECT json_serialize_sql(sql) AS tree FROM (VALUES ${values}) t(i, sql) ORDER BY i`,
    );
    parsed.push(...some.map((sql, i) => parsedOf(sql, String(rows[i]?.['tree']))));
  }
  return parsed;
}

function parsedOf(sql: string, json: string): Parsed {
  // A reviver visits every node of a tree: only where a number may be too long for it.
  const reviver = /\d{16}|\d[eE]/.test(json) ? exactNumber : undefined;
  const tree = JSON.parse(json, reviver) as TreeNode;
  if (tree['error'] === true) {
    const at = Number(tree['position'] ?? 0);
    const message = String(tree['error_message'] ?? '').split('\n')[0] ?? '';
    return {
      root: null,
      problem: problemAt(sql, 'sql.syntax', { message }, offsetOf(sql, at) ?? 0),
    };
  }
  const statements = childrenOf(tree['statements']);
  const root = statements[0]?.['node'];
  if (statements.length !== 1 || !isNode(root)) {
    const message = 'one SELECT statement expected';
    return { root: null, problem: problemAt(sql, 'sql.syntax', { message }, 0) };
  }
  return { root, problem: null };
}

/** A whole number that would lose digits as a `number` stays the text it was. */
function exactNumber(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  const exact =
    typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value);
  return exact ? value : (context?.source ?? value);
}

export function problemAt(
  sql: string,
  code: SqlProblem['code'],
  params: SqlProblem['params'],
  start: number,
): SqlProblem {
  return { code, params, start, length: wordLength(sql, start) };
}

/** The word, name or operator that begins at an offset. */
function wordLength(sql: string, start: number): number {
  const found = /^(?:[\p{L}\p{N}_.$]+|'[^'\n]*'|[^\s\p{L}\p{N}_]{1,2})/u.exec(sql.slice(start));
  return Math.max(1, found?.[0].length ?? 1);
}

/** Where a node stands in the statement; null where the parser did not say. */
export function locationOf(sql: string, node: TreeNode): number | null {
  return offsetOf(sql, Number(node['query_location']));
}

/** The statement last asked about, in UTF-8: its nodes are asked about one after the other. */
let last = { sql: '', source: Buffer.from('') };

/** DuckDB counts bytes of UTF-8, and writes 2^64 - 1 for "nowhere". */
function offsetOf(sql: string, bytes: number): number | null {
  if (last.sql !== sql) last = { sql, source: Buffer.from(sql, 'utf8') };
  const { source } = last;
  if (!Number.isFinite(bytes) || bytes > source.length) return null;
  return source.subarray(0, bytes).toString('utf8').length;
}

export function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nodes of a list, or none. */
export function childrenOf(value: unknown): TreeNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function textOf(node: TreeNode, key: string): string {
  const value = node[key];
  return typeof value === 'string' ? value : '';
}

/** Calls back on every node of a tree, parents first; false keeps it from going deeper. */
export function walk(value: unknown, visit: (node: TreeNode) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isNode(value)) {
    if (!visit(value)) return;
    for (const item of Object.values(value)) walk(item, visit);
  }
}
