import { canonicalJson } from '../evidence/canonical-json.ts';
import { compareText } from '../model/issue.ts';
import { shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { EventRow, EventValue } from './data-event.ts';

/** When something was stated: milliseconds since 1970, and by which event. */
export interface Stamp {
  readonly at: number;
  readonly event: string;
}

/** A row as it is now, each column as its latest statement has it. */
export interface StoredRow {
  readonly values: Record<string, EventValue>;
  readonly stamps: Record<string, Stamp>;
  /** What the row provisions over its table say of it, in their order; null before the first. */
  codes: Uint8Array | null;
}

export interface TableRows {
  readonly rows: Map<string, StoredRow>;
  /** Columns that some row of the table states: they count as supplied for all. */
  readonly columns: Set<string>;
}

/** Rows by table and key. */
export type RowStore = Map<TableName, TableRows>;

/** What merging a row came to. */
export interface Merged {
  readonly key: string;
  readonly row: StoredRow;
  /** The table has a column it had not before. */
  readonly wider: boolean;
}

export function tableRows(store: RowStore, table: TableName): TableRows {
  const known = store.get(table) ?? { rows: new Map(), columns: new Set() };
  store.set(table, known);
  return known;
}

/** The name of a row: its key, or all its values where rows of its table have none. */
export function keyOfRow(table: TableName, row: EventRow): string {
  const { key } = shapeOf(table);
  return key === null ? canonicalJson(row) : String(row[key]);
}

/**
 * Takes over what an event states of a row. Of two statements about one column the later counts,
 * of two made at once the one whose event has the larger id: the same statements leave the same
 * row in whatever order they come.
 */
export function mergeRow(
  store: RowStore,
  table: TableName,
  stated: EventRow,
  stampOf: (column: string) => Stamp,
): Merged {
  const { rows, columns } = tableRows(store, table);
  const key = keyOfRow(table, stated);
  const row = rows.get(key) ?? { values: {}, stamps: {}, codes: null };
  rows.set(key, row);
  const before = columns.size;
  for (const [column, value] of Object.entries(stated)) {
    const stamp = stampOf(column);
    const known = row.stamps[column];
    if (known && !isLater(stamp, known)) continue;
    row.values[column] = value;
    row.stamps[column] = stamp;
    columns.add(column);
  }
  return { key, row, wider: columns.size > before };
}

function isLater(stamp: Stamp, known: Stamp): boolean {
  return (
    stamp.at > known.at || (stamp.at === known.at && compareText(stamp.event, known.event) > 0)
  );
}

/** The row as a table has it: columns that other rows state are NULL where it does not. */
export function recordOf({ columns }: TableRows, { values }: StoredRow): EventRow {
  const record: Record<string, EventValue> = {};
  for (const column of columns) record[column] = values[column] ?? null;
  return record;
}

/** The rows of a table as a batch inspection is given them. */
export function currentRows(store: RowStore, table: TableName): EventRow[] {
  const all = tableRows(store, table);
  return [...all.rows.values()]
    .filter((row) => isThere(table, row))
    .map((row) => recordOf(all, row));
}

/** Whether the table has the row yet: a member is one once it has joined. */
export function isThere(table: TableName, { values }: StoredRow): boolean {
  return table !== 'member' || values['joined_at'] !== undefined;
}
