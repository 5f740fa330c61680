import { describe, expect, it } from 'vitest';
import { foldProposal } from '../../src/casework/proposals/fold-proposal.ts';
import { proposalRefusal } from '../../src/casework/proposals/proposal-refusal.ts';
import type { StepFacts } from '../../src/casework/proposals/proposal-refusal.ts';
import { proposalStepsNow } from '../../src/casework/proposals/steps-now.ts';
import type { ProposalEvent, ProposalStep } from '../../src/casework/proposals/proposal.ts';

const text = {
  revision: 1,
  files: 'f',
  standard: 'ours',
  version: '1.0.0',
  title: { en: 'a', zh: '甲' },
};
const day = '2026-03-02';
const propose = { type: 'propose', text } as const;

type Taken = readonly [step: ProposalStep, user_id: string, on?: string];

/** Events of steps taken by users, on the first day or the one said. */
function eventsOf(...taken: readonly Taken[]): ProposalEvent[] {
  return taken.map(([step, user_id, on = day], i) => ({
    proposal_id: 'p',
    number: i + 1,
    at: `${on}T00:00:00.000Z`,
    on,
    user_id,
    reason: 'because',
    step,
  }));
}

const facts: StepFacts = {
  user_id: 'second',
  roles: ['handler', 'approver'],
  on: day,
  reason: 'because',
  authors: new Set(['author']),
  unanswered: 0,
};

function refusal(
  events: readonly ProposalEvent[],
  step: ProposalStep,
  change: Partial<StepFacts> = {},
): string | null {
  const state = foldProposal(events, change.on ?? day);
  if (state === null) throw new Error('nothing was proposed');
  return proposalRefusal(state, step, { ...facts, ...change })?.code ?? null;
}

const statusOn = (events: readonly ProposalEvent[], today: string): string | undefined =>
  foldProposal(events, today)?.status;

describe('a proposal', () => {
  it('is out for comment to the end of its last day', () => {
    const events = eventsOf([propose, 'a'], [{ type: 'open', until: '2026-04-01' }, 'a']);
    expect(statusOn(events.slice(0, 1), day)).toBe('proposed');
    expect(statusOn(events, '2026-04-01')).toBe('out_for_comment');
    expect(statusOn(events, '2026-04-02')).toBe('comment_over');
  });

  it('is out for thirty days, or a reason says why not', () => {
    const events = eventsOf([propose, 'a']);
    // 2 March and thirty days: 1 April.
    const open = (until: string, reason: string | null) =>
      refusal(events, { type: 'open', until }, { reason });
    expect(open('2026-04-01', null)).toBe(null);
    expect(open('2026-03-31', null)).toBe('proposal.short_comment');
    expect(open('2026-03-31', 'urgent')).toBe(null);
    expect(open('2026-03-03', 'urgent')).toBe(null);
    expect(open('2026-03-02', 'urgent')).toBe('proposal.bad_until');
    expect(open('2027-03-03', null)).toBe(null);
    expect(open('2027-03-04', null)).toBe('proposal.bad_until');
  });

  it('goes to review when every opinion has its answer, with comment or a reason without', () => {
    const bare = eventsOf([propose, 'a']);
    expect(refusal(bare, { type: 'submit' })).toBe(null);
    expect(refusal(bare, { type: 'submit' }, { reason: null })).toBe('proposal.no_comment');
    const open = { type: 'open', until: '2026-04-01' } as const;
    const commented = eventsOf([propose, 'a'], [open, 'a']);
    const late = { on: '2026-04-02', reason: null };
    expect(refusal(commented, { type: 'submit' })).toBe('proposal.not_now');
    expect(refusal(commented, { type: 'submit' }, late)).toBe(null);
    const some = { ...late, unanswered: 1 };
    expect(refusal(commented, { type: 'submit' }, some)).toBe('proposal.unanswered');
  });

  it('is approved by an approver who neither wrote, proposed, revised nor submitted it', () => {
    const revise = { type: 'revise', text: { ...text, revision: 2 } } as const;
    const events = eventsOf([propose, 'a'], [revise, 'b'], [{ type: 'submit' }, 'c']);
    const approve = (user_id: string) => refusal(events, { type: 'approve' }, { user_id });
    const own = ['a', 'b', 'c', 'author'].map(approve);
    expect(own).toEqual(own.map(() => 'proposal.same_person'));
    expect(approve('second')).toBe(null);
    expect(refusal(events, { type: 'approve' }, { roles: ['handler'] })).toBe('proposal.role');
    expect(refusal(events, { type: 'send_back' }, { reason: null })).toBe('proposal.no_reason');
    expect(refusal(events, { type: 'send_back' })).toBe(null);
  });

  it('is published once approved, and as approved', () => {
    const publish = { type: 'publish', edition_id: 'e', sha256: 's' } as const;
    const reviewed = eventsOf([propose, 'a'], [{ type: 'submit' }, 'a']);
    expect(refusal(reviewed, publish)).toBe('proposal.not_now');
    const approved = eventsOf(
      [propose, 'a'],
      [{ type: 'submit' }, 'a'],
      [{ type: 'approve' }, 'b'],
    );
    expect(refusal(approved, publish)).toBe(null);
    const revise = { type: 'revise', text } as const;
    expect(refusal(approved, revise)).toBe('proposal.not_now');
    expect(refusal(approved, { type: 'drop' })).toBe(null);
  });

  it('is withdrawn by another than who asked for it, and by nobody else ends', () => {
    const published = eventsOf(
      [propose, 'a'],
      [{ type: 'submit' }, 'a'],
      [{ type: 'approve' }, 'b'],
      [{ type: 'publish', edition_id: 'e', sha256: 's' }, 'b'],
    );
    expect(refusal(published, { type: 'withdraw' })).toBe('proposal.not_now');
    expect(refusal(published, { type: 'drop' })).toBe('proposal.not_now');
    const ask = [{ type: 'ask_withdrawal' }, 'b'] as const;
    const last = { proposal_id: 'p', number: 5, at: `${day}T00:00:00.000Z`, on: day };
    const asked = [...published, { ...last, user_id: ask[1], reason: 'r', step: ask[0] }];
    const withdraw = (user_id: string) => refusal(asked, { type: 'withdraw' }, { user_id });
    expect([withdraw('b'), withdraw('a')]).toEqual(['proposal.same_person', null]);
    const gone = [...asked, { ...last, number: 6, user_id: 'a', reason: 'r', step: withdrawal }];
    expect(foldProposal(gone, day)).toMatchObject({
      status: 'withdrawn',
      ended: { on: day, reason: 'r' },
    });
    const kept = [...asked, { ...last, number: 6, user_id: 'a', reason: 'r', step: keep }];
    expect(statusOn(kept, day)).toBe('published');
  });

  it('says what somebody may do now', () => {
    const events = eventsOf([propose, 'a'], [{ type: 'submit' }, 'a']);
    const state = foldProposal(events, day);
    expect.assert(state);
    const now = (user_id: string, ...roles: ('handler' | 'approver')[]) =>
      proposalStepsNow(state, { ...facts, user_id, roles }).map(({ type }) => type);
    expect(now('second', 'approver')).toEqual(['approve', 'send_back']);
    expect(now('a', 'approver', 'handler')).toEqual(['drop']);
    expect(now('second')).toEqual([]);
  });

  it('has the last answer to an opinion', () => {
    const answer = (outcome: 'accepted' | 'in_part') =>
      ({ type: 'answer', opinion_id: 'o', outcome, shown: true }) as const;
    const open = { type: 'open', until: '2026-04-01' } as const;
    const events = eventsOf(
      [propose, 'a'],
      [open, 'a'],
      [answer('accepted'), 'a'],
      [answer('in_part'), 'a'],
    );
    expect([...(foldProposal(events, day)?.answers ?? [])]).toMatchObject([
      ['o', { outcome: 'in_part', reason: 'because' }],
    ]);
    expect(refusal(events, answer('accepted'), { reason: null })).toBe('proposal.no_reason');
  });
});

const withdrawal = { type: 'withdraw' } as const;
const keep = { type: 'keep' } as const;
