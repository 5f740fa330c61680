import { beforeAll, describe, expect, it } from 'vitest';
import {
  buyer,
  machine,
  officer,
  play,
  second,
  shop,
  side,
  stranger,
} from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

const opened = {
  data: {
    facts: '收到的商品与描述不符',
    request: '退款',
    parties: [side('owner', officer), side('applicant', buyer), side('subject', shop)],
  },
};

function complaint(on: string): Play {
  const matter = play('complaint', law);
  matter.take(on, buyer, 'open', opened);
  return matter;
}

const agreed = { data: { complainant_agrees: true, respondent_agrees: true } };

describe('mediation', () => {
  const proposed = { data: { text: '定于 5 月 8 日电话调解', answer_by: '2026-05-06' } };
  const accepted = (): Play => {
    const matter = complaint('2026-04-20');
    matter.take('2026-04-22', officer, 'accept');
    return matter;
  };

  it('is proposed once and answered once, by who complained or as told to the office', () => {
    const matter = accepted();
    const yes = { data: { agrees: true } };
    expect(matter.refused('2026-04-23', buyer, 'answer_mediation', yes)).toBe('mark_missing');
    expect(matter.refused('2026-04-23', buyer, 'propose_mediation', proposed)).toBe('not_yours');
    matter.take('2026-04-23', officer, 'propose_mediation', proposed);
    expect(matter.refused('2026-04-23', officer, 'propose_mediation', proposed)).toBe('mark_there');
    expect(matter.refused('2026-04-24', shop, 'answer_mediation', yes)).toBe('not_yours');
    matter.take('2026-04-24', buyer, 'answer_mediation', yes);
    expect(matter.refused('2026-04-25', officer, 'answer_mediation', yes)).toBe('mark_there');
    matter.take('2026-05-08', officer, 'mediate', agreed);
  });

  it('does not begin over a no', () => {
    const matter = accepted();
    matter.take('2026-04-23', officer, 'propose_mediation', proposed);
    const no = { data: { agrees: false, text: '已协商多次' } };
    matter.take('2026-04-24', officer, 'answer_mediation', no);
    expect(matter.refused('2026-05-08', officer, 'mediate', agreed)).toBe('mark_missing');
    matter.take('2026-05-08', officer, 'end', { data: { ground: 'refused' }, reason: '不同意' });
    expect(matter.state().status).toBe('ended');
  });
});

describe('a complaint', () => {
  it('is accepted, mediated and settled, with the terms of Order 121', () => {
    const matter = complaint('2026-04-20');
    // Seven working days after Monday 20 April 2026: 21 to 24 make 4, 27 to 29 make 7.
    expect(matter.clock('acceptance', '2026-04-20')).toMatchObject({
      due_on: '2026-04-29',
      state: 'running',
      clause: { cite: { article: 'art. 15' } },
    });
    expect(matter.clock('acceptance', '2026-04-26').state).toBe('due_soon');
    expect(matter.clock('acceptance', '2026-04-29').state).toBe('due_soon');
    expect(matter.clock('acceptance', '2026-04-30').state).toBe('overdue');
    matter.take('2026-04-29', officer, 'accept');
    expect(matter.clock('acceptance', '2026-06-01')).toMatchObject({
      done_on: '2026-04-29',
      state: 'in_time',
    });
    // Sixty days: 1 to 30 April, 31 of May, 28 June, a Sunday that no notice made a holiday.
    expect(matter.clock('mediation', '2026-04-29').due_on).toBe('2026-06-28');
    const refuses = { data: { ...agreed.data, respondent_agrees: false } };
    expect(matter.refused('2026-05-08', officer, 'mediate', refuses)).toBe('not_said');
    matter.take('2026-05-08', officer, 'mediate', agreed);
    matter.take('2026-05-20', officer, 'settle', { data: { form: 'document', terms: '退款' } });
    matter.take('2026-05-20', officer, 'close');
    expect(matter.state().status).toBe('closed');
    expect(matter.clock('mediation', '2026-05-20').state).toBe('in_time');
  });

  it('of 2024-06 runs by Order 20, and testing is left out of its working days', () => {
    const matter = complaint('2024-06-20');
    matter.take('2024-06-27', officer, 'accept');
    expect(matter.clock('mediation', '2024-06-27').due_on).toBe('2024-08-29');
    matter.take('2024-07-01', officer, 'begin_testing');
    expect(matter.clock('mediation', '2024-07-05')).toMatchObject({
      due_on: null,
      state: 'cannot_tell',
      unknown: { why: 'time_left_out', span: 'testing' },
    });
    matter.take('2024-07-12', officer, 'end_testing');
    // 2 to 12 July do not count: nine working days, so nine more after Thursday 29 August.
    expect(matter.clock('mediation', '2024-07-12')).toMatchObject({
      due_on: '2024-09-11',
      left_out_days: 11,
    });
  });

  it('tells late what was late, and by when the parties are told of the end', () => {
    const matter = complaint('2026-04-20');
    matter.take('2026-05-06', officer, 'accept');
    expect(matter.clock('acceptance', '2026-05-06').state).toBe('late');
    matter.take('2026-05-15', officer, 'end', { data: { ground: 'no_show' } });
    // 18 to 22 May make 5, 25 and 26 make 7.
    expect(matter.clock('result', '2026-05-15').due_on).toBe('2026-05-26');
    matter.take('2026-05-26', officer, 'notify', { data: { routes: ['诉讼', '仲裁'] } });
    expect(matter.clock('result', '2026-06-30').state).toBe('in_time');
  });

  it('is not accepted only with ground, reason and other routes', () => {
    const matter = complaint('2026-04-20');
    const data = { ground: 'not_consumer', routes: ['民事诉讼'] };
    expect(matter.refused('2026-04-21', officer, 'refuse', { data, reason: ' ' })).toBe(
      'reason_missing',
    );
    expect(matter.refused('2026-04-21', officer, 'refuse', { data: { ...data, routes: [] } })).toBe(
      'data_wrong',
    );
    expect(matter.refused('2026-04-21', officer, 'refuse', { data: { routes: ['x'] } })).toBe(
      'data_missing',
    );
    matter.take('2026-04-21', officer, 'refuse', { data });
    expect(matter.state().status).toBe('refused');
    expect(matter.refused('2026-04-21', officer, 'accept')).toBe('wrong_status');
  });

  it('is nobody else’s to handle', () => {
    const matter = complaint('2026-04-20');
    expect(matter.refused('2026-04-21', stranger, 'accept')).toBe('not_yours');
    expect(matter.refused('2026-04-21', shop, 'accept')).toBe('not_yours');
    expect(matter.refused('2026-04-21', { ...officer, roles: ['reader'] }, 'accept')).toBe(
      'not_yours',
    );
    expect(matter.refused('2026-04-21', { ...buyer, user_id: 'another' }, 'withdraw')).toBe(
      'not_yours',
    );
    expect(matter.refused('2026-04-21', machine, 'accept')).toBe('system_decides');
    matter.take('2026-04-21', machine, 'remind', { data: { clock: 'acceptance' } });
    matter.take('2026-04-22', buyer, 'withdraw');
  });

  it('sends its clues on, each with a term of its own that may be extended once', () => {
    const matter = complaint('2026-04-20');
    matter.take('2026-04-21', officer, 'find_clue', { data: { item: 'a', facts: '虚假宣传' } });
    matter.take('2026-04-22', officer, 'find_clue', { data: { item: 'b', facts: '无证' } });
    expect(
      matter.refused('2026-04-22', officer, 'find_clue', { data: { item: 'b', facts: 'x' } }),
    ).toBe('item_taken');
    const extend = { data: { item: 'b' } };
    expect(matter.refused('2026-04-23', officer, 'extend_clue', extend)).toBe('second_person');
    matter.both('2026-04-23', officer, second, 'extend_clue', extend);
    expect(
      matter.refused('2026-04-24', officer, 'propose', {
        data: { step: 'extend_clue', data: { item: 'b' } },
      }),
    ).toBe('extended_already');
    // After the 21st: 22 to 24 April 3, 27 to 30 April 7, 6 to 9 May (the 9th worked) 11,
    // 11 to 14 May 15. After the 22nd 15 more: 15 May is the 15th, then 18 to 22, 25 to 29 May,
    // 1 to 5 June.
    expect(matter.clock('clue', '2026-04-24', 'a').due_on).toBe('2026-05-14');
    expect(matter.clock('clue', '2026-04-24', 'b')).toMatchObject({
      due_on: '2026-06-05',
      extension: 'granted',
    });
  });

  it('hangs on calendars that exist: the last day of another year cannot be told', () => {
    const matter = complaint('2026-12-28');
    expect(matter.clock('acceptance', '2026-12-28')).toMatchObject({
      due_on: null,
      state: 'cannot_tell',
      unknown: { why: 'calendar_year', year: 2027 },
    });
  });
});
