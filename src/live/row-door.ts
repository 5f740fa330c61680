import type { Column } from '../model/table-shape.ts';
import { limits } from '../model/limits.ts';
import { shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { instantText } from '../provisions/row/instant-text.ts';
import type { Integer } from '../provisions/row/integer.ts';
import { rowReader } from '../provisions/row/read-row.ts';
import type { Value } from '../provisions/row/typed.ts';
import type { EventRow, EventValue } from './data-event.ts';
import { kindShape } from './event-kinds.ts';
import type { EventKind } from './event-kinds.ts';
import { personIdColumns, pseudonymColumns, writtenColumns } from './personal-data.ts';
import type { Pseudonyms } from './personal-data.ts';

export interface WrongRow {
  /** Empty where it is the row itself. */
  readonly column: string;
  readonly expected: string;
}

/** Checks a row that an event of a kind brings and gives it the form in which it is kept. */
export type RowDoor = (
  row: unknown,
  kind: EventKind,
  at: string,
) => { readonly row: EventRow } | { readonly wrong: WrongRow };

/** Tables of which only kinds of their own may speak: the network is made of them. */
export const heldByKinds: ReadonlySet<TableName> = new Set(['member', 'fee', 'commission']);

/** Numbers that Polyprism itself gives. */
const ownColumns: ReadonlySet<string> = new Set(['member_no', 'recruiter_no', 'placement_no']);

/** Columns of a table that an event may state. */
export function statedColumns(table: TableName): ReadonlyMap<string, Column> {
  const columns = Object.entries(shapeOf(table).columns);
  return new Map(columns.filter(([name]) => !ownColumns.has(name)));
}

/** What of a member only events of these kinds may state. */
const memberColumns: Readonly<Record<string, readonly EventKind[]>> = {
  recruiter_id: ['member.joined', 'member.moved'],
  bound_at: ['member.joined', 'member.moved'],
  joined_at: ['member.joined'],
  left_at: ['member.left', 'member.returned'],
};

export function rowDoors(pseudonyms: Pseudonyms): (table: TableName) => RowDoor {
  const doors = new Map<TableName, RowDoor>();
  return (table) => {
    const door = doors.get(table) ?? rowDoor(table, pseudonyms);
    doors.set(table, door);
    return door;
  };
}

function rowDoor(table: TableName, pseudonyms: Pseudonyms): RowDoor {
  const columns = statedColumns(table);
  const names = [...(shapeOf(table).key ? [shapeOf(table).key!] : columns.keys())];
  const { read } = rowReader(table);
  const slots = new Map(Object.keys(shapeOf(table).columns).map((name, slot) => [name, slot]));
  const keepers = new Map(
    [...columns].map(([name, { type }]) => [name, keeperOf(table, name, type)]),
  );
  return (given, kind, at) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return wrong('', 'an object');
    }
    const stated = withTimes(given as Readonly<Record<string, unknown>>, table, kind, at);
    const { row, bad } = read(stated);
    const [first] = bad;
    if (first) return wrong(first.column, `a value of the type ${first.type}`);
    const kept: Record<string, EventValue> = {};
    for (const name of Object.keys(stated)) {
      const column = columns.get(name);
      if (!column) return wrong(shown(name), `columns of ${table}`);
      const value = row[slots.get(name) ?? -1] ?? null;
      const { values } = column;
      if (values && value !== null && !values.includes(String(value))) {
        return wrong(name, values.join(', '));
      }
      kept[name] = value === null ? null : keepers.get(name)!(value, pseudonyms);
    }
    const nameless = names.find((name) => (kept[name] ?? null) === null);
    if (nameless !== undefined && table !== 'account_link') return wrong(nameless, 'an id');
    const held = table === 'member' ? wrongMember(kept, kind, at) : null;
    return held ? { wrong: held } : { row: kept };
  };
}

/** The row with the event's own time where it says none. */
function withTimes(
  row: Readonly<Record<string, unknown>>,
  table: TableName,
  kind: EventKind,
  at: string,
): Readonly<Record<string, unknown>> {
  const shape = kindShape(kind);
  if (kind === 'member.returned' && table === 'member') return { ...row, left_at: null };
  // Who joins without a word of a recruiter has none: a claim like any other.
  const stated = kind === 'member.joined' && table === 'member' ? { recruiter_id: null } : null;
  const { at: column } = shape;
  if (column === undefined || shape.tables[0] !== table || row[column] !== undefined) {
    return stated ? { ...stated, ...row } : row;
  }
  return { ...stated, ...row, [column]: at };
}

/** Times that decide which of two events counts are those of the events themselves. */
function wrongMember(row: EventRow, kind: EventKind, at: string): WrongRow | null {
  const held = Object.keys(memberColumns).find(
    (name) => row[name] !== undefined && !memberColumns[name]!.includes(kind),
  );
  if (held !== undefined) return { column: held, expected: memberColumns[held]!.join(', ') };
  if (kind === 'member.joined' && row['joined_at'] !== at && row['joined_at'] !== null) {
    return { column: 'joined_at', expected: 'the `at` of the event, or null where unknown' };
  }
  if (kind === 'member.moved' && (row['bound_at'] !== at || row['recruiter_id'] === undefined)) {
    return { column: 'recruiter_id', expected: 'recruiter_id, bound_at as the `at` of the event' };
  }
  if (kind === 'member.left' && row['left_at'] !== at) {
    return { column: 'left_at', expected: 'the `at` of the event' };
  }
  return null;
}

type Keep = (value: Exclude<Value, null>, pseudonyms: Pseudonyms) => EventValue;

/** The form in which a value of a column is kept. */
function keeperOf(table: TableName, name: string, type: Column['type']): Keep {
  if (pseudonymColumns.has(`${table}.${name}`)) {
    return (value, { ofContact }) => ofContact(String(value));
  }
  if (type === 'id' && personIdColumns.has(name)) {
    return (value, { ofPersonId }) => ofPersonId(String(value));
  }
  if (type === 'text' && writtenColumns.has(name)) {
    return (value, { inText }) => inText(String(value));
  }
  if (type === 'instant') return (value) => instantText(value as Integer);
  if (type === 'date') return dayTextOf;
  return (value) => (typeof value === 'bigint' ? String(value) : value);
}

function dayTextOf(value: Exclude<Value, null>): string {
  return instantText(Number(value) * 86_400_000_000).slice(0, 10);
}

function shown(name: string): string {
  return name.slice(0, limits.shown_chars_max);
}

function wrong(column: string, expected: string): { readonly wrong: WrongRow } {
  return { wrong: { column, expected } };
}
