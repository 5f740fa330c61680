import type { Face, MatterKind } from '../../model/matter.ts';

/** Faces besides the owner, who sees all of a matter. */
export type OtherFace = Exclude<Face, 'owner'>;

/** What a face sees of the matters of one kind. */
export interface ShownRule {
  /** There is no matter for this face before one of these events. */
  readonly from: readonly string[];
  /** The events it then sees; all others are internal. */
  readonly shows: readonly string[];
  /** Events seen later than they happen: once one of those named has happened. */
  readonly withheld: Readonly<Record<string, readonly string[]>>;
  /** Whose sides it is told of, besides its own and the owner. */
  readonly sides: readonly OtherFace[];
}

type Shown = Readonly<Partial<Record<OtherFace, ShownRule>>>;

function shows(
  from: readonly string[],
  types: readonly string[],
  more: Partial<Pick<ShownRule, 'withheld' | 'sides'>> = {},
): ShownRule {
  // Whoever knows of a matter is to know that it goes on elsewhere.
  const all = [...new Set([...from, ...types, 'merge'])];
  return { from, shows: all, withheld: {}, sides: [], ...more };
}

const mediation = [
  'open',
  'accept',
  'propose_mediation',
  'answer_mediation',
  'mediate',
  'settle',
  'end',
  'withdraw',
  'notify',
  'close',
  'begin_testing',
  'end_testing',
];

const recallSteps = [
  'open',
  'stop_sale',
  'file_plan',
  'order',
  'no_defect',
  'tell_consumers',
  'progress',
  'finish',
  'not_enough',
  'publish',
  'close',
  'unpublish',
];

const orderSteps = ['serve', 'report_cure', 'confirm_cure', 'deny_cure', 'revoke'];

const handover = [
  'open',
  'take',
  'decline',
  'give_back',
  'offer_again',
  'withdraw',
  'report_result',
];

const served = ['serve', 'serve_by_notice', 'begin_public_service'];

/** What is done to the party's things is told to it at once; the rest from the notice on. */
const caseSubject = shows(
  ['preserve', 'seal', 'seal_pyramid', 'serve_notice', 'not_penalise'],
  [
    'settle_preserved',
    'lapse_preserved',
    'extend_seal',
    'end_seal',
    'extend_seal_pyramid',
    'end_seal_pyramid',
    'state',
    'waive',
    'lapse_statement',
    'ask_hearing',
    'convene_hearing',
    'hold_hearing',
    'withdraw_hearing',
    'decide',
    ...served,
    'pay',
    'defer',
    'reconsider',
    'uphold_reconsideration',
    'annul_reconsideration',
    'sue',
    'uphold_lawsuit',
    'annul_lawsuit',
    'revoke',
    'end_challenge',
    'demand',
    'apply_court',
    'execute',
    'end_execution',
    'publish',
    'withdraw_publication',
    'end_display',
    'close',
  ],
  { withheld: { decide: served, revoke: served, publish: served } },
);

/**
 * Face by face, which events of a matter are shown; whatever is not here is internal to the owner:
 * drafts, reviews, proposals, notes, who handles it. A report has no subject at all, and its
 * reporter is named to the handling tenant alone.
 */
export const shownRules: Readonly<Record<MatterKind, Shown>> = {
  complaint: {
    applicant: shows(
      ['open'],
      [...mediation, 'ask_supplement', 'supplement', 'refuse', 'forward'],
      { sides: ['subject', 'helper'] },
    ),
    subject: shows(['accept'], mediation, { sides: ['applicant', 'helper'] }),
    helper: shows(['open'], mediation, { sides: ['applicant', 'subject'] }),
  },
  report: {
    applicant: shows(
      ['open'],
      ['add_facts', 'open_case', 'not_open', 'forward', 'tell', 'reward', 'close'],
    ),
    helper: shows(['open_case', 'not_open', 'forward'], ['close']),
  },
  case: {
    applicant: shows(['open'], ['open_case', 'not_open', 'transfer']),
    subject: caseSubject,
    helper: shows(['ask_assistance'], ['answer_assistance']),
  },
  measure: {
    subject: shows(['decide'], ['notify', 'publish', 'lift', 'expire', 'unpublish']),
    applicant: shows(['decide', 'drop'], ['lift', 'expire', 'unpublish'], { sides: ['subject'] }),
    helper: shows(['decide'], ['report_authority', 'publish', 'lift', 'expire', 'unpublish'], {
      sides: ['subject'],
    }),
  },
  order: {
    // What it is about is told with it; which of the findings may be read, their walls say.
    subject: shows(['issue'], ['open', ...orderSteps, 'extend', 'to_case', 'note_overdue']),
    helper: shows(['issue'], orderSteps, { sides: ['subject'] }),
  },
  notice: {
    subject: shows(['send'], ['answer', 'extend', 'note_silence', 'refer', 'close']),
    helper: shows(['send'], ['answer', 'refer', 'close'], { sides: ['subject'] }),
  },
  recall: {
    subject: shows(['open'], recallSteps, { sides: ['subject', 'helper'] }),
    helper: shows(['open'], recallSteps, { sides: ['subject'] }),
  },
  referral: {
    helper: shows(['open'], handover, { sides: ['applicant'] }),
    applicant: shows(['open'], handover, { sides: ['helper'] }),
  },
  draw: {
    // Whom the draw fell upon is no helper's to know before the inspectors have been there.
    helper: shows(
      ['open'],
      ['commit_lists', 'commit_seed', 'close_commits', 'reveal_seed', 'draw', 'finish', 'void'],
      { sides: ['helper'] },
    ),
  },
  unlock: {},
  appeal: {
    applicant: shows(
      ['open'],
      ['add', 'ask_person', 'take', 'uphold', 'change', 'lift', 'withdraw', 'tell'],
      { sides: ['helper'] },
    ),
    helper: shows(
      ['open'],
      ['add', 'ask_person', 'take', 'uphold', 'change', 'lift', 'withdraw', 'tell'],
      { sides: ['applicant'] },
    ),
  },
};
