import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { ShownEvent } from '../../casework/shown/shown-matter.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { MatterEvent } from '../../model/matter.ts';
import type { LoggedEvent } from '../../store/log/read-logged-events.ts';
import type { SeenMatter } from '../api/matters/seen-matter.ts';

/** An event as it goes into a bag; with its salt only where nothing of it is left out. */
export interface EventOfBag {
  readonly position: number;
  readonly event: unknown;
  readonly entry: Uint8Array;
  readonly salt: Uint8Array | null;
}

/**
 * The owner of a matter who is shown all of an event gets it whole, with the salt that proves it;
 * of all others the parts that are shown, without the salt, which would let what is left out be
 * guessed.
 */
export function eventsWithSalts(
  { events, shown }: SeenMatter,
  logged: ReadonlyMap<number, LoggedEvent>,
): EventOfBag[] {
  const whole = new Map(events.map((event) => [event.number, event]));
  return shown.events.map((one) => {
    const event = whole.get(one.number);
    const known = logged.get(one.number);
    // Somebody took a step between two reads: the next request has it.
    if (!event || !known) throw new PolyprismError('store.conflict', { matter: one.number });
    const { position, entry, salt } = known;
    return isShownWhole(event, one, shown.faces)
      ? { position, event, entry, salt }
      : { position, event: partOf(event, one), entry, salt: null };
  });
}

function isShownWhole(event: MatterEvent, shown: ShownEvent, faces: readonly string[]): boolean {
  if (!faces.includes('owner') || shown.actor?.user_id !== event.actor.user_id) return false;
  return (['reason', 'data', 'proposal'] as const).every(
    (field) => canonicalJson(shown[field]) === canonicalJson(event[field]),
  );
}

/** The shown fields under the names of the event's own; titles are of the program's words. */
function partOf({ matter_id }: MatterEvent, shown: ShownEvent): unknown {
  const { number, type, at, on, actor, reason, data, proposal } = shown;
  return { matter_id, number, type, at, on, actor, reason, data, proposal };
}
