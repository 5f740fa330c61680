import type { Branch, CastType, Expression, Predicate } from '../../model/predicate.ts';
import { childrenOf, isNode, textOf } from '../sql/syntax-tree.ts';
import type { TreeNode } from '../sql/syntax-tree.ts';
import { compareText } from '../../model/issue.ts';
import { columnsOf, shapeOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { tableOf } from '../sql/scope.ts';

/** A construct that looks beyond one row of one table, or has no word in the predicate form. */
export interface BeyondRow {
  readonly node: TreeNode;
  readonly construct: string;
  /** Words to point at the first of, where the node has no place of its own. */
  readonly words?: readonly string[];
}

export interface Translated {
  /** One for each SELECT put together; null as soon as there is one construct beyond the row. */
  readonly predicates: readonly Predicate[] | null;
  readonly beyond: readonly BeyondRow[];
  /** The node each expression was made of: where a problem with it is to be told. */
  readonly nodes: ReadonlyMap<Expression, TreeNode>;
}

/**
 * Translates a parsed statement into the predicate form: a SELECT over one table, alone or joined
 * with the terms found in its rows or with what one provision classifies them as, or several such
 * with UNION ALL between them.
 */
export function fromSyntaxTree(root: TreeNode): Translated {
  const beyond: BeyondRow[] = [];
  const nodes = new Map<Expression, TreeNode>();
  const predicates = selectsOf(root, beyond).map((one) => predicateOf(one, beyond, nodes));
  const sound = predicates.filter((one) => one !== null);
  const whole = beyond.length === 0 && sound.length === predicates.length;
  return { predicates: whole ? sound : null, beyond, nodes };
}

/** The SELECTs of a UNION ALL, in order. */
function selectsOf(root: TreeNode, beyond: BeyondRow[]): TreeNode[] {
  if (root['type'] === 'SELECT_NODE') return [root];
  if (root['setop_type'] !== 'UNION' || root['setop_all'] !== true) {
    beyond.push({ node: root, construct: 'UNION', words: ['UNION', 'EXCEPT', 'INTERSECT'] });
  }
  beyond.push(...beyondRow(root));
  const sides = [root['left'], root['right'], ...childrenOf(root['children'])].filter(isNode);
  return sides.flatMap((side) => selectsOf(side, beyond));
}

function predicateOf(
  select: TreeNode,
  beyond: BeyondRow[],
  nodes: Map<Expression, TreeNode>,
): Predicate | null {
  beyond.push(...beyondRow(select));
  const from = isNode(select['from_table']) ? select['from_table'] : {};
  const source = sourceOf(from);
  const context: Context = { source, beyond, translate };
  function translate(node: TreeNode): Expression {
    const made = expressionOf(node, context);
    nodes.set(made, node);
    return made;
  }
  const joined = from['type'] === 'JOIN' ? joinOf(from, context) : noJoin;
  if (joined === null) {
    beyond.push({ node: from, construct: 'JOIN', words: ['JOIN', 'FROM'] });
  }
  const where = isNode(select['where_clause']) ? translate(select['where_clause']) : null;
  const columns = childrenOf(select['select_list']).map((item) => ({
    name: nameOf(item),
    value: translate(item),
  }));
  const { table } = source;
  return table && joined && { table, ...joined, where, select: columns };
}

/** What a SELECT reads: a table, and perhaps what belongs to each of its rows, under a name. */
interface Source {
  readonly table: TableName | null;
  readonly joined: { readonly name: string; readonly of: 'hit' | 'fact' } | null;
}

/** How a SELECT asks what belongs to its rows. */
type Joined = Pick<Predicate, 'hits' | 'classified'>;
const noJoin: Joined = { hits: false };

interface Context {
  readonly source: Source;
  readonly beyond: BeyondRow[];
  readonly translate: (node: TreeNode) => Expression;
}

function sourceOf(from: TreeNode): Source {
  if (from['type'] !== 'JOIN') return { table: tableOf(textOf(from, 'table_name')), joined: null };
  const [left, right] = [from['left'], from['right']].filter(isNode);
  if (!left || !right) return { table: null, joined: null };
  const other = textOf(right, 'table_name');
  const name = (textOf(right, 'alias') || other).toLowerCase();
  const of = tableOf(other) === fact_table ? 'fact' : 'hit';
  return { table: tableOf(textOf(left, 'table_name')), joined: { name, of } };
}

/**
 * Terms of the row's own texts, as `JOIN screening_hit h ON …` names them, or what a provision
 * classifies the row as, `JOIN classification c ON …`; null for every other join.
 */
function joinOf(from: TreeNode, { source, translate }: Context): Joined | null {
  const { table } = source;
  const [left, right] = [from['left'], from['right']].filter(isNode);
  const condition = from['condition'];
  if (from['join_type'] !== 'INNER' || from['ref_type'] !== 'REGULAR' || !isNode(condition)) {
    return null;
  }
  if (left?.['type'] !== 'BASE_TABLE' || right?.['type'] !== 'BASE_TABLE') return null;
  const key = table && shapeOf(table).key;
  if (!key) return null;
  const other = tableOf(textOf(right, 'table_name'));
  const seen = translate(condition);
  const parts = 'call' in seen && seen.call === 'and' ? seen.of : [];
  if (parts.length !== 2) return null;
  const says = (...sides: readonly Expression[]): boolean =>
    parts.some((part) => isEquation(part, sides));
  if (other === hit_table) {
    const own = says({ hit: 'subject_table' }, { text: table });
    return own && says({ hit: 'subject_id' }, { column: key }) ? { hits: true } : null;
  }
  if (other !== fact_table || !says({ fact: 'subject_id' }, { column: key })) return null;
  const classified = parts
    .flatMap((part) => ('call' in part ? part.of : []))
    .flatMap((side) => ('text' in side ? [side.text] : []))
    .find((text) => says({ fact: 'provision' }, { text }));
  return classified === undefined ? null : { hits: false, classified };
}

const hit_table: TableName = 'screening_hit';
const fact_table: TableName = 'classification';

function isEquation(one: Expression, sides: readonly Expression[]): boolean {
  if (!('call' in one) || one.call !== '=') return false;
  const written = (part: Expression): string => JSON.stringify(part);
  const seen = one.of.map(written).toSorted(compareText);
  const expected = sides.map(written).toSorted(compareText);
  return seen.every((part, i) => part === expected[i]);
}

/** What of the query itself, beside its expressions, is more than one row. */
function beyondRow(root: TreeNode): BeyondRow[] {
  const found: BeyondRow[] = [];
  const from = isNode(root['from_table']) ? root['from_table'] : {};
  const withs = isNode(root['cte_map']) ? childrenOf(root['cte_map']['map']) : [];
  if (withs.length > 0) found.push({ node: root, construct: 'WITH', words: ['WITH'] });
  if (root['type'] === 'SELECT_NODE' && from['type'] !== 'BASE_TABLE' && from['type'] !== 'JOIN') {
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

const nothing: Expression = { literal: null };

function expressionOf(node: TreeNode, context: Context): Expression {
  const { translate, beyond } = context;
  const children = (): Expression[] => childrenOf(node['children']).map(translate);
  switch (node['class']) {
    case 'COLUMN_REF':
      return columnOf(node, context.source);
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

function columnOf(node: TreeNode, { table, joined }: Source): Expression {
  const path = Array.isArray(node['column_names']) ? node['column_names'].map(String) : [];
  const [name = '', qualifier] = path.toReversed().map((one) => one.toLowerCase());
  if (joined === null) return { column: name };
  const own = table !== null && columnsOf(table).has(name);
  const other = qualifier === undefined ? !own : qualifier === joined.name;
  if (!other) return { column: name };
  return joined.of === 'hit' ? { hit: name } : { fact: name };
}

type Translate = Context['translate'];

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
