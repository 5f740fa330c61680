import type { Issue } from '../model/issue.ts';
import type { JsonObject } from '../model/json.ts';
import type { ProposedStep } from '../model/matter.ts';
import { checkData } from './check-data.ts';
import type { Context } from './context.ts';
import { standsFor } from './may-take.ts';
import { refusal } from './outcome.ts';
import type { Decision } from './outcome.ts';
import type { Field, MatterRules } from './rules.ts';
import type { MatterState, Proposal } from './state.ts';
import { copyOf, daysIssue, stepIssue } from './step-issue.ts';

const about = new Set(['propose', 'approve', 'reject', 'retract']);

export function isAboutProposals(type: string): boolean {
  return about.has(type);
}

/** Steps two persons take: one proposes, another of the same tenant approves. */
export function decideProposal(
  rules: MatterRules,
  state: MatterState,
  proposed: ProposedStep,
  context: Context,
): Decision {
  if (proposed.actor.kind === 'system')
    return { refused: refusal('casework.system_decides', { step: proposed.type }) };
  if (proposed.type === 'propose') return propose(rules, state, proposed, context);
  const number: Field = { is: 'whole' };
  const wrong = checkData(proposed.type, { proposal: number }, proposed.data);
  if (wrong) return { refused: wrong };
  const asked = Number(proposed.data['proposal']);
  const proposal = state.proposals.find((one) => one.number === asked);
  if (!proposal) return { refused: refusal('casework.no_proposal', { proposal: asked }) };
  if (proposed.type === 'approve') return approve(rules, state, proposed, proposal, context);
  const refused = endIssue(state, proposed, proposal);
  return refused
    ? { refused }
    : { event: { ...copyOf(proposed), number: state.number + 1, proposal: null } };
}

function propose(
  rules: MatterRules,
  state: MatterState,
  proposed: ProposedStep,
  context: Context,
): Decision {
  const step = proposed.data['step'];
  const data = innerData(proposed.data);
  if (typeof step !== 'string' || !data)
    return { refused: refusal('casework.data_missing', { step: 'propose', field: 'step, data' }) };
  const rule = Object.hasOwn(rules.steps, step) ? rules.steps[step] : undefined;
  if (rule && !rule.second) return { refused: refusal('casework.no_second', { step }) };
  const inner = { ...proposed, type: step, data };
  const users = [proposed.actor.user_id];
  const refused =
    stepIssue({ rules, state, proposed: inner, users, context }) ??
    daysIssue(rule, step, data, proposed.on);
  if (refused) return { refused };
  return { event: { ...copyOf(proposed), number: state.number + 1, proposal: null } };
}

/** The step itself, as it was proposed: with the proposer's reason, by the approver's hand. */
function approve(
  rules: MatterRules,
  state: MatterState,
  proposed: ProposedStep,
  { number, step, actor: proposer, reason, data }: Proposal,
  context: Context,
): Decision {
  const { actor, on } = proposed;
  const mine = standsFor(actor, 'owner', state.parties) && actor.tenant_id === proposer.tenant_id;
  if (!mine || !actor.roles.includes('approver'))
    return { refused: refusal('casework.not_yours', { step: 'approve' }) };
  if (actor.user_id === proposer.user_id)
    return { refused: refusal('casework.same_person', { step }) };
  // Judged as the proposer's step on the day of approval: much may have happened since.
  const inner = { ...proposed, type: step, actor: proposer, reason, data };
  const users = [proposer.user_id, actor.user_id];
  const refused =
    stepIssue({ rules, state, proposed: inner, users, context }) ??
    daysIssue(rules.steps[step], step, data, on);
  if (refused) return { refused };
  return {
    event: { ...copyOf({ ...inner, actor }), number: state.number + 1, proposal: number },
  };
}

function endIssue(
  { parties }: MatterState,
  { type, actor, reason }: ProposedStep,
  { step, actor: proposer }: Proposal,
): Issue | null {
  if (type === 'retract')
    return actor.user_id === proposer.user_id
      ? null
      : refusal('casework.not_yours', { step: type });
  if (!standsFor(actor, 'owner', parties) || !actor.roles.includes('approver'))
    return refusal('casework.not_yours', { step: type });
  if (actor.user_id === proposer.user_id) return refusal('casework.same_person', { step });
  return reason === null || reason.trim() === ''
    ? refusal('casework.reason_missing', { step: type })
    : null;
}

function innerData(data: JsonObject): JsonObject | null {
  const known = Object.keys(data).every((name) => name === 'step' || name === 'data');
  const inner = data['data'];
  if (!known || typeof inner !== 'object' || inner === null || Array.isArray(inner)) return null;
  // A list was ruled out above; the compiler does not see it for read-only lists.
  return inner as JsonObject;
}
