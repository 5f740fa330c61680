import type { Actor } from '../../model/actor.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Localised } from '../../model/localised.ts';
import type { Face, MatterEvent, MatterKind, MatterParty } from '../../model/matter.ts';
import type { Clock } from '../clock.ts';
import { clocksOf } from '../clocks-of.ts';
import type { Law } from '../law.ts';
import { matterRules } from '../matter-kinds.ts';
import type { MatterState } from '../state.ts';
import { facesOf, shownEvents } from './shown-events.ts';
import { shownRules } from './shown-rules.ts';

/** Who took a step, as far as the reader is told: of others, the office and not the person. */
export interface ShownActor {
  readonly kind: Actor['kind'];
  readonly party: Actor['party'];
  readonly tenant_id: string;
  readonly user_id: string | null;
}

export interface ShownEvent {
  readonly number: number;
  readonly type: string;
  readonly title: Localised;
  readonly at: string;
  readonly on: string;
  /** null where it would name somebody whom the reader may not know. */
  readonly actor: ShownActor | null;
  readonly reason: string | null;
  readonly data: JsonObject;
  readonly proposal: number | null;
}

/** A matter as one reader sees it. */
export interface ShownMatter {
  readonly faces: readonly Face[];
  readonly events: readonly ShownEvent[];
  readonly parties: readonly MatterParty[];
  /** null where no event shown says it. */
  readonly status: string | null;
  /** null where the opening is not shown. */
  readonly title: string | null;
  readonly last_at: string;
  /** All that is known, for what may be worked out of it: nothing of it is for the reader. */
  readonly state: MatterState;
}

/** What the reader sees of a matter; null where there is none for this reader. */
export function shownMatter(
  reader: Actor,
  state: MatterState,
  events: readonly MatterEvent[],
): ShownMatter | null {
  const { kind, parties } = state;
  const faces = facesOf(reader, parties);
  const shown = shownEvents(kind, faces, events);
  const last = shown.at(-1);
  if (last === undefined) return null;
  const owns = faces.includes('owner');
  const rules = matterRules[kind];
  const opened = shown.some(({ type }) => type === 'open');
  const led = shown.findLast(({ type }) => typeof rules.steps[type]?.to === 'string');
  return {
    faces,
    events: shown.map((event) => shownEvent(reader, state, owns, event, events)),
    parties: partiesShown(reader, state, faces),
    status: owns ? state.status : led === undefined ? null : (rules.steps[led.type]?.to ?? null),
    title: opened ? state.title : null,
    last_at: last.at,
    state,
  };
}

/** The clocks a reader sees: of others than the owner, those whose every step is shown to them. */
export function shownClocks(
  {
    faces,
    events,
    state,
  }: Pick<ShownMatter, 'faces' | 'state'> & {
    readonly events: readonly Pick<ShownEvent, 'number'>[];
  },
  law: Law,
  today: string,
): Clock[] {
  const { deadlines, calendar } = law;
  if (faces.includes('owner')) return clocksOf(state, deadlines, calendar, today);
  const numbers = new Set(events.map(({ number }) => number));
  const marks = state.marks.filter(({ number }) => numbers.has(number));
  const extensions = state.extensions.filter(({ number }) => numbers.has(number));
  const { clocks, steps } = matterRules[state.kind];
  const known = new Set(
    faces.flatMap((face) => (face === 'owner' ? [] : (shownRules[state.kind][face]?.shows ?? []))),
  );
  const isKnown = (mark: string): boolean =>
    Object.entries(steps).every(
      ([type, step]) => known.has(type) || !step.marks.some(({ name }) => name === mark),
    );
  return clocksOf({ ...state, marks, extensions }, deadlines, calendar, today).filter(
    ({ clock }) => {
      const rule = clocks[clock];
      return rule !== undefined && [rule.from, ...rule.done].every(isKnown);
    },
  );
}

/** Reporters are for those who handle the report; not for others of the tenant who may read. */
function isSealed({ kind }: MatterState, reader: Actor): boolean {
  return (
    kind === 'report' && !reader.roles.some((role) => role === 'handler' || role === 'approver')
  );
}

function partiesShown(
  reader: Actor,
  state: MatterState,
  faces: readonly Face[],
): readonly MatterParty[] {
  const mine = (one: MatterParty): boolean => facesOf(reader, [one]).length > 0;
  if (faces.includes('owner')) {
    const sealed = isSealed(state, reader);
    return state.parties.filter((one) => mine(one) || !sealed || one.face !== 'applicant');
  }
  const sides = new Set<Face>(
    faces.flatMap((face) => (face === 'owner' ? [] : (shownRules[state.kind][face]?.sides ?? []))),
  );
  return state.parties
    .filter((one) => mine(one) || one.face === 'owner' || sides.has(one.face))
    .map((one) => (mine(one) ? one : { ...one, user_id: null }));
}

/** Names of fields that hold other matters and people: for the owner alone. */
const inner = new Set(['parties', 'matter_id', 'officers', 'members', 'user_id']);

function shownEvent(
  reader: Actor,
  state: MatterState,
  owns: boolean,
  event: MatterEvent,
  events: readonly MatterEvent[],
): ShownEvent {
  const { number, type, at, on, actor, reason, data, proposal } = event;
  const title = titleOf(state.kind, event, events);
  const mine = actor.tenant_id === reader.tenant_id && actor.user_id === reader.user_id;
  const base = { number, type, title, at, on, proposal };
  if (owns) {
    const sealed = isSealed(state, reader);
    const told = sealed && facesOf(actor, state.parties).includes('applicant') ? null : actor;
    return { ...base, actor: told && plain(told), reason, data: sealed ? outer(data) : data };
  }
  const told = { ...plain(actor), user_id: mine ? actor.user_id : null };
  const outside = toldOf(state.kind, event);
  return {
    ...base,
    proposal: null,
    actor: told,
    reason: mine ? reason : outside.reason,
    data: outside.data,
  };
}

/** What others than the owner are told of an event that is shown to them, their own apart. */
export function toldOf(
  kind: MatterKind,
  { type, reason, data }: Pick<MatterEvent, 'type' | 'reason' | 'data'>,
): Pick<MatterEvent, 'reason' | 'data'> {
  const needed = matterRules[kind].steps[type]?.reason === 'needed';
  return { reason: needed ? reason : null, data: outer(data) };
}

function plain({ kind, party, tenant_id, user_id }: Actor): ShownActor {
  return { kind, party, tenant_id, user_id };
}

function outer(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !inner.has(name)));
}

/** What happened; of a proposal, and of what was said to it, with the step it is about. */
function titleOf(kind: MatterKind, event: MatterEvent, events: readonly MatterEvent[]): Localised {
  const { type, data } = event;
  const { steps } = matterRules[kind];
  const said = proposing[type];
  if (said === undefined) return steps[type]?.title ?? { zh: type, en: type };
  const proposal =
    type === 'propose' ? event : events.find(({ number }) => number === data['proposal']);
  const verb = steps[String(proposal?.data['step'])]?.verb;
  if (verb === undefined) return said;
  return { zh: `${said.zh}：${verb.zh}`, en: `${said.en}: ${verb.en}` };
}

const proposing: Readonly<Record<string, Localised>> = {
  propose: { zh: '提请', en: 'Proposed' },
  approve: { zh: '批准', en: 'Approved' },
  reject: { zh: '驳回', en: 'Turned down' },
  retract: { zh: '撤回提请', en: 'Taken back' },
};
