import type { Issue, IssueCode, IssueParams } from '../model/issue.ts';
import { nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Limits } from '../model/limits.ts';
import { importedTables, isTableName } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { instantText, readZonedInstant } from '../provisions/row/instant-text.ts';
import type { DataEvent, EventRow } from './data-event.ts';
import { isEventKind, kindShape } from './event-kinds.ts';
import type { EventKind } from './event-kinds.ts';
import { heldByKinds, rowDoors } from './row-door.ts';
import type { RowDoor, WrongRow } from './row-door.ts';
import type { Pseudonyms } from './personal-data.ts';

/** Through which events come in: what identifies people is keyed here and goes no further. */
export interface EventDoor {
  readonly pseudonyms: Pseudonyms;
  /** Events that claim to be later, in milliseconds since 1970, are refused; null for any. */
  readonly latest_ms: number | null;
  readonly limits?: Limits;
}

/** Why an event is not taken: what is wrong with which field of it. */
export interface WrongEvent {
  readonly field: string;
  readonly issue: Issue;
}

export type CheckedEvent = { readonly event: DataEvent } | { readonly wrong: WrongEvent };

/** Checks one event and brings it to the form in which it is kept. */
export type CheckEvent = (value: unknown) => CheckedEvent;

export function eventDoor({ pseudonyms, latest_ms, limits: most = limits }: EventDoor): CheckEvent {
  const doors = rowDoors(pseudonyms);
  return (value) => {
    if (!isObject(value)) return wrong('', 'live.bad_event', { expected: 'an object' });
    const extra = Object.keys(value).find((name) => !fields.has(name));
    if (extra !== undefined)
      return wrong(extra, 'live.bad_event', { expected: [...fields].join() });
    const { id, at, kind, rows } = value;
    if (!isId(id, most) || pseudonyms.inText(id) !== id) {
      return wrong('id', 'live.bad_event', { expected: 'text of the source, naming no person' });
    }
    const instant = typeof at === 'string' ? readZonedInstant(at) : null;
    if (instant === null || (latest_ms !== null && Number(instant) > latest_ms * 1000)) {
      return wrong('at', 'live.bad_event', { expected: '2026-01-31T08:00:00Z, not in the future' });
    }
    if (!isEventKind(kind))
      return wrong('kind', 'live.bad_event', { expected: 'a kind of events@1' });
    if (!isObject(rows)) return wrong('rows', 'live.bad_event', { expected: '{table: [row]}' });
    const when = instantText(instant);
    const read = readRows(rows, kind, when, doors, most);
    if ('field' in read) return { wrong: read };
    return { event: { id, at: when, kind, rows: read.rows } };
  };
}

const fields: ReadonlySet<string> = new Set(['id', 'at', 'kind', 'rows']);

type Rows = Partial<Record<TableName, readonly EventRow[]>>;

function readRows(
  given: Readonly<Record<string, unknown>>,
  kind: EventKind,
  at: string,
  doors: (table: TableName) => RowDoor,
  { event_rows_max }: Limits,
): WrongEvent | { readonly rows: Rows } {
  const tables = tablesOf(kind);
  const rows: Rows = {};
  let count = 0;
  for (const [table, list] of Object.entries(given)) {
    const field = `rows.${table.slice(0, limits.shown_chars_max)}`;
    if (!isTableName(table) || !tables.includes(table)) {
      return wrongOf(field, 'live.bad_event', { expected: tables.join(', ') });
    }
    if (!Array.isArray(list))
      return wrongOf(field, 'live.bad_event', { expected: 'a list of rows' });
    count += list.length;
    if (count > event_rows_max) {
      return wrongOf(field, 'live.too_large', { what: 'rows', limit: event_rows_max });
    }
    const read: EventRow[] = [];
    for (const [i, row] of list.entries()) {
      const one = doors(table)(row, kind, at);
      if ('wrong' in one) return placed(one.wrong, `${field}.${i}`);
      read.push(one.row);
    }
    if (read.length > 0) rows[table] = read;
  }
  const [main] = tables;
  const wanted = kind.startsWith('member.') ? rows.member?.length === 1 : count > 0;
  if (!wanted) return wrongOf('rows', 'live.bad_event', { expected: `rows of ${main}` });
  return { rows };
}

/** Tables whose rows an event of the kind may bring. */
export function tablesOf(kind: EventKind): readonly TableName[] {
  const { tables } = kindShape(kind);
  return tables.length > 0 ? tables : statedTables;
}

/** What is stated as it is: every imported table but those that kinds of their own speak of. */
const statedTables = importedTables().filter((table) => !heldByKinds.has(table));

function placed({ column, expected }: WrongRow, field: string): WrongEvent {
  return wrongOf(column === '' ? field : `${field}.${column}`, 'live.bad_event', { expected });
}

function wrongOf(field: string, code: IssueCode, params: IssueParams): WrongEvent {
  return { field, issue: { code, params: { field, ...params }, count: 1, ...nowhere } };
}

function wrong(field: string, code: IssueCode, params: IssueParams): CheckedEvent {
  return { wrong: wrongOf(field, code, params) };
}

function isId(id: unknown, { event_id_chars_max }: Limits): id is string {
  if (typeof id !== 'string' || id === '' || id.length > event_id_chars_max) return false;
  // Ids of what one event leads to are made of it with a control character.
  return id.isWellFormed() && !/\p{Cc}/u.test(id);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
