import { portableFunctions } from './functions.ts';
import { patternFault } from './pattern.ts';
import {
  insteadOfFunction,
  reservedWords,
  sharedFunctions,
  sharedOperators,
  sharedTypes,
} from './portable-words.ts';
import type { ParameterValues, SqlProblem } from './problem.ts';
import { childrenOf, isNode, locationOf, problemAt, textOf, walk } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';
import { tokenize } from './tokens.ts';

/** Records a problem at a node; at a word after it where one is given. */
type Add = (
  code: SqlProblem['code'],
  params: SqlProblem['params'],
  node: TreeNode,
  word?: string,
) => void;

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
function placeOfWord(sql: string, word: string, from: number): number {
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

function construct(add: Add, node: TreeNode, name: string, instead: string, word?: string): void {
  add('sql.construct', { construct: name, instead }, node, word);
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

function lintFunction(node: TreeNode, parameters: ParameterValues, add: Add): void {
  const name = textOf(node, 'function_name');
  const portable = portableFunctions[name];
  if (name === '%' && !isNonZero(childrenOf(node['children'])[1])) {
    construct(add, node, 'a % b', 'a - b * pp_idiv(a, b)');
  }
  if (name === '~~' || name === '!~~') lintLike(node, parameters, add);
  if (node['is_operator'] === true ? sharedOperators.has(name) : sharedFunctions.has(name)) {
    const orders = isNode(node['order_bys']) ? childrenOf(node['order_bys']['orders']) : [];
    if (orders.length > 0) construct(add, node, `${name}(… ORDER BY …)`, `${name}(…)`);
    return;
  }
  if (!portable) {
    // A division is caught by its sign, where the place is exact.
    if (name === '/' || name === '//') return;
    const ours = Object.keys(portableFunctions).join(', ');
    add('sql.function', { function: name, instead: insteadOfFunction[name] ?? ours }, node);
    return;
  }
  const seen = childrenOf(node['children']).length;
  const expected = portable.arguments.length;
  if (seen !== expected) add('sql.arity', { function: name, expected, seen }, node);
  if (name === 'pp_match') lintPattern(node, parameters, add);
}

/** Engines differ in what remains after a division by zero: only a number written out is safe. */
function isNonZero(divisor: TreeNode | undefined): boolean {
  const value = divisor && isNode(divisor['value']) ? divisor['value']['value'] : null;
  return typeof value === 'number' && value !== 0;
}

/** A backslash in LIKE is an escape on some engines: only a text that shows it has none is safe. */
function lintLike(node: TreeNode, parameters: ParameterValues, add: Add): void {
  const values = constantsOf(childrenOf(node['children'])[1], parameters);
  if (values.every((value) => typeof value === 'string' && !value.includes('\\'))) return;
  construct(
    add,
    node,
    "LIKE '…\\…', LIKE column",
    "pp_starts(text, prefix), pp_match(text, 'pattern')",
  );
}

/** The values an argument can have that is written out or a parameter; [null] for any other. */
function constantsOf(node: TreeNode | undefined, parameters: ParameterValues): readonly unknown[] {
  if (!node) return [null];
  const constant = isNode(node['value']) ? [node['value']['value']] : [null];
  return parameters[textOf(node, 'identifier')] ?? constant;
}

/** A pattern is written out, or is a parameter all of whose values are patterns. */
function lintPattern(node: TreeNode, parameters: ParameterValues, add: Add): void {
  const pattern = childrenOf(node['children'])[1];
  if (!pattern) return;
  for (const value of constantsOf(pattern, parameters)) {
    const fault = typeof value === 'string' ? patternFault(value) : "'…'";
    if (fault !== null) add('sql.pattern', { seen: fault }, pattern);
  }
}

function lintWindow(node: TreeNode, add: Add): void {
  const name = textOf(node, 'function_name');
  if (!sharedFunctions.has(name)) {
    add(
      'sql.function',
      { function: name, instead: insteadOfFunction[name] ?? 'row_number()' },
      node,
    );
  }
  if (node['ignore_nulls'] === true)
    construct(add, node, 'IGNORE NULLS', 'FILTER (WHERE x IS NOT NULL)');
  if (textOf(node, 'start').endsWith('GROUPS') || node['exclude_clause'] !== 'NO_OTHER') {
    construct(add, node, 'GROUPS / EXCLUDE', 'ROWS BETWEEN … AND …');
  }
}

function lintCast(node: TreeNode, add: Add): void {
  const type = isNode(node['cast_type']) ? textOf(node['cast_type'], 'id') : '';
  if (node['try_cast'] === true) construct(add, node, 'TRY_CAST', 'CAST(x AS type)');
  else if (!sharedTypes.has(type)) {
    const instead = type === 'DOUBLE' ? 'pp_ratio(a, b)' : [...sharedTypes].join(', ');
    add('sql.cast_type', { type, instead }, node);
  }
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
