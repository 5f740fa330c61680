import { construct } from './add-problem.ts';
import type { Add } from './add-problem.ts';
import { lintCast, lintFunction, lintWindow } from './lint-function.ts';
import { reservedWords } from './portable-words.ts';
import type { ParameterValues, SqlProblem } from './problem.ts';
import { childrenOf, isNode, locationOf, problemAt, textOf, walk } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';
import { tokenize } from './tokens.ts';

/** What the parse tree shows that would mean something else, or nothing, on another engine. */
export function lintTree(sql: string, root: TreeNode, parameters: ParameterValues): SqlProblem[] {
  const problems: SqlProblem[] = [];
  let last = 0;
  const add: Add = (code, params, node, word) => {
    const known = locationOf(sql, node);
    const start = word === undefined ? (known ?? last) : placeOfWord(sql, word, known ?? 0);
    problems.push(problemAt(sql, code, params, start));
  };
  walk(root, (node) => {
    last = locationOf(sql, node) ?? last;
    lintQuery(node, add);
    lintRelation(node, add);
    lintOrder(node, add);
    lintExpression(node, parameters, add);
    lintAliases(node, add);
    return !isInterval(node);
  });
  return problems;
}

/** The first place of a word from an offset on, strings and comments not searched. */
export function placeOfWord(sql: string, word: string, from: number): number {
  const found = tokenize(sql).find(
    ({ kind, text, start }) =>
      kind === 'word' && start >= from && text.toLowerCase() === word.toLowerCase(),
  );
  return found?.start ?? from;
}

/** INTERVAL is parsed into calls of its own making, which nobody wrote. */
function isInterval(node: TreeNode): boolean {
  return node['class'] === 'FUNCTION' && /^to_[a-z]+s$/.test(textOf(node, 'function_name'));
}

function lintQuery(node: TreeNode, add: Add): void {
  const type = node['type'];
  if (type === 'SELECT_NODE') {
    if (isNode(node['qualify'])) {
      const instead = 'SELECT … FROM (SELECT …, row_number() OVER (…) AS n …) t WHERE n = 1';
      construct(add, node, 'QUALIFY', instead, 'QUALIFY');
    }
    if (node['aggregate_handling'] !== 'STANDARD_HANDLING') {
      construct(add, node, 'GROUP BY ALL', 'GROUP BY a, b', 'GROUP');
    }
  }
  if (type === 'LIMIT_MODIFIER' || type === 'LIMIT_PERCENT_MODIFIER') {
    construct(add, node, 'LIMIT', 'row_number() OVER (… ORDER BY … NULLS LAST)', 'LIMIT');
  }
  const [target] = childrenOf(node['distinct_on_targets']);
  if (target)
    construct(
      add,
      target,
      'DISTINCT ON',
      'row_number() OVER (PARTITION BY … ORDER BY … NULLS LAST)',
    );
  if (String(node['setop_type'] ?? '').endsWith('BY_NAME')) {
    construct(add, node, 'UNION BY NAME', 'UNION ALL');
  }
}

const relations = new Set(['BASE_TABLE', 'JOIN', 'SUBQUERY', 'EMPTY', 'EXPRESSION_LIST']);
const joins = new Set(['INNER', 'LEFT', 'RIGHT', 'OUTER', 'FULL']);

/** Relations are the nodes that can be sampled. */
function lintRelation(node: TreeNode, add: Add): void {
  if (!('sample' in node)) return;
  if (isNode(node['sample'])) construct(add, node, 'TABLESAMPLE', 'WHERE …');
  const type = textOf(node, 'type');
  if (type === 'SELECT_NODE' || !type) return;
  if (!relations.has(type)) construct(add, node, type, 'FROM table t JOIN table u ON …');
  if (type === 'BASE_TABLE' && (node['schema_name'] !== '' || node['catalog_name'] !== '')) {
    construct(add, node, 'schema.table', textOf(node, 'table_name'));
  }
  if (type !== 'JOIN') return;
  const kind = textOf(node, 'ref_type');
  if (kind !== 'REGULAR' && kind !== 'CROSS') construct(add, node, `${kind} JOIN`, 'JOIN … ON …');
  if (textsOf(node['using_columns']).length > 0) construct(add, node, 'USING', 'ON a.k = b.k');
  const join = textOf(node, 'join_type');
  if (!joins.has(join))
    construct(add, node, `${join} JOIN`, 'WHERE EXISTS (SELECT 1 FROM … WHERE …)');
}

/** An ORDER BY item is the one kind of node that says where NULLs go. */
function lintOrder(node: TreeNode, add: Add): void {
  if (node['null_order'] !== 'ORDER_DEFAULT') return;
  add('sql.null_order', {}, isNode(node['expression']) ? node['expression'] : node);
}

const classes = new Set([
  'COLUMN_REF',
  'CONSTANT',
  'FUNCTION',
  'WINDOW',
  'CAST',
  'CASE',
  'COMPARISON',
  'CONJUNCTION',
  'OPERATOR',
  'BETWEEN',
  'SUBQUERY',
  'PARAMETER',
]);
const operators = new Set([
  'OPERATOR_NOT',
  'OPERATOR_IS_NULL',
  'OPERATOR_IS_NOT_NULL',
  'COMPARE_IN',
  'COMPARE_NOT_IN',
  'OPERATOR_COALESCE',
  'OPERATOR_NULLIF',
]);

function lintExpression(node: TreeNode, parameters: ParameterValues, add: Add): void {
  const kind = node['class'];
  if (typeof kind !== 'string') return;
  // VALUES is parsed into a SELECT * of its own, which has no place in the text.
  if (kind === 'STAR') {
    if (Number(node['query_location']) < Number.MAX_SAFE_INTEGER) {
      construct(add, node, 'SELECT *', 'SELECT t.a, t.b');
    }
    return;
  }
  if (!classes.has(kind)) construct(add, node, kind, 'CASE WHEN … THEN … ELSE … END');
  if (kind === 'OPERATOR' && !operators.has(textOf(node, 'type'))) {
    construct(add, node, textOf(node, 'type'), 'CASE WHEN … THEN … ELSE … END');
  }
  if (kind === 'FUNCTION') lintFunction(node, parameters, add);
  if (kind === 'WINDOW') lintWindow(node, add);
  if (kind === 'CAST') lintCast(node, add);
}

/** Names given in the statement: aliases of columns and relations, WITH queries. */
function lintAliases(node: TreeNode, add: Add): void {
  const query = isNode(node['value']) && 'query' in node['value'] ? textOf(node, 'key') : '';
  const names = [textOf(node, 'alias'), query, ...textsOf(node['column_name_alias'])];
  for (const name of names.filter((one) => one !== '')) {
    if (reservedWords.has(name.toLowerCase())) add('sql.reserved_word', { word: name }, node, name);
    else if (!/^[a-z_][a-z0-9_]*$/.test(name)) add('sql.name_form', { name }, node, name);
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
