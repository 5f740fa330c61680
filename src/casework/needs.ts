import type { Issue } from '../model/issue.ts';
import type { JsonValue } from '../model/json.ts';
import type { ProposedStep } from '../model/matter.ts';
import type { Context } from './context.ts';
import { shown } from './check-data.ts';
import { commitmentOf } from '../evidence/draw/commitment.ts';
import { refusal } from './outcome.ts';
import { isSet, keptName, textAt } from './put-down.ts';
import type { Need } from './rules.ts';
import type { Mark, MatterState } from './state.ts';
import { termOver } from './term-over.ts';

/** Who takes the step: its proposer too, where two persons do. */
export interface Asked {
  readonly state: MatterState;
  readonly step: ProposedStep;
  readonly users: readonly string[];
  readonly context: Context;
}

/** Why a need is not met; null where it is. */
export function unmet(need: Need, asked: Asked): Issue | null {
  const { state, step } = asked;
  switch (need.is) {
    case 'mark':
      return markNeed(need, asked);
    case 'item_open':
    case 'item_new':
      return itemNeed(need, asked);
    case 'all_ended': {
      const left = begun(state, need.start).find((item) => !isEnded(state, item, need));
      return left === undefined ? null : refusal('casework.item_unsettled', at(asked, left));
    }
    case 'span': {
      const runs = state.spans.some(({ name, to }) => name === need.name && to === null);
      if (runs === need.runs) return null;
      return refusal(runs ? 'casework.span_runs' : 'casework.span_not_running', {
        step: step.type,
        span: need.name,
      });
    }
    case 'not_taken_by':
    case 'taken_by':
    case 'not_decided_by':
      return personNeed(need, asked);
    case 'term_over':
      return termOver(need, step, asked.context);
    case 'day_past':
      return dayNeed(need, asked);
    case 'cured':
      return curedNeed(asked);
    case 'count':
    case 'as_many':
    case 'at_most':
    case 'within':
      return countNeed(need, asked);
    case 'seed_matches':
      return seedNeed(asked);
    case 'said': {
      const not = need.fields.find((field) => step.data[field] !== true);
      return not === undefined
        ? null
        : refusal('casework.not_said', { step: step.type, field: not });
    }
  }
}

type Of<K extends Need['is']> = Extract<Need, { is: K }>;

function at({ step }: Asked, item: string): { step: string; item: string } {
  return { step: step.type, item: shown(item) };
}

function hasMark({ marks }: MatterState, name: string): boolean {
  return marks.some((mark) => mark.name === name);
}

function markNeed({ name, there, when, given }: Of<'mark'>, { state, step }: Asked): Issue | null {
  if (when !== undefined && !isSet(step.data[when])) return null;
  if (given !== undefined && !hasMark(state, given)) return null;
  if (hasMark(state, name) === there) return null;
  const code = there ? 'casework.mark_missing' : 'casework.mark_there';
  return refusal(code, { step: step.type, mark: name });
}

function begun({ marks }: MatterState, start: string): string[] {
  return marks.filter(({ name }) => name === start).map(({ item }) => item ?? '');
}

function isEnded({ marks }: MatterState, item: string, { ends }: { ends: readonly string[] }) {
  return marks.some((mark: Mark) => (mark.item ?? '') === item && ends.includes(mark.name));
}

function itemNeed(need: Of<'item_open' | 'item_new'>, asked: Asked): Issue | null {
  const { state, step } = asked;
  const item = textAt(step.data, 'item') ?? '';
  const known = begun(state, need.start).includes(item);
  if (need.is === 'item_new') return known ? refusal('casework.item_taken', at(asked, item)) : null;
  if (!known) return refusal('casework.item_unknown', at(asked, item));
  return isEnded(state, item, need) ? refusal('casework.item_ended', at(asked, item)) : null;
}

function personNeed(
  need: Of<'not_taken_by' | 'taken_by' | 'not_decided_by'>,
  { state, step, users, context }: Asked,
): Issue | null {
  if (need.is === 'taken_by') {
    const takers = state.takers[need.step] ?? [];
    const all = users.every((user) => takers.includes(user));
    return all ? null : refusal('casework.only_who_asked', { step: step.type, first: need.step });
  }
  if (need.is === 'not_taken_by') {
    const took = need.steps.find((one) => tookPart(state, one, users));
    return took === undefined
      ? null
      : refusal('casework.decided_before', { step: step.type, first: took });
  }
  const matter = state.kept[need.matter];
  const other = typeof matter === 'string' ? context.matters.get(matter) : undefined;
  // Who decided there is not known: nobody can be said to be somebody else.
  if (!other) return refusal('casework.matter_unknown', { matter: shown(String(matter)) });
  const took = need.steps.find((one) => tookPart(other, one, users));
  return took === undefined
    ? null
    : refusal('casework.decided_before', { step: step.type, first: took });
}

function tookPart({ takers }: MatterState, step: string, users: readonly string[]): boolean {
  return (takers[step] ?? []).some((user) => users.includes(user));
}

function dayNeed({ kept, past }: Of<'day_past'>, { state, step }: Asked): Issue | null {
  const day = state.kept[kept];
  if (typeof day !== 'string')
    return refusal('casework.day_unknown', { step: step.type, day: kept });
  if (day < step.on === past) return null;
  return refusal(past ? 'casework.day_not_past' : 'casework.day_past', { step: step.type, day });
}

/** A new inspection, and every finding of the order gone in it. */
function curedNeed({ state, step }: Asked): Issue | null {
  const { inspection_id, findings } = state.kept;
  if (step.data['inspection_id'] === inspection_id)
    return refusal('casework.same_inspection', { inspection: shown(String(inspection_id)) });
  const gone = listOf(step.data['gone']);
  const left = listOf(findings).find((finding) => !gone.includes(finding));
  return left === undefined
    ? null
    : refusal('casework.not_cured', { finding: shown(String(left)) });
}

function countNeed(
  need: Of<'count' | 'as_many' | 'at_most' | 'within'>,
  { state, step }: Asked,
): Issue | null {
  if (need.is === 'at_most') {
    const { field, other } = need;
    return Number(step.data[field]) <= Number(step.data[other])
      ? null
      : refusal('casework.too_many', { step: step.type, field, other });
  }
  if (need.is === 'within') {
    const allowed = listOf(state.kept[need.kept]);
    const beyond = listOf(step.data[need.field]).find((one) => !allowed.includes(one));
    return beyond === undefined
      ? null
      : refusal('casework.not_granted', { step: step.type, what: shown(String(beyond)) });
  }
  const [mark, has, least] =
    need.is === 'count'
      ? [need.mark, begun(state, need.mark).length, need.least]
      : [need.marks[1], begun(state, need.marks[1]).length, begun(state, need.marks[0]).length];
  return has >= least ? null : refusal('casework.too_few', { step: step.type, mark, has, least });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function seedNeed({ state, step }: Asked): Issue | null {
  const item = textAt(step.data, 'item') ?? '';
  const seed = textAt(step.data, 'seed') ?? '';
  const committed = state.kept[keptName('commitment', item)];
  return committed === commitmentOf(state.matter_id, item, seed)
    ? null
    : refusal('casework.seed_differs', { item: shown(item) });
}
