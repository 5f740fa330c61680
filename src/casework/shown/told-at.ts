import type { Face, MatterEvent, MatterParty } from '../../model/matter.ts';
import { apply } from '../fold.ts';
import type { MatterState } from '../state.ts';
import { shownEvents } from './shown-events.ts';

/**
 * What a tenant as such is shown from some events of a matter on, by their numbers; the matter is
 * given whole and in order. Over all numbers it is told each event it is shown once: what it sees
 * later than it happened, when it is seen; of what went before it was a party, when it became one.
 */
export function toldAt(
  events: readonly MatterEvent[],
  tenant_id: string,
  numbers: ReadonlySet<number>,
): ReadonlyMap<number, readonly MatterEvent[]> {
  const told = new Map<number, readonly MatterEvent[]>();
  let before: readonly Face[] = [];
  let state: MatterState | null = null;
  for (const [i, event] of events.entries()) {
    state = apply(state, event);
    const after = sidesOf(tenant_id, state.parties);
    if (numbers.has(event.number)) {
      const known = new Set(shownEvents(state.kind, before, events.slice(0, i)));
      const shown = shownEvents(state.kind, after, events.slice(0, i + 1));
      told.set(
        event.number,
        shown.filter((one) => !known.has(one)),
      );
    }
    before = after;
  }
  return told;
}

/** The sides an office or firm stands on, whoever of it asks; none of one person alone. */
function sidesOf(tenant_id: string, parties: readonly MatterParty[]): Face[] {
  const own = parties.filter((one) => one.tenant_id === tenant_id && one.user_id === null);
  return [...new Set(own.map(({ face }) => face))];
}
