import { expect } from 'vitest';
import { clocksOf } from '../../src/casework/clocks-of.ts';
import type { Clock } from '../../src/casework/clock.ts';
import { decide } from '../../src/casework/decide.ts';
import { apply, fold } from '../../src/casework/fold.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import type { Decision } from '../../src/casework/outcome.ts';
import type { MatterState } from '../../src/casework/state.ts';
import type { Calendar } from '../../src/deadlines/calendar.ts';
import type { Deadline } from '../../src/model/deadline.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Actor, Party, Role } from '../../src/model/actor.ts';
import type { MatterEvent, MatterKind, MatterParty, ProposedStep } from '../../src/model/matter.ts';

export function person(party: Party, tenant_id: string, user_id: string, ...roles: Role[]): Actor {
  return { kind: 'person', party, tenant_id, user_id, roles };
}

export const officer = person('regulator', 'amr', 'li', 'handler');
export const second = person('regulator', 'amr', 'zhang', 'handler', 'approver');
export const third = person('regulator', 'amr', 'zhao', 'handler', 'approver');
export const stranger = person('regulator', 'other', 'wu', 'handler', 'approver');
export const shop = person('operator', 'shop', 'wang', 'handler');
export const buyer = person('consumer', 'public', 'buyer');
export const mall = person('platform', 'mall', 'chen', 'handler');
export const mallSecond = person('platform', 'mall', 'lin', 'handler', 'approver');
export const mallThird = person('platform', 'mall', 'he', 'handler', 'approver');
export const guild = person('association', 'guild', 'sun', 'handler');
export const guildSecond = person('association', 'guild', 'qian', 'handler', 'approver');
export const machine: Actor = {
  kind: 'system',
  party: 'regulator',
  tenant_id: 'amr',
  user_id: 'system',
  roles: [],
};

export const side = (
  face: MatterParty['face'],
  { party, tenant_id, user_id }: Actor,
): JsonObject => ({ face, party, tenant_id, user_id: party === 'consumer' ? user_id : null });

export const digest = (digit: string): string => digit.repeat(64);

interface More {
  readonly data?: JsonObject;
  readonly reason?: string | null;
  readonly at?: string;
}

/** One matter played step by step; steps of two persons are proposed and approved at once. */
export interface Play {
  readonly events: MatterEvent[];
  state(): MatterState;
  try(on: string, actor: Actor, type: string, more?: More): Decision;
  take(on: string, actor: Actor, type: string, more?: More): MatterEvent;
  both(on: string, first: Actor, other: Actor, type: string, more?: More): MatterEvent;
  /** The code of the refusal; throws where the step is taken. */
  refused(on: string, actor: Actor, type: string, more?: More): string;
  clocks(today: string): Clock[];
  clock(name: string, today: string, item?: string): Clock;
}

export interface Law {
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
  readonly currency: string | null;
}

export function play(
  kind: MatterKind,
  law: Law,
  matters: ReadonlyMap<string, MatterState> = new Map(),
): Play {
  const events: MatterEvent[] = [];
  let state: MatterState | null = null;
  const propose = (on: string, actor: Actor, type: string, more: More): ProposedStep => ({
    matter_id: `${kind}-1`,
    type,
    at: more.at ?? `${on}T01:00:00.000Z`,
    on,
    actor,
    reason: more.reason === undefined ? '理由' : more.reason,
    data: type === 'open' ? { kind, title: 't', ...more.data } : (more.data ?? {}),
  });
  const clocks = (today: string): Clock[] =>
    state ? clocksOf(state, law.deadlines, law.calendar, today) : [];
  const attempt = (on: string, actor: Actor, type: string, more: More = {}): Decision =>
    decide(matterRules[kind], state, propose(on, actor, type, more), {
      clocks: clocks(on),
      matters,
    });
  const take = (on: string, actor: Actor, type: string, more: More = {}): MatterEvent => {
    const decision = attempt(on, actor, type, more);
    if ('refused' in decision) throw new Error(`${type}: ${JSON.stringify(decision.refused)}`);
    state = apply(state, decision.event);
    events.push(decision.event);
    expect(fold(events)).toEqual(state);
    return decision.event;
  };
  return {
    events,
    state: () => {
      expect.assert(state);
      return state;
    },
    try: attempt,
    take,
    both(on, first, other, type, { data = {}, reason } = {}) {
      const { number } = take(on, first, 'propose', {
        data: { step: type, data },
        ...(reason === undefined ? {} : { reason }),
      });
      return take(on, other, 'approve', { data: { proposal: number } });
    },
    refused(on, actor, type, more) {
      const decision = attempt(on, actor, type, more);
      expect.assert('refused' in decision, `${type} was taken`);
      return decision.refused.code.replace(/^casework\./, '');
    },
    clocks,
    clock(name, today, item) {
      const found = clocks(today).findLast(
        (one) => one.clock === name && (item === undefined || one.item === item),
      );
      expect.assert(found, `no clock ${name}`);
      return found;
    },
  };
}
