import type { Actor } from '../model/actor.ts';
import type { MatterParty } from '../model/matter.ts';
import type { StepRule } from './rules.ts';

/** Whether the actor is one of those a step is for, among the parties of the matter. */
export function mayTake({ by }: StepRule, actor: Actor, parties: readonly MatterParty[]): boolean {
  return by.some(({ face, roles }) => {
    if (face === 'system') return actor.kind === 'system';
    if (actor.kind !== 'person') return false;
    const entitled = actor.party === 'consumer' || roles.some((role) => actor.roles.includes(role));
    return entitled && standsFor(actor, face, parties);
  });
}

/** Whether the actor stands on this side of the matter. */
export function standsFor(
  actor: Actor,
  face: MatterParty['face'],
  parties: readonly MatterParty[],
): boolean {
  return parties.some(
    (one) =>
      one.face === face &&
      one.party === actor.party &&
      one.tenant_id === actor.tenant_id &&
      (one.user_id === null || one.user_id === actor.user_id),
  );
}
