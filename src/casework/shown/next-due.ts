import type { Face, MatterEvent } from '../../model/matter.ts';
import type { Clock } from '../clock.ts';
import type { Law } from '../law.ts';
import type { MatterState } from '../state.ts';
import { isWaiting, watchedClocks } from '../watched-clocks.ts';
import { seatsOf } from './seats-of.ts';
import type { Seat } from './seats-of.ts';
import { shownEvents } from './shown-events.ts';
import { shownClocks } from './shown-matter.ts';

/** What is due next in a matter, as one side sees it. */
export interface NextDue {
  /** The nearest last day known; null where none is. */
  readonly due_on: string | null;
  /** The clock of that day, else the first one whose last day nobody can tell. */
  readonly due_clock: string | null;
  /** Whether something is due by a day that nobody can tell. */
  readonly due_unknown: boolean;
}

/**
 * Out of the clocks that the sides are shown: the owner watches its own acts, the others whatever
 * still runs, theirs and the owner's.
 */
export function nextDue(
  sides: readonly Face[],
  state: MatterState,
  shown: readonly Clock[],
  law: Law,
): NextDue {
  const clocks = sides.includes('owner')
    ? watchedClocks(state, shown, law)
    : shown.filter(isWaiting);
  let first: Clock | null = null;
  for (const clock of clocks) {
    if (clock.due_on === null) continue;
    if (first === null || clock.due_on < (first.due_on ?? '')) first = clock;
  }
  const unknown = clocks.find(({ due_on }) => due_on === null);
  return {
    due_on: first?.due_on ?? null,
    due_clock: (first ?? unknown)?.clock ?? null,
    due_unknown: unknown !== undefined,
  };
}

export type SeatDue = Pick<Seat, 'tenant_id' | 'user_id'> & NextDue;

/** What is due next in every place of a matter on a day. */
export function seatDues(
  state: MatterState,
  events: readonly MatterEvent[],
  law: Law,
  today: string,
): SeatDue[] {
  return seatsOf(state).map(({ tenant_id, user_id, faces }) => {
    const shown = { faces, events: shownEvents(state.kind, faces, events), state };
    const clocks = shownClocks(shown, law, today);
    return { tenant_id, user_id, ...nextDue(faces, state, clocks, law) };
  });
}
