import { randomBytes } from 'node:crypto';
import { apply } from '../../casework/fold.ts';
import type { MatterState } from '../../casework/state.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { logEntry, salt_bytes } from '../../evidence/statement/log-entry.ts';
import type { MatterEvent, MatterKind } from '../../model/matter.ts';
import { wordsVector } from '../search/words-vector.ts';
import { eventTexts, toldTexts } from './event-texts.ts';
import { projectionOf } from './projection-of.ts';
import { seatRows } from './seat-rows.ts';

/** Events to append to a matter: `before` is what its events so far come to, null opens it. */
export interface Appending {
  readonly matter_id: string;
  readonly before: MatterState | null;
  readonly events: readonly MatterEvent[];
}

/** What was appended: the state the matter is in now, and where its events stand in the store. */
export interface Appended {
  readonly state: MatterState;
  readonly positions: readonly number[];
}

export interface AppendValues {
  /** The state after the events. */
  readonly after: MatterState;
  /** Arguments of the SQL function `append_events` behind `patient`, in its order. */
  readonly values: readonly unknown[];
}

/** The words others than the owner are told; null where they are the same. */
export function toldVector(
  kind: MatterKind,
  event: MatterEvent,
  words: string | undefined,
): string | null {
  const told = wordsVector(toldTexts(kind, event));
  return told === words ? null : told;
}

/** What the database is given for events: their state, parties, bytes, log entries and words. */
export function appendValues({ before, events }: Appending): AppendValues {
  if (events.length === 0) throw new RangeError('no events to append');
  let state = before;
  for (const event of events) state = apply(state, event);
  // At least one event was applied.
  const after = state as MatterState;
  const { number, status, title, last_at, assignee, queue, tags } = projectionOf(after);
  const parties = after.parties.slice(before?.parties.length ?? 0);
  const payloads = events.map((event) => canonicalJson(event));
  const words = events.map((event) => wordsVector(eventTexts(event)));
  const salts = events.map(() => randomBytes(salt_bytes));
  return {
    after,
    values: [
      after.kind,
      after.owner_tenant_id,
      after.opened_on,
      number,
      status,
      title,
      last_at,
      assignee,
      queue,
      tags,
      JSON.stringify(seatRows(after)),
      parties.map(({ face }) => face),
      parties.map(({ party }) => party),
      parties.map(({ tenant_id }) => tenant_id),
      parties.map(({ user_id }) => user_id),
      events.map((event) => event.number),
      events.map(({ type }) => type),
      events.map(({ at }) => at),
      payloads,
      salts,
      payloads.map((payload, i) => logEntry(Buffer.from(payload), salts[i] ?? Buffer.alloc(0))),
      words,
      events.map((event, i) => toldVector(after.kind, event, words[i])),
    ],
  };
}
