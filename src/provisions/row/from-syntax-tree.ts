import type { Branch, CastType, Expression, Predicate } from '../../model/predicate.ts';
import { childrenOf, isNode, textOf } from '../sql/syntax-tree.ts';
import type { TreeNode } from '../sql/syntax-tree.ts';
import { tableOf } from '../sql/scope.ts';

/** A construct that looks beyond one row of one table, or has no word in the predicate form. */
export interface BeyondRow {
  readonly node: TreeNode;
  readonly construct: string;
  /** Words to point at the first of, where the node has no place of its own. */
  readonly words?: readonly string[];
}

export interface Translated {
  /** null as soon as there is one construct beyond the row. */
  readonly predicate: Predicate | null;
  readonly beyond: readonly BeyondRow[];
  /** The node each expression was made of: where a problem with it is to be told. */
  readonly nodes: ReadonlyMap<Expression, TreeNode>;
}

/** Translates a parsed SELECT over one table into the predicate form. */
export function fromSyntaxTree(root: TreeNode): Translated {
  const beyond = beyondRow(root);
  const nodes = new Map<Expression, TreeNode>();
  const translate = (node: TreeNode): Expression => {
    const made = expressionOf(node, translate, beyond);
    nodes.set(made, node);
    return made;
  };
  const from = isNode(root['from_table']) ? root['from_table'] : {};
  const table = tableOf(textOf(from, 'table_name'));
  const where = isNode(root['where_clause']) ? translate(root['where_clause']) : null;
  const select = childrenOf(root['select_list']).map((item) => ({
    name: nameOf(item),
    value: translate(item),
  }));
  const predicate = table && beyond.length === 0 ? { table, where, select } : null;
  return { predicate, beyond, nodes };
}

/** What of the query itself, beside its expressions, is more than one row. */
function beyondRow(root: TreeNode): BeyondRow[] {
  if (root['type'] !== 'SELECT_NODE')
    return [{ node: root, construct: 'UNION', words: ['UNION', 'EXCEPT', 'INTERSECT'] }];
  const found: BeyondRow[] = [];
  const from = isNode(root['from_table']) ? root['from_table'] : {};
  const withs = isNode(root['cte_map']) ? childrenOf(root['cte_map']['map']) : [];
  if (withs.length > 0) found.push({ node: root, construct: 'WITH', words: ['WITH'] });
  if (from['type'] === 'JOIN')
    found.push({ node: from, construct: 'JOIN', words: ['JOIN', 'FROM'] });
  else if (from['type'] !== 'BASE_TABLE') {
    found.push({ node: from, construct: String(from['type']), words: ['FROM', 'SELECT'] });
  }
  if (childrenOf(root['group_expressions']).length > 0) {
    found.push({ node: root, construct: 'GROUP BY', words: ['GROUP'] });
  }
  if (isNode(root['having'])) found.push({ node: root, construct: 'HAVING', words: ['HAVING'] });
  for (const { type } of childrenOf(root['modifiers'])) {
    const construct = type === 'DISTINCT_MODIFIER' ? 'DISTINCT' : 'ORDER BY';
    found.push({ node: root, construct, words: construct.split(' ') });
  }
  return found;
}

function nameOf(item: TreeNode): string {
  const path = item['column_names'];
  return textOf(item, 'alias') || (Array.isArray(path) ? String(path.at(-1)) : '');
}

type Translate = (node: TreeNode) => Expression;

const nothing: Expression = { literal: null };

function expressionOf(node: TreeNode, translate: Translate, beyond: BeyondRow[]): Expression {
  const children = (): Expression[] => childrenOf(node['children']).map(translate);
  switch (node['class']) {
    case 'COLUMN_REF':
      return { column: columnOf(node) };
    case 'PARAMETER':
      return { parameter: textOf(node, 'identifier') };
    case 'CONSTANT':
      return constantOf(node, beyond);
    case 'COMPARISON':
      return comparisonOf(node, translate);
    case 'CONJUNCTION':
      return { call: node['type'] === 'CONJUNCTION_AND' ? 'and' : 'or', of: children() };
    case 'BETWEEN':
      return { call: 'between', of: partsOf(node, ['input', 'lower', 'upper'], translate) };
    case 'CASE':
      return caseOf(node, translate);
    case 'CAST':
      return castOf(node, translate);
    case 'OPERATOR':
      return operatorOf(node, children());
    case 'FUNCTION':
      return functionOf(node, children(), beyond);
    default:
      beyond.push({ node, construct: String(node['class']) });
      return { ...nothing };
  }
}

function columnOf(node: TreeNode): string {
  const path = Array.isArray(node['column_names']) ? node['column_names'] : [];
  return String(path.at(-1)).toLowerCase();
}

function partsOf(node: TreeNode, keys: readonly string[], translate: Translate): Expression[] {
  return keys.flatMap((key) => (isNode(node[key]) ? [translate(node[key])] : []));
}

const comparisons: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHAN: '>',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'is_distinct',
};

function comparisonOf(node: TreeNode, translate: Translate): Expression {
  const of = partsOf(node, ['left', 'right'], translate);
  if (node['type'] === 'COMPARE_NOT_DISTINCT_FROM') return not({ call: 'is_distinct', of });
  return { call: comparisons[textOf(node, 'type')] ?? textOf(node, 'type'), of };
}

function not(one: Expression): Expression {
  return { call: 'not', of: [one] };
}

function operatorOf(node: TreeNode, of: readonly Expression[]): Expression {
  const type = textOf(node, 'type');
  if (type === 'COMPARE_NOT_IN') return not({ call: 'in', of });
  if (type === 'OPERATOR_IS_NOT_NULL') return not({ call: 'is_null', of });
  return { call: operators[type] ?? type, of };
}

const operators: Readonly<Record<string, string>> = {
  OPERATOR_NOT: 'not',
  OPERATOR_IS_NULL: 'is_null',
  OPERATOR_COALESCE: 'coalesce',
  OPERATOR_NULLIF: 'nullif',
  COMPARE_IN: 'in',
};

const aggregates = new Set(['count', 'count_star', 'sum', 'min', 'max', 'bool_and', 'bool_or']);

function functionOf(node: TreeNode, of: readonly Expression[], beyond: BeyondRow[]): Expression {
  const name = textOf(node, 'function_name');
  if (aggregates.has(name)) beyond.push({ node, construct: `${name}(…)` });
  if (name === '-' && of.length === 1) return { call: 'negate', of };
  if (name === '!~~') return not({ call: 'like', of });
  return { call: name === '~~' ? 'like' : name, of };
}

/** TRUE and FALSE are parsed into casts of a text. */
function castOf(node: TreeNode, translate: Translate): Expression {
  const type = isNode(node['cast_type']) ? textOf(node['cast_type'], 'id') : '';
  const child = isNode(node['child']) ? translate(node['child']) : nothing;
  if (type === 'BOOLEAN' && 'text' in child && /^[tf]$/.test(child.text)) {
    return { literal: child.text === 't' };
  }
  return { cast: type as CastType, of: child };
}

function caseOf(node: TreeNode, translate: Translate): Expression {
  const cases = childrenOf(node['case_checks']).flatMap((check): Branch[] => {
    const [when, gives] = partsOf(check, ['when_expr', 'then_expr'], translate);
    return when && gives ? [{ when, gives }] : [];
  });
  const [otherwise] = partsOf(node, ['else_expr'], translate);
  return { cases, else: otherwise ?? nothing };
}

function constantOf(node: TreeNode, beyond: BeyondRow[]): Expression {
  const held = isNode(node['value']) ? node['value'] : {};
  const type = isNode(held['type']) ? held['type'] : {};
  const value = held['value'];
  if (held['is_null'] === true) return { literal: null };
  // More digits than 64 bits hold are written in two halves.
  switch (isNode(value) ? 'HUGEINT' : type['id']) {
    case 'VARCHAR':
      return { text: String(value) };
    case 'INTEGER':
    case 'BIGINT':
      return { number: String(value) };
    case 'DOUBLE':
      return { number: Number(value).toExponential() };
    case 'DECIMAL': {
      const info = isNode(type['type_info']) ? type['type_info'] : {};
      return { number: pointAt(String(value), Number(info['scale'])) };
    }
    default:
      beyond.push({ node, construct: String(type['id']) });
      return { literal: null };
  }
}

/** The digits of a DECIMAL with its point in them. */
function pointAt(digits: string, scale: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const padded = digits.replace('-', '').padStart(scale + 1, '0');
  return scale === 0 ? digits : `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
