import type { Actor } from '../../model/actor.ts';
import { faces } from '../../model/matter.ts';
import type { Face, MatterEvent, MatterKind, MatterParty } from '../../model/matter.ts';
import { standsFor } from '../may-take.ts';
import { shownRules } from './shown-rules.ts';

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
  const types = new Set<string>();
  for (const side of sides) {
    const rule = side === 'owner' ? undefined : shownRules[kind][side];
    for (const type of rule?.shows ?? []) {
      const after = rule?.withheld[type] ?? rule?.from ?? [];
      if (after.some((one) => happened.has(one))) types.add(type);
    }
  }
  return events.filter(({ type }) => types.has(type));
}
