import type { Reads } from '../../model/provision.ts';
import { columnsOf, locatorColumns, relationOf, tables } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import type { ColumnType } from '../../model/table-shape.ts';
import type { Kind } from './functions.ts';

/** A column as an expression sees it. */
export interface SeenColumn {
  readonly kind: Kind;
  /** The canonical column behind it; null for one a query made. */
  readonly source: { readonly table: TableName; readonly column: string } | null;
}

/** Something in a FROM clause. */
export interface Relation {
  readonly alias: string;
  /** null for a table nobody knows, which may have any. */
  readonly columns: ReadonlyMap<string, SeenColumn> | null;
}

/** What names mean at a place: the relations there, then those of the queries around it. */
export interface Scope {
  readonly relations: readonly Relation[];
  readonly outer: Scope | null;
}

/** WITH queries by name. */
export type Withs = ReadonlyMap<string, ReadonlyMap<string, SeenColumn>>;

const kinds: Readonly<Record<ColumnType, Kind>> = {
  id: 'text',
  text: 'text',
  int: 'int',
  money_minor: 'int',
  instant: 'instant',
  date: 'date',
  bool: 'bool',
  double: 'double',
};

/** A column made by a query, of which nothing more is known. */
export const madeColumn: SeenColumn = { kind: 'unknown', source: null };

const byRelation = new Map(
  (Object.keys(tables) as TableName[]).map((table) => [relationOf(table), table]),
);

/** The canonical table a relation name stands for. */
export function tableOf(relation: string): TableName | null {
  return byRelation.get(relation.toLowerCase()) ?? null;
}

export function columnsOfTable(table: TableName): Map<string, SeenColumn> {
  return new Map(
    [...columnsOf(table)].map(([column, { type }]) => [
      column,
      { kind: kinds[type], source: { table, column } },
    ]),
  );
}

export function isDeclared(reads: readonly Reads[], table: TableName, column: string): boolean {
  // Every imported row has its place in the raw file; it need not be asked for.
  if (Object.hasOwn(locatorColumns, column)) return true;
  return reads.some(
    (one) => one.table === table && [...one.required, ...one.optional].includes(column),
  );
}

/** The columns a name can mean, of the nearest query that has any. */
export function lookUp(
  scope: Scope | null,
  qualifier: string | null,
  column: string,
): SeenColumn[] {
  for (let at = scope; at; at = at.outer) {
    const found = at.relations
      .filter(({ alias }) => qualifier === null || alias === qualifier)
      .map(({ columns }) => (columns ? columns.get(column) : madeColumn))
      .filter((one) => one !== undefined);
    if (found.length > 0) return found;
    if (qualifier !== null && at.relations.some(({ alias }) => alias === qualifier)) return [];
  }
  return [];
}
