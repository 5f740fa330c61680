import { afterTables } from './tables-after.ts';
import { conductTables } from './tables-conduct.ts';
import { countTables } from './tables-counts.ts';
import { crossingTables } from './tables-crossings.ts';
import { derivedTables } from './tables-derived.ts';
import { fundingTables } from './tables-funding.ts';
import { historyTables } from './tables-history.ts';
import { marketTables } from './tables-market.ts';
import { moneyTables } from './tables-money.ts';
import { networkTables } from './tables-network.ts';
import { oversightTables } from './tables-oversight.ts';
import { personTables } from './tables-persons.ts';
import { screeningTables } from './tables-screening.ts';
import { sellingTables } from './tables-selling.ts';
import { signalTables } from './tables-signal.ts';
import type { Column, ColumnType, TableShape } from './table-shape.ts';

/**
 * The canonical tables: what every source is mapped to and every provision reads.
 * DDL, docs/reference/tables.md and validation come from this one place.
 */
export const tables = {
  ...marketTables,
  ...historyTables,
  ...moneyTables,
  ...sellingTables,
  ...conductTables,
  ...afterTables,
  ...oversightTables,
  ...networkTables,
  ...crossingTables,
  ...personTables,
  ...countTables,
  ...derivedTables,
  ...signalTables,
  ...fundingTables,
  ...screeningTables,
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tables;

/** Columns every canonical table ends with: the row's place in its raw file. */
export const locatorColumns = {
  src_file: { type: 'int', doc: { en: 'index of the raw file', zh: '原始文件序号' } },
  src_table: { type: 'text', doc: { en: 'raw table the row came from', zh: '来源表' } },
  src_line: { type: 'int', doc: { en: 'line in the raw file, from 1', zh: '原始文件行号' } },
} as const satisfies Record<string, Column>;

/** What an export in canonical names writes where there is none and it says so: see `blank`. */
export const statedNone = '(none)';

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

/** A table's shape without the narrow type of its literal. */
export function shapeOf(name: TableName): TableShape {
  return tables[name];
}

export function isDerived(name: TableName): boolean {
  return shapeOf(name).derived !== undefined;
}

/** Canonical tables that are imported rather than computed, in their documented order. */
export function importedTables(): TableName[] {
  return Object.keys(tables)
    .filter(isTableName)
    .filter((name) => !isDerived(name));
}

const columnsByTable = new Map<TableName, ReadonlyMap<string, Column>>();

/** Columns of a table in order, locator columns included. */
export function columnsOf(name: TableName): ReadonlyMap<string, Column> {
  const known = columnsByTable.get(name);
  if (known) return known;
  const table = shapeOf(name);
  const all = table.derived ? table.columns : { ...table.columns, ...locatorColumns };
  const columns: ReadonlyMap<string, Column> = new Map(Object.entries(all));
  columnsByTable.set(name, columns);
  return columns;
}

const sqlTypes: Record<ColumnType, string> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  int: 'BIGINT',
  money_minor: 'BIGINT',
  instant: 'TIMESTAMP',
  date: 'DATE',
  bool: 'BOOLEAN',
  double: 'DOUBLE',
};

/** The SQL type that carries a column type on every engine. */
export function sqlTypeOf(type: ColumnType): string {
  return sqlTypes[type];
}

/** The name a table has in SQL: its own, except `order`, which is a word of the language. */
export function relationOf(name: TableName): string {
  return name === 'order' ? 'orders' : name;
}
