import type { Localised } from '../../model/localised.ts';

/** How far a draft is on its way to be a standard. */
export const proposalStatuses = [
  'proposed',
  'out_for_comment',
  'comment_over',
  'in_review',
  'sent_back',
  'approved',
  'published',
  'withdrawal_asked',
  'withdrawn',
  'dropped',
] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** What became of an opinion. 采纳、部分采纳、未采纳 */
export const answerOutcomes = ['accepted', 'in_part', 'not_accepted'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

/** What a proposal holds at a revision of its draft. */
export interface ProposedText {
  readonly revision: number;
  /** SHA-256 of its files, as the draft has it. */
  readonly files: string;
  readonly standard: string;
  readonly version: string;
  readonly title: Localised;
}

/** One step of a proposal, with what it brings. */
export type ProposalStep =
  | { readonly type: 'propose'; readonly text: ProposedText }
  | { readonly type: 'open'; readonly until: string }
  | {
      readonly type: 'answer';
      readonly opinion_id: string;
      readonly outcome: AnswerOutcome;
      /** False keeps the opinion's words from the public; that there is one, and why, is shown. */
      readonly shown: boolean;
    }
  | { readonly type: 'revise'; readonly text: ProposedText }
  | { readonly type: 'submit' }
  | { readonly type: 'approve' }
  | { readonly type: 'send_back' }
  | { readonly type: 'drop' }
  | { readonly type: 'publish'; readonly edition_id: string; readonly sha256: string }
  | { readonly type: 'ask_withdrawal' }
  | { readonly type: 'keep' }
  | { readonly type: 'withdraw' };

/** A step that was taken: appended, never changed. */
export interface ProposalEvent {
  readonly proposal_id: string;
  readonly number: number;
  /** An instant, UTC. */
  readonly at: string;
  /** The calendar day in the tenant's zone. */
  readonly on: string;
  readonly user_id: string;
  readonly reason: string | null;
  readonly step: ProposalStep;
}

export interface Answer {
  readonly outcome: AnswerOutcome;
  readonly shown: boolean;
  readonly reason: string;
  readonly at: string;
}

export interface ProposalState {
  readonly status: ProposalStatus;
  /** Of the last event. */
  readonly number: number;
  readonly text: ProposedText;
  /** The last time it was out for comment. */
  readonly comment: { readonly from: string; readonly until: string; readonly at: string } | null;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Whoever put a text forward: none of them reviews it. */
  readonly proposers: ReadonlySet<string>;
  readonly approved_by: string | null;
  readonly edition_id: string | null;
  readonly asked_by: string | null;
  readonly ended: { readonly on: string; readonly reason: string | null } | null;
}
