import type { Actor } from '../model/actor.ts';
import { dayNumber } from '../model/days.ts';
import type { JsonObject } from '../model/json.ts';
import type { MatterEvent, MatterKind, ProposedStep } from '../model/matter.ts';
import type { Clock } from './clock.ts';
import { clocksOf } from './clocks-of.ts';
import { decide } from './decide.ts';
import { apply } from './fold.ts';
import type { Law } from './law.ts';
import { matterRules } from './matter-kinds.ts';
import type { StepRule } from './rules.ts';
import type { MatterState } from './state.ts';
import { watchedClocks } from './watched-clocks.ts';

/**
 * Steps the program takes by itself when a day is over, because the day alone decides them. That a
 * party kept silent is not among them: what was posted in time may arrive later, and that nobody
 * sued is for a person to say. Nor are acts outside: a publication is taken down where it stands on
 * our own page, and elsewhere by who put it there.
 */
const lapses: Readonly<Partial<Record<MatterKind, readonly string[]>>> = {
  case: ['lapse_preserved', 'serve_by_notice'],
  measure: ['expire', 'unpublish'],
  order: ['note_overdue'],
  notice: ['note_silence'],
  unlock: ['expire'],
};

/** What the program puts down in a matter on a day: terms that lapsed, then reminders. */
export function systemSteps(
  before: MatterState,
  history: readonly MatterEvent[],
  { at, on }: { readonly at: string; readonly on: string },
  law: Law,
  /** Whether what is published of it stands on our own page. */
  published_here: boolean,
): MatterEvent[] {
  const actor = machineOf(before);
  const rules = matterRules[before.kind];
  const taken: MatterEvent[] = [];
  let state = before;
  const clocksNow = (): Clock[] => clocksOf(state, law.deadlines, law.calendar, on);
  const attempt = (type: string, data: JsonObject): void => {
    const { matter_id } = state;
    const step: ProposedStep = { matter_id, type, at, on, actor, reason: null, data };
    const decision = decide(rules, state, step, { clocks: clocksNow(), matters: new Map() });
    if (!('event' in decision)) return;
    taken.push(decision.event);
    state = apply(state, decision.event);
  };
  for (const type of lapses[before.kind] ?? []) {
    if (type === 'unpublish' && !(published_here && state.status === 'expired')) continue;
    for (const data of dataFor(state, type, clocksNow())) attempt(type, data);
  }
  for (const data of reminders(clocksNow(), state, [...history, ...taken], on, law)) {
    attempt('remind', data);
  }
  return taken;
}

function machineOf({ parties, owner_tenant_id }: MatterState): Actor {
  const party = parties.find(({ face }) => face === 'owner')?.party ?? 'regulator';
  return { kind: 'system', party, tenant_id: owner_tenant_id, user_id: 'system', roles: [] };
}

/** What the data of a lapse can be: nothing, one of the things it is about, or its last day. */
function dataFor(state: MatterState, type: string, clocks: readonly Clock[]): JsonObject[] {
  const step = matterRules[state.kind].steps[type];
  if (step === undefined) return [];
  for (const need of step.needs) {
    if (need.is !== 'item_open') continue;
    const items = state.marks.filter(({ name }) => name === need.start);
    return items.flatMap(({ item }) => (item === null ? [] : [{ item }]));
  }
  const [day, names] = termOf(step);
  if (day === null) return [{}];
  const last = clocks.findLast((one) => names.includes(one.clock) && one.done_on === null)?.due_on;
  return typeof last === 'string' ? [{ [day]: last }] : [];
}

/** The field that must be the last day of a term, and the clocks whose term it is. */
function termOf({ needs }: StepRule): readonly [string | null, readonly string[]] {
  for (const need of needs) {
    if (need.is === 'term_over' && need.day !== undefined) return [need.day, need.clocks];
  }
  return [null, []];
}

/** One reminder when a term is due soon and one when it is over, for each last day it has. */
function reminders(
  clocks: readonly Clock[],
  matter: MatterState,
  history: readonly MatterEvent[],
  on: string,
  law: Law,
): JsonObject[] {
  return watchedClocks(matter, clocks, law).flatMap(({ clock, item, due_on, state }) => {
    if (due_on === null || state === 'running') return [];
    const name = item === null ? clock : `${clock}/${item}`;
    const sent = history.filter(
      ({ type, actor, data }) =>
        type === 'remind' && actor.kind === 'system' && data['clock'] === name,
    );
    if (state === 'overdue') {
      const told = sent.some((one) => one.data['days_left'] === undefined && one.on > due_on);
      return told ? [] : [{ clock: name }];
    }
    const told = sent.some(
      (one) => dayNumber(one.on) + Number(one.data['days_left']) === dayNumber(due_on),
    );
    return told ? [] : [{ clock: name, days_left: dayNumber(due_on) - dayNumber(on) }];
  });
}
