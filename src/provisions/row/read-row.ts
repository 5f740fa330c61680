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
export function readRow(
  table: TableName,
  record: Readonly<Record<string, unknown>>,
): { readonly row: Slots; readonly bad: readonly BadValue[] } {
  const bad: BadValue[] = [];
  const row = [...columnsOf(table)].map(([column, { type }]): Value => {
    const seen = record[column] ?? null;
    if (seen === null) return null;
    const value = readers[type](seen);
    if (value === null) bad.push({ column, type, seen });
    return value;
  });
  return { row, bad };
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
