import type { Reads } from '../../model/provision.ts';
import { portableFunctions } from './functions.ts';
import type { Kind } from './functions.ts';
import {
  castsOf,
  comparing,
  constantKind,
  firstKnown,
  isTime,
  kindOfRest,
  kindOfType,
  picking,
} from './kinds.ts';
import type { SqlProblem } from './problem.ts';
import { columnsOfTable, isDeclared, lookUp, madeColumn, tableOf } from './scope.ts';
import type { Relation, Scope, SeenColumn, Withs } from './scope.ts';
import { childrenOf, isNode, locationOf, problemAt, textOf } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';

export interface NamesFound {
  readonly problems: SqlProblem[];
  /** 'table.column' of every canonical column read. */
  readonly used: Set<string>;
}

/**
 * Follows every name of a statement to the column it means, as far as the declared tables go:
 * undeclared, unknown and ambiguous columns, and dates mixed with instants.
 */
export function lintNames(sql: string, root: TreeNode, reads: readonly Reads[]): NamesFound {
  const found: NamesFound = { problems: [], used: new Set() };
  const resolver = new Resolver(sql, reads, found);
  resolver.query(root, null, new Map());
  return found;
}

type Columns = ReadonlyMap<string, SeenColumn>;

/** A walk with somewhere to put what it finds; a class because every step needs the same four. */
class Resolver {
  readonly #sql: string;
  readonly #reads: readonly Reads[];
  readonly #found: NamesFound;
  #last = 0;

  constructor(sql: string, reads: readonly Reads[], found: NamesFound) {
    this.#sql = sql;
    this.#reads = reads;
    this.#found = found;
  }

  /** The columns a query returns. */
  query(node: TreeNode, outer: Scope | null, around: Withs): Columns {
    const withs = new Map(around);
    const map = isNode(node['cte_map']) ? childrenOf(node['cte_map']['map']) : [];
    for (const { key, value } of map) {
      const inner = isNode(value) && isNode(value['query']) ? value['query']['node'] : null;
      if (!isNode(inner) || !isNode(value)) continue;
      withs.set(String(key), renamed(this.query(inner, outer, withs), value['aliases']));
    }
    if (node['type'] === 'SET_OPERATION_NODE') return this.#setOperation(node, outer, withs);
    if (node['type'] !== 'SELECT_NODE') return new Map();
    return this.#select(node, outer, withs);
  }

  #setOperation(node: TreeNode, outer: Scope | null, withs: Withs): Columns {
    const sides = [node['left'], node['right'], ...childrenOf(node['children'])].filter(isNode);
    const columns = sides.map((side) => this.query(side, outer, withs));
    const first = columns[0] ?? new Map();
    this.#modifiers(node, { relations: [], outer: null }, withs, first);
    return first;
  }

  #select(node: TreeNode, outer: Scope | null, withs: Withs): Columns {
    const from = isNode(node['from_table']) ? node['from_table'] : null;
    const scope: Scope = { relations: from ? this.#from(from, outer, withs) : [], outer };
    const items = childrenOf(node['select_list']);
    const columns = new Map<string, SeenColumn>();
    items.forEach((item, i) => {
      const kind = this.#expression(item, scope, withs);
      columns.set(nameOf(item) ?? `column_${i}`, { kind, source: null });
    });
    for (const key of ['where_clause', 'having', 'qualify'])
      this.#expression(node[key], scope, withs);
    for (const key of childrenOf(node['group_expressions'])) {
      if (!isOutputName(key, columns)) this.#expression(key, scope, withs);
    }
    this.#modifiers(node, scope, withs, columns);
    return columns;
  }

  #modifiers(node: TreeNode, scope: Scope, withs: Withs, columns: Columns): void {
    for (const modifier of childrenOf(node['modifiers'])) {
      for (const order of childrenOf(modifier['orders'])) {
        if (!isOutputName(order['expression'], columns)) {
          this.#expression(order['expression'], scope, withs);
        }
      }
    }
  }

  #from(node: TreeNode, outer: Scope | null, withs: Withs): Relation[] {
    this.#last = locationOf(this.#sql, node) ?? this.#last;
    const type = node['type'];
    if (type === 'JOIN') return this.#join(node, outer, withs);
    if (type === 'BASE_TABLE') return [this.#table(node, withs)];
    if (type === 'SUBQUERY') {
      const inner = isNode(node['subquery']) ? node['subquery']['node'] : null;
      const columns = isNode(inner) ? this.query(inner, outer, withs) : new Map();
      const named = renamed(columns, node['column_name_alias']);
      return [{ alias: textOf(node, 'alias').toLowerCase(), columns: named }];
    }
    return [];
  }

  #join(node: TreeNode, outer: Scope | null, withs: Withs): Relation[] {
    const relations = [node['left'], node['right']]
      .filter(isNode)
      .flatMap((side) => this.#from(side, outer, withs));
    const scope = { relations, outer };
    this.#expression(node['condition'], scope, withs);
    return relations;
  }

  #table(node: TreeNode, withs: Withs): Relation {
    const name = textOf(node, 'table_name');
    const alias = (textOf(node, 'alias') || name).toLowerCase();
    const made = withs.get(name);
    if (made) return { alias, columns: made };
    const table = tableOf(name);
    if (!table) this.#problem('sql.unknown_table', { table: name }, node);
    else if (!this.#reads.some((one) => one.table === table)) {
      this.#problem('sql.undeclared_table', { table }, node);
    }
    return { alias, columns: table ? columnsOfTable(table) : null };
  }

  /** What an expression holds; reads every name in it. */
  #expression(value: unknown, scope: Scope, withs: Withs): Kind {
    if (Array.isArray(value)) {
      for (const item of value) this.#expression(item, scope, withs);
      return 'unknown';
    }
    if (!isNode(value)) return 'unknown';
    this.#last = locationOf(this.#sql, value) ?? this.#last;
    const kind = value['class'];
    if (kind === 'COLUMN_REF') return this.#column(value, scope);
    if (kind === 'SUBQUERY') return this.#subquery(value, scope, withs);
    if (kind === 'PARAMETER') return value['identifier'] === 'as_of' ? 'date' : 'unknown';
    const parts = Object.entries(value)
      .filter(([, part]) => typeof part === 'object' && part !== null)
      .map(([name, part]) => [name, this.#parts(part, scope, withs)] as const);
    const byName = new Map(parts);
    if (kind === 'FUNCTION') return this.#function(value, byName.get('children') ?? []);
    if (kind === 'CAST') return this.#cast(value, byName.get('child')?.[0] ?? 'unknown');
    if (kind === 'CONSTANT') return constantKind(value);
    if (comparing.has(String(kind)) || comparing.has(String(value['type']))) {
      this.#alike(value, [...byName.values()].flat());
      return 'bool';
    }
    return kindOfRest(value, byName);
  }

  #parts(part: unknown, scope: Scope, withs: Withs): Kind[] {
    const list = Array.isArray(part) ? part : [part];
    return list.map((one) => this.#expression(one, scope, withs));
  }

  #subquery(node: TreeNode, scope: Scope, withs: Withs): Kind {
    this.#expression(node['child'], scope, withs);
    const inner = isNode(node['subquery']) ? node['subquery']['node'] : null;
    const columns = isNode(inner) ? this.query(inner, scope, withs) : new Map();
    if (node['subquery_type'] !== 'SCALAR') return 'bool';
    return [...columns.values()][0]?.kind ?? 'unknown';
  }

  #function(node: TreeNode, kinds: readonly Kind[]): Kind {
    const name = textOf(node, 'function_name');
    const portable = portableFunctions[name];
    portable?.arguments.forEach(({ kind: expected }, i) => {
      const seen = kinds[i] ?? 'unknown';
      if (!isTime(expected) || seen === 'unknown' || seen === expected) return;
      this.#problem('sql.argument', { function: name, expected, seen }, node);
    });
    if (portable) return portable.returns;
    if ((name === '+' || name === '-') && kinds.some(isTime)) {
      this.#problem('sql.date_arithmetic', {}, node);
    }
    if (picking.has(name)) {
      this.#alike(node, kinds);
      return firstKnown(kinds);
    }
    return 'unknown';
  }

  /** A cast may fail on the data, round as the engine likes, or give another zone's day. */
  #cast(node: TreeNode, from: Kind): Kind {
    const type = isNode(node['cast_type']) ? textOf(node['cast_type'], 'id') : '';
    if (!(castsOf[from] ?? [type]).includes(type)) {
      const instead = type === 'DATE' ? 'pp_date(instant)' : 'CASE WHEN … THEN … ELSE … END';
      this.#problem('sql.cast_type', { type: `${type} (${from})`, instead }, node);
    }
    return kindOfType[type] ?? 'unknown';
  }

  /** Engines differ in what they convert to compare two kinds: only like is compared with like. */
  #alike(node: TreeNode, kinds: readonly Kind[]): void {
    const seen = new Set(kinds.map((kind) => (kind === 'double' ? 'int' : kind)));
    for (const kind of ['unknown', 'date', 'instant'] as const) seen.delete(kind);
    const [first, second] = [...seen];
    if (first && second) this.#problem('sql.mixed_kinds', { first, second }, node);

    if (kinds.includes('date') && kinds.includes('instant')) {
      this.#problem('sql.date_with_instant', {}, node);
    }
  }

  #column(node: TreeNode, scope: Scope): Kind {
    const path = Array.isArray(node['column_names']) ? node['column_names'].map(String) : [];
    const [column = '', qualifier = null, ...more] = path
      .toReversed()
      .map((one) => one.toLowerCase());
    const found = more.length > 0 ? [] : lookUp(scope, qualifier, column);
    const [first] = found;
    if (!first) {
      this.#problem('sql.unknown_column', { column: path.join('.') }, node);
      return 'unknown';
    }
    const named = found.map(({ source }) => source?.table ?? 'a subquery');
    if (found.length > 1) {
      this.#problem('sql.ambiguous_column', { column, tables: named.join(', ') }, node);
    }
    for (const one of found) this.#use(one, node);
    return first.kind;
  }

  #use({ source }: SeenColumn, node: TreeNode): void {
    if (!source) return;
    this.#found.used.add(`${source.table}.${source.column}`);
    const declaredTable = this.#reads.some((one) => one.table === source.table);
    if (declaredTable && !isDeclared(this.#reads, source.table, source.column)) {
      this.#problem('sql.undeclared_column', { table: source.table, column: source.column }, node);
    }
  }

  #problem(code: SqlProblem['code'], params: SqlProblem['params'], node: TreeNode): void {
    const start = locationOf(this.#sql, node) ?? this.#last;
    this.#found.problems.push(problemAt(this.#sql, code, params, start));
  }
}

function renamed(columns: Columns, aliases: unknown): Columns {
  const names = Array.isArray(aliases) ? aliases.map(String) : [];
  const entries = [...columns].map(([name, column], i) => [names[i] ?? name, column] as const);
  // VALUES makes no columns here; its names come with the alias.
  const extra = names.slice(columns.size).map((name) => [name, madeColumn] as const);
  return new Map([...entries, ...extra]);
}

function nameOf(item: TreeNode): string | null {
  const alias = textOf(item, 'alias');
  if (alias !== '') return alias.toLowerCase();
  const path = item['column_names'];
  return Array.isArray(path) ? String(path.at(-1)).toLowerCase() : null;
}

function isOutputName(value: unknown, columns: Columns): boolean {
  if (!isNode(value)) return false;
  const path = value['column_names'];
  return Array.isArray(path) && path.length === 1 && columns.has(String(path[0]).toLowerCase());
}
