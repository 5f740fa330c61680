import { sql } from 'kysely';
import { fold } from '../../casework/fold.ts';
import type { MatterState } from '../../casework/state.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { MatterEvent } from '../../model/matter.ts';
import type { StoreTx } from '../store.ts';
import { appendValues } from './append-values.ts';
import type { Appended } from './append-values.ts';
import { readEvents } from './read-events.ts';

/**
 * Appends events to a matter that has `expected_number` of them (0 opens it), with its row, its
 * parties and its entries in the log, all or nothing. Another number in the store is
 * `store.conflict`; a matter the actor does not see is `store.no_matter`. The events must be
 * those `decide` gave: rules are not asked again. `known` is the state at that number where the
 * caller has it, which saves reading the events; its number is compared like any other.
 */
export async function appendEvents(
  tx: StoreTx,
  matter_id: string,
  expected_number: number,
  events: readonly MatterEvent[],
  known?: MatterState,
): Promise<Appended> {
  const before = known ?? (await stateAt(tx, matter_id, expected_number));
  const { after, values } = appendValues({ matter_id, before, events });
  const given = sql.join(values.map((value) => sql`${value}`));
  const { rows } = await sql<{ has: number | null; positions: number[] | null }>`
    SELECT has, positions
    FROM append_events(${matter_id}, ${expected_number}, true, ${given})`.execute(tx.db);
  const { has = null, positions = null } = rows[0] ?? {};
  if (positions === null) throw refused(matter_id, expected_number, has);
  tx.afterCommit(tx.logGrew);
  return { state: after, positions };
}

/** The state at the expected number; null where the matter is to be opened. */
async function stateAt(
  tx: StoreTx,
  matter_id: string,
  expected: number,
): Promise<MatterState | null> {
  const events = await readEvents(tx, matter_id);
  if (events.length !== expected) throw refused(matter_id, expected, events.length);
  return fold(events);
}

/** Why nothing was appended to a matter that has so many events, none where nobody sees one. */
export function refused(matter: string, expected: number, found: number | null): PolyprismError {
  const none = found === null || found === 0;
  if (none && expected > 0) return new PolyprismError('store.no_matter', { matter });
  return new PolyprismError('store.conflict', { matter, expected, found: found ?? 0 });
}
