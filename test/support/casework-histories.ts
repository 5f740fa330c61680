import type { Actor, Party, Role } from '../../src/model/actor.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { MatterEvent } from '../../src/model/matter.ts';

export function actorOf(
  tenant_id: string,
  user_id: string,
  party: Party = 'regulator',
  roles: readonly Role[] = ['handler'],
): Actor {
  return { kind: 'person', party, tenant_id, user_id, roles };
}

/** A complaint at `owner` by a consumer of `public`, about the tenant `subject`. */
export function opening(
  matter_id: string,
  actor: Actor,
  owner: string,
  consumer: string,
  subject: string,
  title: string,
): MatterEvent {
  const parties = [
    { face: 'owner', party: 'regulator', tenant_id: owner, user_id: null },
    { face: 'applicant', party: 'consumer', tenant_id: 'public', user_id: consumer },
    { face: 'subject', party: 'platform', tenant_id: subject, user_id: null },
  ];
  const data = { kind: 'complaint', title, facts: '交纳入门费', request: '退款', parties };
  return eventOf(matter_id, 1, 'open', actor, data);
}

export function eventOf(
  matter_id: string,
  number: number,
  type: string,
  actor: Actor,
  data: JsonObject = {},
): MatterEvent {
  const at = `2026-03-02T0${Math.min(9, number)}:00:00.000Z`;
  const common = { matter_id, number, type, at, on: '2026-03-02', actor };
  return { ...common, reason: null, data, proposal: null };
}
