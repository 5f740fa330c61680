import { beforeAll, describe, expect, it } from 'vitest';
import { apply } from '../../src/casework/fold.ts';
import { seatDues } from '../../src/casework/shown/next-due.ts';
import { systemSteps } from '../../src/casework/system-steps.ts';
import type { MatterEvent } from '../../src/model/matter.ts';
import { buyer, guild, guildSecond, mall, mallSecond } from '../support/casework.ts';
import { officer, play, second, shop, side } from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

/** What the program writes on these days, one after the other, without anybody acting. */
function written(matter: Play, ...days: string[]): [string, string, unknown][] {
  return writtenWhere(false, matter, ...days);
}

/** The same of a matter that is published on our own page, or is not. */
function writtenWhere(
  published_here: boolean,
  matter: Play,
  ...days: string[]
): [string, string, unknown][] {
  const history: MatterEvent[] = [...matter.events];
  let state = matter.state();
  return days.flatMap((on) => {
    const at = `${on}T01:00:00.000Z`;
    const steps = systemSteps(state, history, { at, on }, law, published_here);
    for (const event of steps) {
      state = apply(state, event);
      history.push(event);
      expect(event.actor).toMatchObject({ kind: 'system', user_id: 'system' });
    }
    return steps.map(({ type, data }): [string, string, unknown] => [on, type, data]);
  });
}

describe('the program', () => {
  it('reminds once when a term is due soon and once when it is over', () => {
    const matter = play('complaint', law);
    const parties = [side('owner', officer), side('applicant', buyer), side('subject', shop)];
    matter.take('2026-04-20', buyer, 'open', { data: { facts: 'f', request: 'r', parties } });
    // The consumer waits for the same act; the shop is not told of the matter yet.
    const due = { due_on: '2026-04-29', due_clock: 'acceptance', due_unknown: false };
    expect(seatDues(matter.state(), matter.events, law, '2026-04-20')).toEqual([
      { tenant_id: officer.tenant_id, user_id: null, ...due },
      { tenant_id: buyer.tenant_id, user_id: buyer.user_id, ...due },
    ]);
    // The 29th is the last day: three days before is the 26th.
    expect(
      written(matter, '2026-04-25', '2026-04-26', '2026-04-27', '2026-04-30', '2026-05-06'),
    ).toEqual([
      ['2026-04-26', 'remind', { clock: 'acceptance', days_left: 3 }],
      ['2026-04-30', 'remind', { clock: 'acceptance' }],
    ]);
  });

  it('lets a measure expire after its last day, and takes down what is on our own page', () => {
    const matter = play('measure', law);
    const parties = [side('owner', mall), side('subject', shop)];
    matter.take('2026-03-02', mall, 'open', { data: { facts: 'f', parties } });
    const decision = {
      measure: 'pause_broadcast',
      facts: 'f',
      grounds: 'g',
      basis: ['b'],
      appeal_path: 'p',
      shop: 's',
      found_by_machine: false,
      ends_on: '2026-03-31',
    };
    matter.both('2026-03-02', mall, mallSecond, 'decide', { data: decision });
    matter.take('2026-03-02', mall, 'publish', { data: { url: 'https://mall.example/1' } });
    expect(written(matter, '2026-03-31', '2026-04-01', '2026-04-02')).toEqual([
      ['2026-04-01', 'expire', {}],
    ]);
    expect(writtenWhere(true, matter, '2026-03-31', '2026-04-01', '2026-04-02')).toEqual([
      ['2026-04-01', 'expire', {}],
      ['2026-04-01', 'unpublish', {}],
    ]);
    // Lifted by persons, it is theirs to take down.
    matter.both('2026-03-20', mall, mallSecond, 'lift', { reason: 'r' });
    expect(writtenWhere(true, matter, '2026-04-01')).toEqual([]);
  });

  it('notes that a notice was not answered in time', () => {
    const matter = play('notice', law);
    const parties = [side('owner', guild), side('subject', shop)];
    matter.take('2026-03-02', guild, 'open', { data: { facts: 'f', parties } });
    const letter = { standard: ['s'], asks: 'a', answer_by: '2026-03-10' };
    matter.both('2026-03-02', guild, guildSecond, 'send', { data: letter });
    expect(written(matter, '2026-03-10', '2026-03-11', '2026-03-12')).toEqual([
      ['2026-03-10', 'remind', { clock: 'answer', days_left: 0 }],
      ['2026-03-11', 'note_silence', {}],
      ['2026-03-11', 'remind', { clock: 'answer' }],
    ]);
  });

  it('lets preserved evidence lapse by itself, each thing on its own day', () => {
    const matter = play('case', law);
    const parties = [side('owner', officer), side('subject', shop)];
    matter.take('2026-03-02', officer, 'open', {
      data: { source: 'monitoring', facts: 'f', parties },
    });
    matter.both('2026-03-02', officer, second, 'open_case', { data: { officers: ['li', 'hu'] } });
    const keep = (on: string, item: string) =>
      matter.both(on, officer, second, 'preserve', { data: { item, what: '账册' } });
    keep('2026-03-02', 'books');
    keep('2026-03-04', 'phones');
    // Seven working days: after 2 March the 11th, after 4 March the 13th.
    expect(
      written(matter, '2026-03-12', '2026-03-14').filter(([, type]) => type !== 'remind'),
    ).toEqual([
      ['2026-03-12', 'lapse_preserved', { item: 'books' }],
      ['2026-03-14', 'lapse_preserved', { item: 'phones' }],
    ]);
  });

  it('never says of a party that it kept silent: what was posted in time may arrive later', () => {
    const matter = play('case', law);
    const parties = [side('owner', officer), side('subject', shop)];
    matter.take('2026-03-02', officer, 'open', {
      data: { source: 'monitoring', facts: 'f', parties },
    });
    matter.both('2026-03-02', officer, second, 'open_case', { data: { officers: ['li', 'hu'] } });
    const file_digest = 'a'.repeat(64);
    matter.take('2026-03-02', officer, 'finish_investigation', {
      data: { proposal: 'p', file_digest },
    });
    matter.take('2026-03-02', second, 'review', { data: { opinion: 'o' } });
    const notice = { facts: 'f', grounds: 'g', basis: ['b'], proposed: 'p', hearing_right: false };
    matter.take('2026-03-02', officer, 'serve_notice', { data: notice });
    expect(written(matter, '2026-03-20')).toEqual([]);
    expect(matter.state().status).toBe('noticed');
  });
});
