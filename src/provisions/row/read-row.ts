import type { ColumnType } from '../../model/table-shape.ts';
import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { readDay, readInstant, readInteger } from './instant-text.ts';
import { within } from './integer.ts';
import type { Slots, Value } from './typed.ts';

/** A value that is not what its column holds. */
export interface BadValue {
  readonly column: string;
  readonly type: ColumnType;
  readonly seen: unknown;
}

/**
 * A record as a row of its table: whole numbers as numbers or text, days 'YYYY-MM-DD', instants
 * ISO 8601. Columns the record does not name are NULL.
 */
export function readRow(table: TableName, record: Readonly<Record<string, unknown>>): ReadRow {
  const bad: BadValue[] = [];
  const row: Value[] = [];
  let supplied = '';
  for (const { column, type } of readersOf(table)) {
    const seen = record[column];
    let value: Value = null;
    if (seen !== null && seen !== undefined) {
      value = readers[type](seen);
      if (value === null) bad.push({ column, type, seen });
    }
    row.push(value);
    supplied += seen === undefined || (seen !== null && value === null) ? '0' : '1';
  }
  return { row, supplied, bad };
}

export interface ReadRow {
  readonly row: Slots;
  /** A 1 for each column, in order, that the record gives a value or says is null; else a 0. */
  readonly supplied: string;
  readonly bad: readonly BadValue[];
}

const columns = new Map<TableName, readonly { column: string; type: ColumnType }[]>();

function readersOf(table: TableName): readonly { column: string; type: ColumnType }[] {
  const known = columns.get(table);
  if (known) return known;
  const made = [...columnsOf(table)].map(([column, { type }]) => ({ column, type }));
  columns.set(table, made);
  return made;
}

type Reader = (value: unknown) => Value;

const text: Reader = (value) => {
  if (typeof value === 'string') return value.isWellFormed() ? value : null;
  return Number.isSafeInteger(value) ? String(value) : null;
};

const integer: Reader = (value) => {
  if (Number.isSafeInteger(value)) return Number(value);
  const read = typeof value === 'string' ? readInteger(value) : null;
  try {
    return read === null ? null : within(read, 64);
  } catch {
    return null;
  }
};

const readers: Readonly<Record<ColumnType, Reader>> = {
  id: text,
  text,
  int: integer,
  money_minor: integer,
  instant: (value) => (typeof value === 'string' ? readInstant(value) : null),
  date: (value) => (typeof value === 'string' ? readDay(value) : null),
  bool: (value) => (typeof value === 'boolean' ? value : null),
  double: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null),
};
