import type { Kind } from './functions.ts';
import { isNode, textOf } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';

export const comparing = new Set(['COMPARISON', 'BETWEEN', 'COMPARE_IN', 'COMPARE_NOT_IN']);

/** A text literal fits a date or an instant as well. */
export function constantKind(node: TreeNode): Kind {
  const value = isNode(node['value']) ? node['value'] : {};
  const type = isNode(value['type']) ? String(value['type']['id']) : '';
  return /INTEGER|BIGINT|DECIMAL|DOUBLE/.test(type) ? 'int' : 'unknown';
}

export function isTime(kind: Kind): boolean {
  return kind === 'date' || kind === 'instant';
}

export function firstKnown(kinds: readonly Kind[]): Kind {
  return kinds.find((kind) => kind !== 'unknown') ?? 'unknown';
}

export const kindOfType: Readonly<Record<string, Kind>> = {
  DATE: 'date',
  TIMESTAMP: 'instant',
  VARCHAR: 'text',
  BIGINT: 'int',
  INTEGER: 'int',
  BOOLEAN: 'bool',
};

/** What each kind may be cast to with one result everywhere; a kind not known may be anything. */
export const castsOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  int: ['BIGINT', 'INTEGER', 'VARCHAR'],
  text: ['VARCHAR'],
  date: ['DATE', 'VARCHAR'],
  instant: ['TIMESTAMP'],
  bool: ['BOOLEAN', 'VARCHAR'],
  double: [],
};

/** Aggregates and windows whose result is one of their arguments. */
export const picking = new Set([
  'min',
  'max',
  'greatest',
  'least',
  'lag',
  'lead',
  'first_value',
  'last_value',
]);

/** CASE has the kind of its last branch; coalesce, and a window that picks, that of an argument. */
export function kindOfRest(node: TreeNode, parts: ReadonlyMap<string, readonly Kind[]>): Kind {
  if (node['class'] === 'CASE') return parts.get('else_expr')?.[0] ?? 'unknown';
  const picks = node['class'] === 'WINDOW' && picking.has(textOf(node, 'function_name'));
  if (picks || node['type'] === 'OPERATOR_COALESCE') return firstKnown(parts.get('children') ?? []);
  return node['class'] === 'CONJUNCTION' || node['class'] === 'OPERATOR' ? 'bool' : 'unknown';
}
