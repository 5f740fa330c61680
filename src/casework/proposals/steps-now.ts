import { addDays } from '../../model/days.ts';
import { comment_days_usual, proposalRefusal, proposalRules } from './proposal-refusal.ts';
import type { StepFacts } from './proposal-refusal.ts';
import type { ProposalState, ProposalStep } from './proposal.ts';

export interface StepNow {
  readonly type: ProposalStep['type'];
  readonly reason: 'needed' | 'free';
}

/** What this user may do now with a reason; that opinions lack answers is told when it is sent. */
export function proposalStepsNow(
  state: ProposalState,
  who: Pick<StepFacts, 'user_id' | 'roles' | 'on' | 'authors'>,
): StepNow[] {
  const facts = { ...who, reason: 'said', unanswered: 0 };
  const all: readonly ProposalStep[] = [
    { type: 'open', until: addDays(who.on, comment_days_usual) },
    { type: 'answer', opinion_id: '', outcome: 'accepted', shown: true },
    { type: 'revise', text: state.text },
    { type: 'submit' },
    { type: 'approve' },
    { type: 'send_back' },
    { type: 'publish', edition_id: '', sha256: '' },
    { type: 'ask_withdrawal' },
    { type: 'withdraw' },
    { type: 'keep' },
    { type: 'drop' },
  ];
  return all
    .filter((step) => proposalRefusal(state, step, facts) === null)
    .map(({ type }) => ({ type, reason: proposalRules[type].reason }));
}
