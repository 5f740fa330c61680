import type { ColumnType } from '../../model/table-shape.ts';
import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { readDay, readInteger, readZonedInstant } from './instant-text.ts';
import { within } from './integer.ts';
import type { Slots, Value } from './typed.ts';

/** A value that is not what its column holds. */
export interface BadValue {
  readonly column: string;
  readonly type: ColumnType;
  readonly seen: unknown;
}

export interface ReadRow {
  readonly row: Slots;
  /** Number of the set of columns the record gives a value or says are null. */
  readonly supplied: number;
  readonly bad: readonly BadValue[];
  /** Names that are no columns of the table. */
  readonly unknown: readonly string[];
}

/** Reads records of one table. */
export interface RowReader {
  readonly read: (record: Readonly<Record<string, unknown>>) => ReadRow;
  /** The columns of a numbered set. */
  readonly columnsIn: (supplied: number) => readonly string[];
}

/**
 * A record as a row of its table: whole numbers as numbers or text, days 'YYYY-MM-DD', instants
 * ISO 8601 with their zone, unless read otherwise. Columns the record does not name, and values
 * that cannot be read, are NULL.
 */
export function rowReader(table: TableName, instants = readZonedInstant): RowReader {
  const names = [...columnsOf(table).keys()];
  const places = new Map(
    [...columnsOf(table)].map(([column, { type }], slot) => [column, { slot, type }]),
  );
  const sets = numberedSets(names.length);
  const readers = { ...plainReaders, instant: asReader(instants) };
  return {
    read(record) {
      const row: Value[] = names.map(() => null);
      const bad: BadValue[] = [];
      const unknown: string[] = [];
      sets.clear();
      for (const column in record) {
        const seen = record[column];
        const place = places.get(column);
        if (place === undefined) unknown.push(column);
        else if (seen === null) sets.add(place.slot);
        else if (seen !== undefined) {
          const value = readers[place.type](seen);
          row[place.slot] = value;
          if (value === null) bad.push({ column, type: place.type, seen });
          else sets.add(place.slot);
        }
      }
      return { row, supplied: sets.number(), bad, unknown };
    },
    columnsIn: (supplied) => names.filter((_, slot) => sets.has(supplied, slot)),
  };
}

/** Numbers sets of slots as they are met: records of one source are nearly all alike. */
function numberedSets(size: number): {
  readonly clear: () => void;
  readonly add: (slot: number) => void;
  readonly number: () => number;
  readonly has: (number: number, slot: number) => boolean;
} {
  const words = new Uint32Array(Math.ceil(size / 32));
  const met: Uint32Array[] = [];
  const numbers = new Map<string, number>();
  let last = -1;
  return {
    clear: () => void words.fill(0),
    add: (slot) => {
      words[slot >> 5] = (words[slot >> 5] ?? 0) | (1 << (slot & 31));
    },
    number: () => {
      const before = met[last];
      if (before?.every((word, i) => word === words[i])) return last;
      const key = words.join(' ');
      last = numbers.get(key) ?? met.length;
      if (last === met.length) {
        met.push(words.slice());
        numbers.set(key, last);
      }
      return last;
    },
    has: (number, slot) => (((met[number]?.[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 1,
  };
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

function asReader(read: (text: string) => Value): Reader {
  return (value) => (typeof value === 'string' ? read(value) : null);
}

const plainReaders: Readonly<Record<Exclude<ColumnType, 'instant'>, Reader>> = {
  id: text,
  text,
  int: integer,
  money_minor: integer,
  date: asReader(readDay),
  bool: (value) => (typeof value === 'boolean' ? value : null),
  double: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null),
};
