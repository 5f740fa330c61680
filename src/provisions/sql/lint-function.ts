import { portableFunctions } from './functions.ts';
import { patternFault } from './pattern.ts';
import {
  insteadOfFunction,
  sharedFunctions,
  sharedOperators,
  sharedTypes,
} from './portable-words.ts';
import type { ParameterValues } from './problem.ts';
import { construct } from './add-problem.ts';
import type { Add } from './add-problem.ts';
import { childrenOf, isNode, textOf } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';

/** Calls and operators: shared by the engines, ours, or neither. */
export function lintFunction(node: TreeNode, parameters: ParameterValues, add: Add): void {
  const name = textOf(node, 'function_name');
  const portable = portableFunctions[name];
  if (name === '%' && !isNonZero(childrenOf(node['children'])[1])) {
    construct(add, node, 'a % b', 'a - b * pp_idiv(a, b)');
  }
  if (name === '~~' || name === '!~~') lintLike(node, parameters, add);
  if (node['is_operator'] === true ? sharedOperators.has(name) : sharedFunctions.has(name)) {
    const orders = isNode(node['order_bys']) ? childrenOf(node['order_bys']['orders']) : [];
    if (orders.length > 0) construct(add, node, `${name}(… ORDER BY …)`, `${name}(…)`);
    const seen = childrenOf(node['children']).length;
    if (name === 'trim' && seen !== 1)
      add('sql.arity', { function: name, expected: 1, seen }, node);
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

export function lintWindow(node: TreeNode, add: Add): void {
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

export function lintCast(node: TreeNode, add: Add): void {
  const type = isNode(node['cast_type']) ? textOf(node['cast_type'], 'id') : '';
  if (node['try_cast'] === true) construct(add, node, 'TRY_CAST', 'CAST(x AS type)');
  else if (!sharedTypes.has(type)) {
    const instead = type === 'DOUBLE' ? 'pp_ratio(a, b)' : [...sharedTypes].join(', ');
    add('sql.cast_type', { type, instead }, node);
  }
}
