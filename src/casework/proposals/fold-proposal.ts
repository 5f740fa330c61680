import type { ProposalEvent, ProposalState, ProposalStatus, ProposalStep } from './proposal.ts';

/** The status each step leads to; null where it changes nothing of it. */
const leadsTo: Readonly<Record<ProposalStep['type'], ProposalStatus | null>> = {
  propose: 'proposed',
  open: 'out_for_comment',
  answer: null,
  revise: null,
  submit: 'in_review',
  approve: 'approved',
  send_back: 'sent_back',
  drop: 'dropped',
  publish: 'published',
  ask_withdrawal: 'withdrawal_asked',
  keep: 'published',
  withdraw: 'withdrawn',
};

/**
 * What the events of a proposal come to on a day; null without any. Comment ends with the last day
 * it was opened for: no event says so.
 */
export function foldProposal(
  events: readonly ProposalEvent[],
  today: string,
): ProposalState | null {
  const [first] = events;
  if (first?.step.type !== 'propose') return null;
  const state = events.reduce(take, blank(first.step.text));
  const over = state.status === 'out_for_comment' && today > (state.comment?.until ?? '');
  return over ? { ...state, status: 'comment_over' } : state;
}

function blank(text: ProposalState['text']): ProposalState {
  return {
    status: 'proposed',
    number: 0,
    text,
    comment: null,
    answers: new Map(),
    proposers: new Set(),
    approved_by: null,
    edition_id: null,
    asked_by: null,
    ended: null,
  };
}

function take(before: ProposalState, event: ProposalEvent): ProposalState {
  const { step, number, user_id, at, on, reason } = event;
  const status = leadsTo[step.type] ?? before.status;
  const state = { ...before, number, status };
  const with_user = new Set([...before.proposers, user_id]);
  switch (step.type) {
    case 'propose':
      return { ...state, proposers: with_user };
    case 'revise':
      // A new text was approved by nobody.
      return { ...state, text: step.text, proposers: with_user, approved_by: null };
    case 'open':
      return { ...state, comment: { from: on, until: step.until, at } };
    case 'answer': {
      const { outcome, shown } = step;
      const answer = { outcome, shown, reason: reason ?? '', at };
      return { ...state, answers: new Map([...before.answers, [step.opinion_id, answer]]) };
    }
    case 'submit':
      return { ...state, proposers: with_user };
    case 'approve':
      return { ...state, approved_by: user_id };
    case 'publish':
      return { ...state, edition_id: step.edition_id };
    case 'ask_withdrawal':
      return { ...state, asked_by: user_id };
    case 'drop':
    case 'withdraw':
      return { ...state, ended: { on, reason } };
    case 'send_back':
    case 'keep':
      return state;
  }
}
