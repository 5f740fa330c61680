import { beforeAll, describe, expect, it } from 'vitest';
import { digest, machine, officer, play, second, shop, side, third } from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { lateFine, surchargeOf } from '../../src/casework/surcharge.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

function clue(on: string, more: Record<string, string> = {}): Play {
  const matter = play('case', law);
  const parties = [side('owner', officer), side('subject', shop)];
  matter.take(on, officer, 'open', {
    data: { source: 'monitoring', facts: '虚假交易', parties, ...more },
  });
  return matter;
}

function investigated(on: string): Play {
  const matter = clue(on);
  matter.both(on, officer, second, 'open_case', { data: { officers: ['li', 'hu'] } });
  return matter;
}

const notice = {
  facts: 'f',
  grounds: 'g',
  basis: ['AUCL 25'],
  proposed: '罚款',
  hearing_right: true,
};
const decision = {
  penalty: '罚款五千元',
  basis: ['AUCL 25'],
  fine_minor: 500_000,
  discretion: '从轻',
  heavy: false,
  other_province: false,
};

function noticed(on: string): Play {
  const matter = investigated(on);
  matter.take(on, officer, 'finish_investigation', {
    data: { proposal: '处罚', file_digest: digest('a') },
  });
  matter.take(on, third, 'review', { data: { opinion: '同意' } });
  matter.take(on, officer, 'serve_notice', { data: notice });
  return matter;
}

describe('a penalty case', () => {
  it('runs from clue to closing, each step within its term', () => {
    const matter = noticed('2026-03-02');
    expect(matter.clock('decision', '2026-03-02').due_on).toBe('2026-05-31');
    expect(matter.clock('statement', '2026-03-02').due_on).toBe('2026-03-09');
    matter.take('2026-03-04', shop, 'state', { data: { text: '请求从轻' } });
    matter.take('2026-03-10', officer, 'consider_statement', { data: { taken_up: true } });
    matter.both('2026-03-12', officer, second, 'decide', { data: decision });
    expect(matter.clock('service', '2026-03-12').due_on).toBe('2026-03-23');
    matter.take('2026-03-16', officer, 'serve', {
      data: { how: 'direct', served_on: '2026-03-13' },
    });
    expect(matter.clock('payment', '2026-03-16')).toMatchObject({
      from_on: '2026-03-13',
      due_on: '2026-03-28',
    });
    // Six months, and 13 September 2026 is a plain Sunday.
    expect(matter.clock('lawsuit', '2026-03-16').due_on).toBe('2026-09-13');
    matter.take('2026-03-20', shop, 'reconsider', { data: { body: '市政府' } });
    expect(matter.refused('2026-03-21', officer, 'execute')).toBe('span_runs');
    matter.take('2026-05-20', officer, 'uphold_reconsideration');
    matter.take('2026-05-21', officer, 'pay', { data: { amount_minor: 500_000 } });
    expect(matter.clock('payment', '2026-05-21').state).toBe('late');
    // Reconsideration took all days after the last but 21 May: 3 % of the fine for one day.
    expect(lateFine(matter.state(), [matter.clock('payment', '2026-05-21')], '2026-05-21')).toEqual(
      {
        fine_minor: 500_000,
        due_on: '2026-03-28',
        paid_on: '2026-05-21',
        days: 1,
        surcharge_minor: 15_000,
      },
    );
    const unpaid = { clock: 'payment', due_on: '2026-03-28', done_on: null };
    const late = (on: string) => lateFine({ ...matter.state(), spans: [] }, [unpaid], on);
    expect(late('2026-03-28')).toBe(null);
    expect(late('2026-04-01')).toMatchObject({ days: 4, paid_on: null, surcharge_minor: 60_000 });
    expect(late('2026-05-21')).toMatchObject({ days: 54, surcharge_minor: 500_000 });
    const running = [{ name: 'lawsuit', from: '2026-03-30', to: null }];
    const sued = lateFine({ ...matter.state(), spans: running }, [unpaid], '2026-05-21');
    expect(sued).toMatchObject({ days: 1, surcharge_minor: 15_000 });
    expect(lateFine({ kept: {}, spans: [] }, [unpaid], '2026-05-21')).toBe(null);
    expect(lateFine(matter.state(), [{ ...unpaid, due_on: null }], '2026-05-21')).toBe(null);
    matter.take('2026-05-21', officer, 'execute');
    // 22 May 1, 25 to 29 May 6, 1 to 5 June 11, 8 to 11 June 15.
    expect(matter.clock('closing', '2026-05-21').due_on).toBe('2026-06-11');
    matter.take('2026-05-25', officer, 'close');
    expect(matter.state().status).toBe('closed');
  });

  it('hears the party: silence waives only when the term is over', () => {
    const matter = noticed('2026-03-02');
    expect(matter.refused('2026-03-09', machine, 'lapse_statement')).toBe('term_runs');
    matter.take('2026-03-10', machine, 'lapse_statement');
    expect(matter.state().status).toBe('ready');
  });

  it('leaves the time of a hearing out, and holds it with seven working days’ notice', () => {
    const matter = noticed('2026-03-02');
    matter.take('2026-03-05', shop, 'ask_hearing');
    expect(matter.clock('decision', '2026-03-06').unknown).toEqual({
      why: 'time_left_out',
      span: 'hearing',
    });
    matter.take('2026-03-06', officer, 'convene_hearing', {
      data: { hearing_on: '2026-03-16', place: '三楼' },
    });
    // 16 March 1, 13th to 9th 6, Friday the 6th 7: the notice was to come on the 5th.
    expect(matter.clock('hearing_notice', '2026-03-06')).toMatchObject({
      due_on: '2026-03-05',
      state: 'late',
    });
    const held = { data: { record_digest: digest('b'), opinion: '维持' } };
    expect(matter.refused('2026-03-16', officer, 'hold_hearing', held)).toBe('decided_before');
    matter.take('2026-03-16', third, 'hold_hearing', held);
    // Eleven days from 6 to 16 March: 31 May becomes 11 June.
    expect(matter.clock('decision', '2026-03-16')).toMatchObject({
      due_on: '2026-06-11',
      left_out_days: 11,
    });
  });

  it('is decided by two, the grave ones after a discussion', () => {
    const matter = noticed('2026-03-02');
    matter.take('2026-03-03', shop, 'waive');
    expect(matter.refused('2026-03-04', officer, 'decide', { data: decision })).toBe(
      'second_person',
    );
    const heavy = { data: { step: 'decide', data: { ...decision, heavy: true } } };
    expect(matter.refused('2026-03-04', officer, 'propose', heavy)).toBe('mark_missing');
    matter.take('2026-03-04', officer, 'discuss', {
      data: { members: ['m1', 'm2', 'm3'], record_digest: digest('c') },
    });
    const { number } = matter.take('2026-03-04', second, 'propose', heavy);
    const approve = { data: { proposal: number } };
    expect(matter.refused('2026-03-05', second, 'approve', approve)).toBe('same_person');
    expect(matter.refused('2026-03-05', officer, 'approve', approve)).toBe('not_yours');
    expect(matter.refused('2026-03-05', machine, 'approve', approve)).toBe('system_decides');
    const taken = matter.take('2026-03-05', third, 'approve', approve);
    expect(taken).toMatchObject({ type: 'decide', proposal: number, actor: { user_id: 'zhao' } });
    expect(matter.state().takers['decide']).toEqual(['zhang', 'zhao']);
    expect(matter.refused('2026-03-06', third, 'approve', approve)).toBe('no_proposal');
  });

  it('gives preserved evidence back by itself, and waits for it otherwise', () => {
    const matter = investigated('2026-03-02');
    const item = { item: 'books' };
    matter.both('2026-03-02', officer, second, 'preserve', { data: { ...item, what: '账册' } });
    expect(matter.clock('preserved', '2026-03-02', 'books').due_on).toBe('2026-03-11');
    matter.take('2026-03-03', officer, 'finish_investigation', {
      data: { proposal: '处罚', file_digest: digest('a') },
    });
    matter.take('2026-03-03', third, 'review', { data: { opinion: '同意' } });
    matter.take('2026-03-03', officer, 'serve_notice', { data: notice });
    matter.take('2026-03-04', shop, 'waive');
    const decide = { data: { step: 'decide', data: decision } };
    expect(matter.refused('2026-03-05', officer, 'propose', decide)).toBe('item_unsettled');
    expect(matter.refused('2026-03-11', machine, 'lapse_preserved', { data: item })).toBe(
      'term_runs',
    );
    matter.take('2026-03-12', machine, 'lapse_preserved', { data: item });
    matter.take('2026-03-12', officer, 'propose', decide);
  });

  it('extends its term by thirty days, then to a day set together, while it runs', () => {
    const matter = investigated('2026-01-05');
    expect(matter.clock('decision', '2026-01-05').due_on).toBe('2026-04-07');
    const set = { until: '2026-06-30', members: ['a', 'b'], record_digest: digest('d') };
    expect(
      matter.refused('2026-04-01', officer, 'propose', { data: { step: 'set_term', data: set } }),
    ).toBe('mark_missing');
    matter.both('2026-04-01', officer, second, 'extend');
    expect(matter.clock('decision', '2026-04-01').due_on).toBe('2026-05-06');
    matter.both('2026-05-06', officer, second, 'set_term', { data: set });
    expect(matter.clock('decision', '2026-05-06').due_on).toBe('2026-06-30');
    const late = investigated('2026-01-05');
    late.both('2026-04-08', officer, second, 'extend');
    expect(late.clock('decision', '2026-04-08')).toMatchObject({
      due_on: '2026-04-07',
      extension: 'too_late',
      state: 'overdue',
    });
  });

  it('restarts its check with new facts', () => {
    const matter = clue('2026-03-02');
    matter.both('2026-03-03', officer, second, 'extend_check');
    matter.take('2026-03-09', officer, 'add_facts', { data: { facts: '又一事实' } });
    // After Monday the 9th: 10 to 13 make 4, 16 to 20 make 9, 23 to 27 make 14, the 30th 15.
    expect(matter.clocks('2026-03-09').filter(({ clock }) => clock === 'check')).toMatchObject([
      { from_on: '2026-03-09', due_on: '2026-03-30', extension: 'none' },
    ]);
  });

  it('is barred after two years, or five where harm was grave', () => {
    const matter = clue('2026-03-02', { act_ended_on: '2024-02-29' });
    expect(matter.clock('limitation', '2026-03-02')).toMatchObject({
      due_on: '2026-02-28',
      state: 'overdue',
    });
    matter.both('2026-03-02', officer, second, 'mark_grave', { data: { basis: ['食品安全'] } });
    expect(matter.clocks('2026-03-02').map(({ clock }) => clock)).not.toContain('limitation');
    expect(matter.clock('limitation_grave', '2026-03-02').due_on).toBe('2029-02-28');
  });

  it('is enforced after the last day to sue, a demand and ten working days', () => {
    const matter = noticed('2025-03-03');
    matter.take('2025-03-04', shop, 'waive');
    matter.both('2025-03-05', officer, second, 'decide', { data: decision });
    matter.take('2025-03-05', officer, 'serve', { data: { how: 'direct' } });
    const end = (ended_on: string) => ({ data: { ended_on } });
    expect(matter.refused('2025-09-05', machine, 'end_challenge', end('2025-09-05'))).toBe(
      'term_runs',
    );
    expect(matter.refused('2025-09-08', machine, 'end_challenge', end('2025-09-08'))).toBe(
      'not_last_day',
    );
    expect(matter.refused('2025-09-08', officer, 'demand')).toBe('mark_missing');
    matter.take('2025-09-08', machine, 'end_challenge', end('2025-09-05'));
    matter.take('2025-09-08', officer, 'demand');
    // After Monday 8 September: 9 to 12 make 4, 15 to 19 make 9, the 22nd 10.
    expect(matter.clock('demand', '2025-09-08').due_on).toBe('2025-09-22');
    expect(matter.clock('court', '2025-09-08').due_on).toBe('2025-12-05');
    const court = { data: { step: 'apply_court', data: { court: '区法院' } } };
    expect(matter.refused('2025-09-22', officer, 'propose', court)).toBe('term_runs');
    matter.both('2025-09-23', officer, second, 'apply_court', { data: { court: '区法院' } });
    expect(matter.refused('2025-09-23', officer, 'execute')).toBe('mark_missing');
  });

  it('is served by public notice, paid later with leave, upheld in court and enforced', () => {
    const matter = noticed('2026-03-02');
    matter.take('2026-03-03', shop, 'waive');
    matter.both('2026-03-03', officer, second, 'decide', { data: decision });
    matter.take('2026-03-04', officer, 'begin_public_service', { data: { where: '公告栏' } });
    // Thirty days after 4 March: 3 April, the day before the holiday.
    const served = { data: { served_on: '2026-04-03' } };
    expect(matter.refused('2026-04-03', machine, 'serve_by_notice', served)).toBe('term_runs');
    matter.take('2026-04-04', machine, 'serve_by_notice', served);
    expect(matter.clock('payment', '2026-04-04').due_on).toBe('2026-04-18');
    matter.both('2026-04-07', officer, second, 'defer', { data: { until: '2026-06-30' } });
    expect(matter.clock('payment', '2026-04-07').due_on).toBe('2026-06-30');
    matter.take('2026-04-07', officer, 'publish', { data: { url: 'https://x', minor: false } });
    matter.take('2026-04-10', shop, 'sue', { data: { body: '法院' } });
    expect(matter.refused('2026-07-01', officer, 'demand')).toBe('mark_missing');
    matter.take('2026-07-01', officer, 'uphold_lawsuit');
    // Three months end on 1 October, in a holiday up to the 7th.
    expect(matter.clock('court', '2026-07-01').due_on).toBe('2026-10-08');
    matter.take('2026-07-01', officer, 'demand');
    matter.both('2026-09-01', officer, second, 'end_execution');
    matter.take('2026-09-02', officer, 'close');
    expect(matter.refused('2029-04-07', machine, 'end_display')).toBe('term_runs');
    matter.take('2029-04-08', machine, 'end_display');
  });

  it('stays on display for its term', () => {
    const matter = noticed('2025-03-03');
    matter.take('2025-03-04', shop, 'waive');
    matter.both('2025-03-05', officer, second, 'decide', { data: decision });
    matter.take('2025-03-05', officer, 'serve', { data: { how: 'post' } });
    matter.take('2025-03-06', officer, 'publish', { data: { url: 'https://x', minor: true } });
    expect(matter.clock('display_minor', '2025-06-07').state).toBe('over');
    matter.take('2025-06-07', machine, 'end_display');
    expect(matter.clock('display_minor', '2025-06-07').state).toBe('in_time');
  });

  it('is withdrawn from display within three working days of annulment', () => {
    const matter = noticed('2026-03-02');
    matter.take('2026-03-03', shop, 'waive');
    matter.both('2026-03-03', officer, second, 'decide', { data: decision });
    matter.take('2026-03-03', officer, 'serve', { data: { how: 'direct' } });
    matter.take('2026-03-04', officer, 'publish', { data: { url: 'https://x', minor: true } });
    expect(matter.clock('display_minor', '2026-03-04')).toMatchObject({
      due_on: '2026-06-04',
      state: 'running',
    });
    expect(matter.clocks('2026-03-04').map(({ clock }) => clock)).not.toContain('display');
    expect(matter.refused('2026-06-04', machine, 'end_display')).toBe('term_runs');
    matter.take('2026-03-05', shop, 'sue', { data: { body: '法院' } });
    matter.take('2026-06-10', officer, 'annul_lawsuit');
    expect(matter.clock('withdrawal', '2026-06-10').due_on).toBe('2026-06-15');
    matter.take('2026-06-16', officer, 'withdraw_publication');
    expect(matter.clock('withdrawal', '2026-06-16').state).toBe('late');
  });
});

describe('a fine paid late', () => {
  it.each([
    [500_000, 0, 0],
    [500_000, 1, 15_000],
    [333, 1, 9],
    [500_000, 33, 495_000],
    [500_000, 34, 500_000],
    [Number.MAX_SAFE_INTEGER, 2_192, Number.MAX_SAFE_INTEGER],
  ])('of %d for %d days costs %d more', (fine, days, more) => {
    expect(surchargeOf(fine, days)).toBe(more);
  });
});
