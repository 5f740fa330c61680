import { dayNumber } from '../model/days.ts';
import type { Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { ProposedStep } from '../model/matter.ts';
import { isDay, isInstant, isText, shown } from './check-data.ts';
import { noContext } from './context.ts';
import type { Context } from './context.ts';
import { inWords } from './in-words.ts';
import { refusal } from './outcome.ts';
import type { Decision } from './outcome.ts';
import { decideProposal, isAboutProposals } from './proposals.ts';
import type { MatterRules } from './rules.ts';
import type { MatterState } from './state.ts';
import { copyOf, daysIssue, stepIssue } from './step-issue.ts';

/**
 * Whether a step may be taken now by this actor, and the event it becomes. Pure: the clocks on
 * the day of the step and the states of linked matters come with `context`; without them, steps
 * that hang on them are refused.
 */
export function decide(
  rules: MatterRules,
  state: MatterState | null,
  proposed: ProposedStep,
  context: Context = noContext,
): Decision {
  const decision = judge(rules, state, proposed, context);
  return 'event' in decision ? decision : { refused: inWords(rules, decision.refused) };
}

function judge(
  rules: MatterRules,
  state: MatterState | null,
  proposed: ProposedStep,
  context: Context,
): Decision {
  const untimely = timeIssue(state, proposed);
  if (untimely) return { refused: untimely };
  if (state !== null && isAboutProposals(proposed.type))
    return decideProposal(rules, state, proposed, context);
  const { type, actor, on } = proposed;
  const step = Object.hasOwn(rules.steps, type) ? rules.steps[type] : undefined;
  if (step?.second) return { refused: refusal('casework.second_person', { step: type }) };
  const asked = { rules, state, proposed, users: [actor.user_id], context };
  const refused = stepIssue(asked) ?? daysIssue(step, type, proposed.data, on);
  if (refused) return { refused };
  return { event: { ...copyOf(proposed), number: (state?.number ?? 0) + 1, proposal: null } };
}

/** Events follow each other in time, and the legal day is that of the instant somewhere. */
function timeIssue(state: MatterState | null, { matter_id, at, on }: ProposedStep): Issue | null {
  if (!isInstant(at) || !isDay(on) || Math.abs(dayNumber(on) - dayNumber(at.slice(0, 10))) > 1)
    return refusal('casework.time_wrong', { at: shown(at), on: shown(on) });
  if (!isText(matter_id, limits.casework_id_chars_max) || (state && matter_id !== state.matter_id))
    return refusal('casework.matter_differs', { matter: shown(matter_id) });
  if (!state) return null;
  if (state.number >= limits.casework_events_max)
    return refusal('casework.too_many_events', { events: limits.casework_events_max });
  if (at < state.last_at || on < state.last_on)
    return refusal('casework.before_last', { at, last: state.last_at });
  return null;
}
