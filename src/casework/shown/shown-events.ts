import type { Actor } from '../../model/actor.ts';
import { faces } from '../../model/matter.ts';
import type { Face, MatterEvent, MatterKind, MatterParty } from '../../model/matter.ts';
import { standsFor } from '../may-take.ts';
import { shownTypes } from './shown-types.ts';

/** The sides an actor stands on in a matter. */
export function facesOf(actor: Actor, parties: readonly MatterParty[]): Face[] {
  return faces.filter((face) => standsFor(actor, face, parties));
}

/** The events that somebody on these sides is shown; none means that there is no matter. */
export function shownEvents(
  kind: MatterKind,
  sides: readonly Face[],
  events: readonly MatterEvent[],
): readonly MatterEvent[] {
  if (sides.includes('owner')) return events;
  const happened = new Set(events.map(({ type }) => type));
  const types = shownTypes(kind, sides, (type) => happened.has(type));
  return events.filter(({ type }) => types.has(type));
}
