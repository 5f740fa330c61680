import type { Issue } from '../model/issue.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { MatterParty, ProposedStep } from '../model/matter.ts';
import { checkData, shown } from './check-data.ts';
import type { Context } from './context.ts';
import { mayTake } from './may-take.ts';
import { unmet } from './needs.ts';
import { refusal } from './outcome.ts';
import { readParties, readParty } from './read-parties.ts';
import type { MatterRules, StepRule } from './rules.ts';
import type { MatterState } from './state.ts';

/** A step to be judged, by whom it is taken: two users where a second person approves. */
export interface Judged {
  readonly rules: MatterRules;
  readonly state: MatterState | null;
  readonly proposed: ProposedStep;
  readonly users: readonly string[];
  readonly context: Context;
}

/** Why a step may not be taken by the actor; the days in its data are another question. */
export function stepIssue({ rules, state, proposed, users, context }: Judged): Issue | null {
  const { type, actor, data, reason } = proposed;
  const step = Object.hasOwn(rules.steps, type) ? rules.steps[type] : undefined;
  if (!step) return refusal('casework.unknown_step', { kind: rules.kind, step: shown(type) });
  if ((state === null) !== (type === 'open'))
    return refusal(state ? 'casework.open_already' : 'casework.not_open', { step: type });
  if (state && !isFrom(rules, step, state.status))
    return refusal('casework.wrong_status', { step: type, status: state.status });
  const wrong = checkData(type, step.data, data);
  if (wrong) return wrong;
  const parties = state?.parties ?? readParties(data['parties']) ?? [];
  const standing = partiesIssue(rules, type, parties, data);
  if (standing) return standing;
  if (!mayTake(step, actor, parties)) {
    const code = actor.kind === 'system' ? 'casework.system_decides' : 'casework.not_yours';
    return refusal(code, { step: type });
  }
  if (step.reason === 'needed' && (reason === null || reason.trim() === ''))
    return refusal('casework.reason_missing', { step: type });
  if (reason !== null && reason.length > limits.casework_text_chars_max)
    return refusal('casework.reason_long', { chars: limits.casework_text_chars_max });
  if (!state) return null;
  if (isExtendedAlready(rules, step, state, data))
    return refusal('casework.extended_already', { step: type });
  const asked = { state, step: proposed, users, context };
  return firstIssue(step.needs.map((need) => () => unmet(need, asked)));
}

function firstIssue(checks: readonly (() => Issue | null)[]): Issue | null {
  for (const check of checks) {
    const issue = check();
    if (issue) return issue;
  }
  return null;
}

function isFrom({ statuses }: MatterRules, { from }: StepRule, status: string): boolean {
  if (from === 'any') return true;
  if (from === 'open') return statuses[status]?.final === false;
  return from.includes(status);
}

/** One owner, and on each side only those the kind has there. */
function partiesIssue(
  { kind, faces }: MatterRules,
  type: string,
  parties: readonly MatterParty[],
  data: JsonObject,
): Issue | null {
  const added = type === 'add_party' ? readParty({ user_id: null, ...data }) : null;
  if (type !== 'open' && type !== 'add_party') return null;
  const named = type === 'open' ? parties : added ? [added] : [];
  const odd = named.find(({ face, party }) => !faces[face]?.includes(party));
  if (odd || named.length === 0)
    return refusal('casework.party_wrong', {
      kind,
      face: odd?.face ?? '?',
      party: odd?.party ?? '?',
    });
  const owners = type === 'open' ? named.filter(({ face }) => face === 'owner').length : 1;
  return owners === 1 ? null : refusal('casework.one_owner', { kind, owners });
}

/** A term is extended by the law's own length once for each time it runs. */
function isExtendedAlready(
  { clocks }: MatterRules,
  step: StepRule,
  { extensions, marks }: MatterState,
  data: JsonObject,
): boolean {
  if (step.extends === null || step.extends.until !== undefined) return false;
  const { clock, item: field } = step.extends;
  const item = field === undefined ? null : data[field];
  const start = marks.findLast(
    (mark) => mark.name === clocks[clock]?.from && (item === null || mark.item === item),
  );
  return extensions.some(
    (one) =>
      one.clock === clock &&
      one.until === null &&
      (item === null || one.item === item) &&
      one.number > (start?.number ?? 0),
  );
}

/** Days a step puts down: its own or earlier, and later only where the rule says so. */
export function daysIssue(
  step: StepRule | undefined,
  type: string,
  data: JsonObject,
  on: string,
): Issue | null {
  for (const { on: field, ahead, due } of step?.marks ?? []) {
    const day = field === undefined ? undefined : data[field];
    if (typeof day === 'string' && (ahead ? day <= on : day > on)) {
      const code = ahead ? 'casework.day_not_ahead' : 'casework.day_ahead';
      return refusal(code, { step: type, field: field ?? '', day, on });
    }
    const last = due === undefined ? undefined : data[due];
    if (typeof last === 'string' && last < on)
      return refusal('casework.day_not_ahead', { step: type, field: due ?? '', day: last, on });
  }
  return null;
}

/** What a caller hands in is his to change later; an event is not. */
export function copyOf(proposed: ProposedStep): ProposedStep {
  const { matter_id, type, at, on, actor, reason, data } = proposed;
  return {
    matter_id,
    type,
    at,
    on,
    actor: { ...actor, roles: [...actor.roles] },
    reason,
    data: copyObject(data),
  };
}

function copyObject(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, copyValue(value)]));
}

function copyValue(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(copyValue);
  // A list was ruled out above; the compiler does not see it for read-only lists.
  return typeof value === 'object' && value !== null ? copyObject(value as JsonObject) : value;
}
