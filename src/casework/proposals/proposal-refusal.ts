import { addDays } from '../../model/days.ts';
import type { Role } from '../../model/actor.ts';
import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { ProposalState, ProposalStatus, ProposalStep } from './proposal.ts';

type Step = ProposalStep['type'];

/**
 * Comment on a group standard lasts no less than thirty days as a rule (Provisions on Group
 * Standards 团体标准管理规定, 国标委联〔2019〕1号, art. 14, from memory and to be confirmed in the
 * text); a shorter time takes a reason.
 */
export const comment_days_usual = 30;
export const comment_days_max = 366;

interface Rule {
  readonly from: readonly ProposalStatus[];
  readonly by: Role;
  readonly reason: 'needed' | 'free';
}

const open: readonly ProposalStatus[] = ['proposed', 'comment_over', 'sent_back'];
const unpublished: readonly ProposalStatus[] = [
  ...open,
  'out_for_comment',
  'in_review',
  'approved',
];

/** Steps of proposals as data: from where, by whom, with a reason or without. */
export const proposalRules: Readonly<Record<Step, Rule>> = {
  propose: { from: [], by: 'handler', reason: 'needed' },
  open: { from: open, by: 'handler', reason: 'free' },
  answer: {
    from: ['out_for_comment', 'comment_over', 'sent_back'],
    by: 'handler',
    reason: 'needed',
  },
  revise: { from: open, by: 'handler', reason: 'needed' },
  submit: { from: open, by: 'handler', reason: 'free' },
  approve: { from: ['in_review'], by: 'approver', reason: 'free' },
  send_back: { from: ['in_review', 'approved'], by: 'approver', reason: 'needed' },
  drop: { from: unpublished, by: 'handler', reason: 'needed' },
  publish: { from: ['approved'], by: 'approver', reason: 'free' },
  ask_withdrawal: { from: ['published'], by: 'handler', reason: 'needed' },
  keep: { from: ['withdrawal_asked'], by: 'approver', reason: 'needed' },
  withdraw: { from: ['withdrawal_asked'], by: 'approver', reason: 'needed' },
};

/** What a step is judged by besides the state. */
export interface StepFacts {
  readonly user_id: string;
  readonly roles: readonly Role[];
  /** The day in the tenant's zone. */
  readonly on: string;
  readonly reason: string | null;
  /** Whoever wrote the draft or a revision of it. */
  readonly authors: ReadonlySet<string>;
  /** Opinions without an answer. */
  readonly unanswered: number;
}

export interface ProposalRefusal {
  readonly code: IssueCode;
  readonly params: IssueParams;
}

/** Why a step may not be taken now by this user; null where it may. */
export function proposalRefusal(
  state: ProposalState,
  step: ProposalStep,
  facts: StepFacts,
): ProposalRefusal | null {
  const rule = proposalRules[step.type];
  const { status } = state;
  if (!facts.roles.includes(rule.by)) return refused('proposal.role', { role: rule.by });
  if (!rule.from.includes(status)) return refused('proposal.not_now', { step: step.type, status });
  if (rule.reason === 'needed' && facts.reason === null) return refused('proposal.no_reason');
  if (step.type === 'open') return openRefusal(step.until, facts);
  if (step.type === 'submit') return submitRefusal(state, facts);
  if (isReview(step.type) && isOwn(state, facts)) return refused('proposal.same_person');
  const decidesWithdrawal = step.type === 'withdraw' || step.type === 'keep';
  if (decidesWithdrawal && state.asked_by === facts.user_id) return refused('proposal.same_person');
  return null;
}

/** Drafters, and experts of theirs, have no vote (art. 14 of the same Provisions). */
function isReview(step: Step): boolean {
  return step === 'approve' || step === 'send_back';
}

function isOwn({ proposers }: ProposalState, { authors, user_id }: StepFacts): boolean {
  return proposers.has(user_id) || authors.has(user_id);
}

function openRefusal(until: string, { on, reason }: StepFacts): ProposalRefusal | null {
  if (until <= on || until > addDays(on, comment_days_max)) {
    return refused('proposal.bad_until', { on, days: comment_days_max });
  }
  if (until < addDays(on, comment_days_usual) && reason === null) {
    return refused('proposal.short_comment', { days: comment_days_usual });
  }
  return null;
}

function submitRefusal(
  { comment }: ProposalState,
  { unanswered, reason }: StepFacts,
): ProposalRefusal | null {
  if (unanswered > 0) return refused('proposal.unanswered', { count: unanswered });
  if (comment === null && reason === null) return refused('proposal.no_comment');
  return null;
}

function refused(code: IssueCode, params: IssueParams = {}): ProposalRefusal {
  return { code, params };
}
