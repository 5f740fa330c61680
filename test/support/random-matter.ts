import { clocksOf } from '../../src/casework/clocks-of.ts';
import type { Clock } from '../../src/casework/clock.ts';
import { commitmentOf } from '../../src/evidence/draw/commitment.ts';
import { decide } from '../../src/casework/decide.ts';
import { apply } from '../../src/casework/fold.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import type { Field, StepRule } from '../../src/casework/rules.ts';
import type { MatterState } from '../../src/casework/state.ts';
import { addDays } from '../../src/model/days.ts';
import type { Actor, Party } from '../../src/model/actor.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import type { MatterEvent, MatterKind } from '../../src/model/matter.ts';
import type { Random } from '../../src/model/random.ts';
import { person } from './casework.ts';
import type { Law } from './casework.ts';

/** Somebody tries something, again and again, over ten years of a virtual clock. */
export interface RandomMatter {
  readonly kind: MatterKind;
  readonly events: readonly MatterEvent[];
  /** Each event's JSON on the day it was appended. */
  readonly written: readonly string[];
  readonly state: MatterState | null;
  readonly tried: number;
  readonly today: string;
  readonly last: string;
}

const tenants: Readonly<Record<Party, string>> = {
  regulator: 'amr',
  association: 'guild',
  platform: 'mall',
  operator: 'shop',
  consumer: 'public',
};
const staff = Object.entries(tenants).flatMap(([party, tenant]) => {
  const at = (name: string, ...roles: Actor['roles']): Actor =>
    // The keys of a record of parties are parties.
    person(party as Party, tenant, `${tenant}-${name}`, ...roles);
  return [
    at('a', 'handler'),
    at('b', 'handler', 'approver'),
    at('c', 'handler', 'approver'),
    at('d', 'reader'),
  ];
});
const others: Actor[] = [
  person('regulator', 'elsewhere', 'elsewhere-a', 'handler', 'approver'),
  person('platform', 'rival', 'rival-a', 'handler', 'approver'),
  person('consumer', 'public', 'nobody'),
];
const machine: Actor = {
  kind: 'system',
  party: 'regulator',
  tenant_id: 'amr',
  user_id: 'system',
  roles: [],
};

export function randomMatter(
  kind: MatterKind,
  random: Random,
  law: Law,
  matters: ReadonlyMap<string, MatterState>,
  start: string,
): RandomMatter {
  const rules = matterRules[kind];
  const events: MatterEvent[] = [];
  const written: string[] = [];
  let state: MatterState | null = null;
  let on = start;
  const last = `${Number(start.slice(0, 4)) + 10}${start.slice(4)}`.replace('02-29', '02-28');
  const tries = kind === 'case' ? random.between(20, 90) : random.between(5, 30);
  // Some go the long way to the end, where most matters never come by chance.
  const patient = random.chance(0.2);
  let tried = 0;
  for (; tried < tries && on < last; tried += 1) {
    if (state && rules.statuses[state.status]?.final && random.chance(0.3)) break;
    const choice = chooseStep(kind, state, random, patient);
    const now = on;
    let known: Clock[] | null = null;
    const before: MatterState | null = state;
    const context = {
      get clocks(): Clock[] {
        known ??= before ? clocksOf(before, law.deadlines, law.calendar, now) : [];
        return known;
      },
      matters,
    };
    const proposed = {
      matter_id: `${kind}-1`,
      at: `${on}T08:00:00.${String(tried).padStart(3, '0')}Z`,
      on,
      ...stepOf(kind, state, choice, on, random, context),
    };
    const decision = decide(rules, state, deepFreeze(proposed), context);
    if ('event' in decision) {
      const event = deepFreeze(decision.event);
      state = deepFreeze(apply(state, event));
      events.push(event);
      written.push(JSON.stringify(event));
    }
    // Mostly days, now and then a season: terms of a week and of years both come to an end.
    if (random.chance(0.6))
      on = addDays(on, random.chance(patient ? 0.7 : 0.85) ? random.below(9) : random.below(260));
  }
  return { kind, events, written, state, tried, today: on, last };
}

/** Mostly a step that the status allows; now and then any. */
function chooseStep(
  kind: MatterKind,
  state: MatterState | null,
  random: Random,
  patient: boolean,
): string {
  const { steps } = matterRules[kind];
  if (!state) return random.chance(0.95) ? 'open' : random.pick(Object.keys(steps));
  if (state.proposals.length > 0 && random.chance(0.5))
    return random.pick(['approve', 'approve', 'approve', 'approve', 'reject', 'retract']);
  if (random.chance(0.04)) return random.pick([...Object.keys(steps), 'nonsense', 'constructor']);
  const { moving, staying, ending, open } = stepsFrom(kind, state.status);
  const lists = patient
    ? [moving, staying, staying, random.chance(0.3) ? ending : staying]
    : [moving, moving, moving, staying, staying, open, random.chance(0.15) ? ending : moving];
  const list = random.pick(lists);
  return random.pick(list.length > 0 ? list : open);
}

interface Choices {
  /** To another status, to a final one, to none; and what is open in every status. */
  readonly moving: readonly string[];
  readonly ending: readonly string[];
  readonly staying: readonly string[];
  readonly open: readonly string[];
}

const choices = new Map<string, Choices>();

function stepsFrom(kind: MatterKind, status: string): Choices {
  const key = `${kind} ${status}`;
  const known = choices.get(key);
  if (known) return known;
  const { steps, statuses } = matterRules[kind];
  const named = (only: (step: StepRule, name: string) => boolean): string[] =>
    Object.entries(steps)
      .filter(([name, step]) => only(step, name))
      .map(([name]) => name);
  const able = ({ from }: StepRule): boolean => Array.isArray(from) && from.includes(status);
  const ends = ({ to }: StepRule): boolean => to !== null && statuses[to]?.final === true;
  const found = {
    moving: named((step) => able(step) && step.to !== null && !ends(step)),
    ending: named((step, name) => (able(step) && ends(step)) || name === 'merge'),
    staying: named((step) => able(step) && step.to === null),
    open: named((step, name) => !Array.isArray(step.from) && name !== 'merge'),
  };
  choices.set(key, found);
  return found;
}

type Named = Pick<Parameters<typeof decide>[2], 'type' | 'actor' | 'reason' | 'data'>;

function stepOf(
  kind: MatterKind,
  state: MatterState | null,
  type: string,
  on: string,
  random: Random,
  context: { readonly clocks: readonly Clock[] },
): Named {
  const { steps } = matterRules[kind];
  const step = Object.hasOwn(steps, type) ? steps[type] : undefined;
  const reason = random.chance(0.95) ? '理由' : random.chance(0.5) ? null : '  ';
  const actor = actorOf(kind, step, state, random);
  if (!step) {
    const open = state?.proposals.at(-1)?.number ?? 1;
    const proposal = random.chance(0.9) ? open : random.below(9);
    const data: JsonObject = type === 'nonsense' ? {} : { proposal };
    const owners = staff.filter(({ tenant_id }) => tenant_id === state?.owner_tenant_id);
    const approvers = owners.filter(({ roles }) => roles.includes('approver'));
    const able = state && random.chance(0.9) ? (random.chance(0.8) ? approvers : owners) : [actor];
    return { type, actor: random.pick(able), reason, data };
  }
  const data = dataOf(kind, type, step, state, on, random, context);
  if (step.second && random.chance(0.9))
    return { type: 'propose', actor, reason, data: { step: type, data } };
  return { type, actor, reason, data };
}

function actorOf(
  kind: MatterKind,
  step: StepRule | undefined,
  state: MatterState | null,
  random: Random,
): Actor {
  if (random.chance(0.04)) return random.pick([...others, machine]);
  const taker = random.pick(step?.by ?? [{ face: 'owner' as const, roles: [] }]);
  if (taker.face === 'system') return machine;
  const parties = state?.parties ?? partiesOf(kind);
  const tenant = parties.find(({ face }) => face === taker.face)?.tenant_id ?? 'amr';
  return random.pick([...staff, ...others].filter(({ tenant_id }) => tenant_id === tenant));
}

function partiesOf(kind: MatterKind): MatterState['parties'] {
  return Object.entries(matterRules[kind].faces).map(([face, [party = 'regulator']]) => ({
    // The keys of the rules' faces are faces.
    face: face as MatterState['parties'][number]['face'],
    party,
    tenant_id: face === 'helper' && kind === 'referral' ? 'elsewhere' : tenants[party],
    user_id: party === 'consumer' ? 'public-a' : null,
  }));
}

function dataOf(
  kind: MatterKind,
  type: string,
  step: StepRule,
  state: MatterState | null,
  on: string,
  random: Random,
  context: { readonly clocks: readonly Clock[] },
): JsonObject {
  const data: Record<string, JsonValue> = {};
  for (const [name, field] of Object.entries(step.data)) {
    if (field.optional && random.chance(0.5)) continue;
    if (random.chance(0.003)) continue;
    data[name] = random.chance(0.003) ? 7.5 : valueOf(name, field, step, on, random);
  }
  if (type === 'open')
    return { ...data, kind, parties: partiesOf(kind).map((one) => ({ ...one })) };
  const item = random.pick(['a', 'b']);
  if (type === 'commit_seed')
    return { item, commitment: commitmentOf(`${kind}-1`, item, seedOf(item)) };
  if (type === 'reveal_seed')
    return { item, seed: random.chance(0.9) ? seedOf(item) : seedOf('z') };
  if (state?.kept['findings'] && type === 'confirm_cure')
    return {
      inspection_id: random.pick(['x0', 'x1', 'x2']),
      gone: random.pick([['x0'], ['x0', 'x1', 'x2']]),
    };
  const over = step.needs.find((need) => need.is === 'term_over');
  if (over?.is === 'term_over' && over.day !== undefined && random.chance(0.8)) {
    const clock = context.clocks.find(
      ({ clock, done_on }) => over.clocks.includes(clock) && !done_on,
    );
    if (clock?.due_on) data[over.day] = clock.due_on;
  }
  return data;
}

const seedOf = (item: string): string => item.charCodeAt(0).toString(16).repeat(32);

function valueOf(
  name: string,
  field: Field,
  step: StepRule,
  on: string,
  random: Random,
): JsonValue {
  switch (field.is) {
    case 'text':
      return 'x';
    case 'id':
      if (name === 'measure_id') return 'measure-1';
      return name === 'item' ? random.pick(['a', 'b', 'c']) : `x${random.below(3)}`;
    case 'day': {
      const behind = step.marks.some((mark) => mark.on === name && !mark.ahead);
      const far = random.chance(0.1) ? 400 : 40;
      return addDays(
        on,
        behind ? -random.below(6) + (random.chance(0.03) ? 9 : 0) : random.below(far),
      );
    }
    case 'instant':
      return `${on}T00:00:00.000Z`;
    case 'whole':
      return random.below(4);
    case 'flag':
      return random.chance(0.6);
    case 'digest':
      return 'a'.repeat(64);
    case 'one_of':
      return random.pick(Object.keys(field.of));
    case 'texts':
      return ['x'];
    case 'ids':
      return ['x0', 'x1', 'x2'].slice(0, Math.max(field.least, random.between(1, 3)));
    case 'digests':
      return ['b'.repeat(64)];
    case 'parties':
      return [];
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
