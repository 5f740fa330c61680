import type { TableName } from '../model/tables.ts';
import type { EventKind } from './event-kinds.ts';

/** Version of the form; a batch names it, and a reader refuses any other. */
export const events_schema = 'events@1';

export type EventValue = string | number | boolean | null;
export type EventRow = Readonly<Record<string, EventValue>>;
export type EventRows = Readonly<Partial<Record<TableName, readonly EventRow[]>>>;

/**
 * Something that happened on a platform, as it is kept: values as the canonical tables have them,
 * instants in UTC, people as pseudonyms. Rows name only the columns that the event states; null
 * states that there is no value.
 */
export interface DataEvent {
  /** Of the source. */
  readonly id: string;
  /** When it happened: ISO 8601, UTC. */
  readonly at: string;
  readonly kind: EventKind;
  readonly rows: EventRows;
}

/** What an entry of the inbox is: an event, or the legal calendar day that begins. */
export type InboxEntry =
  | { readonly position: number; readonly event: DataEvent }
  | { readonly position: number; readonly day: string };
