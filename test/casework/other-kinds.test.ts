import { beforeAll, describe, expect, it } from 'vitest';
import { commitmentOf } from '../../src/evidence/draw/commitment.ts';
import type { JsonObject } from '../../src/model/json.ts';
import {
  buyer,
  digest,
  guild,
  guildSecond,
  machine,
  mall,
  mallSecond,
  mallThird,
  officer,
  play,
  second,
  shop,
  side,
  stranger,
  third,
} from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

const reasons: JsonObject = {
  measure: 'suspend',
  facts: '销售假冒商品',
  grounds: '违反平台规则第三条',
  basis: ['平台规则第三条'],
  appeal_path: '商家后台—申诉',
  shop: '某店',
  found_by_machine: true,
  ends_on: '2026-03-31',
};

function measure(): Play {
  const matter = play('measure', law);
  matter.take('2026-03-02', mall, 'open', {
    data: { facts: 'f', parties: [side('owner', mall), side('subject', shop)] },
  });
  return matter;
}

describe('a measure of a platform', () => {
  it('is decided with all of its reasons, published within a working day, and ends', () => {
    const matter = measure();
    const { appeal_path: _, ...without } = reasons;
    expect(
      matter.refused('2026-03-06', mall, 'propose', { data: { step: 'decide', data: without } }),
    ).toBe('data_missing');
    matter.both('2026-03-06', mall, mallSecond, 'decide', { data: reasons });
    expect(matter.clock('publication', '2026-03-06').due_on).toBe('2026-03-09');
    matter.take('2026-03-10', mall, 'publish', { data: { url: 'https://x' } });
    expect(matter.clock('publication', '2026-03-10').state).toBe('late');
    expect(matter.refused('2026-03-31', machine, 'expire')).toBe('day_not_past');
    matter.take('2026-04-01', { ...machine, party: 'platform', tenant_id: 'mall' }, 'expire');
    expect(matter.state().status).toBe('expired');
  });
});

describe('an appeal', () => {
  it('is decided by somebody who neither proposed nor approved the measure', () => {
    const first = measure();
    first.both('2026-03-06', mall, mallSecond, 'decide', { data: reasons });
    const matters = new Map([['measure-1', first.state()]]);
    const matter = play('appeal', law, matters);
    matter.take('2026-03-07', shop, 'open', {
      data: {
        measure_id: 'measure-1',
        grounds: '商品有授权',
        parties: [side('owner', mall), side('applicant', shop)],
      },
    });
    matter.take('2026-03-07', shop, 'ask_person');
    expect(matter.refused('2026-03-08', mall, 'take')).toBe('decided_before');
    expect(matter.refused('2026-03-08', mallSecond, 'take')).toBe('decided_before');
    matter.take('2026-03-08', mallThird, 'take');
    expect(matter.refused('2026-03-08', mall, 'lift')).toBe('decided_before');
    expect(matter.refused('2026-03-08', mallThird, 'lift', { reason: null })).toBe(
      'reason_missing',
    );
    matter.take('2026-03-08', mallThird, 'lift');
    matter.take('2026-03-08', mallThird, 'tell', { data: { channel: '站内信' } });
  });

  it('of a measure nobody knows is decided by nobody', () => {
    const matter = play('appeal', law);
    matter.take('2026-03-07', shop, 'open', {
      data: {
        measure_id: 'measure-9',
        grounds: 'g',
        parties: [side('owner', mall), side('applicant', shop)],
      },
    });
    expect(matter.refused('2026-03-08', mallThird, 'take')).toBe('matter_unknown');
  });
});

describe('a rectification order', () => {
  const opened = (): Play => {
    const matter = play('order', law);
    matter.take('2026-03-02', officer, 'open', {
      data: {
        inspection_id: 'i1',
        findings: ['f1', 'f2'],
        parties: [side('owner', officer), side('subject', shop)],
      },
    });
    const data = { requirement: '公示执照', basis: ['O37 12'], due_on: '2026-03-20' };
    matter.both('2026-03-02', officer, second, 'issue', { data });
    return matter;
  };

  it('is cured only when a new inspection finds none of it', () => {
    const matter = opened();
    expect(matter.clock('cure', '2026-03-02')).toMatchObject({
      deadline_id: null,
      due_on: '2026-03-20',
    });
    matter.take('2026-03-18', shop, 'report_cure', { data: { text: '已改' } });
    const cure = (inspection_id: string, ...gone: string[]) => ({ data: { inspection_id, gone } });
    expect(matter.refused('2026-03-19', shop, 'confirm_cure', cure('i2', 'f1', 'f2'))).toBe(
      'not_yours',
    );
    expect(matter.refused('2026-03-19', officer, 'confirm_cure', cure('i1', 'f1', 'f2'))).toBe(
      'same_inspection',
    );
    expect(matter.refused('2026-03-19', officer, 'confirm_cure', cure('i2', 'f1'))).toBe(
      'not_cured',
    );
    matter.take('2026-03-19', officer, 'deny_cure', {
      data: { inspection_id: 'i2', left: ['f2'] },
    });
    matter.both('2026-03-20', officer, second, 'extend', { data: { until: '2026-03-31' } });
    matter.take('2026-03-30', officer, 'confirm_cure', cure('i3', 'f2', 'f1'));
    expect(matter.clock('cure', '2026-03-30')).toMatchObject({
      due_on: '2026-03-31',
      state: 'in_time',
    });
  });

  it('gets no more time once its term is over', () => {
    const matter = opened();
    matter.both('2026-03-21', officer, second, 'extend', { data: { until: '2026-03-31' } });
    expect(matter.clock('cure', '2026-03-21')).toMatchObject({
      due_on: '2026-03-20',
      extension: 'too_late',
      state: 'overdue',
    });
  });
});

describe('a report', () => {
  it('is linked when told before, and a named reporter is told under Order 20 alone', () => {
    const parties = [side('owner', officer), side('applicant', buyer)];
    const told = (on: string): Play => {
      const matter = play('report', law);
      matter.take(on, buyer, 'open', { data: { facts: 'f', named: true, parties } });
      matter.both(on, officer, second, 'not_open', { data: { ground: 'no_breach' } });
      return matter;
    };
    // Friday 10 April 2026; five working days later is the 17th.
    expect(told('2026-04-10').clock('told', '2026-04-10').due_on).toBe('2026-04-17');
    expect(told('2026-04-15').clock('told', '2026-04-15')).toMatchObject({
      due_on: null,
      state: 'no_term',
    });
    const again = play('report', law);
    again.take('2026-04-16', buyer, 'open', { data: { facts: 'f', named: true, parties } });
    again.take('2026-04-17', officer, 'link_repeated', { data: { matter_id: 'report-0' } });
    expect(again.clocks('2026-04-17').map(({ clock, state }) => [clock, state])).toEqual([
      ['check', 'in_time'],
    ]);
  });
});

describe('the other kinds', () => {
  it('send association notices that nobody need obey', () => {
    const matter = play('notice', law);
    const parties = [side('owner', guild), side('subject', shop)];
    matter.take('2026-03-02', guild, 'open', { data: { facts: 'f', parties } });
    const data = { standard: ['T/X 1'], asks: '说明', answer_by: '2026-03-10' };
    matter.both('2026-03-02', guild, guildSecond, 'send', { data });
    expect(matter.refused('2026-03-10', guild, 'note_silence')).toBe('term_runs');
    matter.take('2026-03-11', guild, 'note_silence');
    matter.both('2026-03-11', guild, guildSecond, 'refer', { data: { matter_id: 'referral-1' } });
    expect(matter.clock('answer', '2026-03-11').state).toBe('late');
  });

  it('recall goods, and never reach more than were sold', () => {
    const matter = play('recall', law);
    const parties = [side('owner', officer), side('subject', shop)];
    const goods = { product: 'p', lots: ['1'], defect: '过热' };
    matter.take('2026-03-02', shop, 'open', { data: { ...goods, parties } });
    matter.take('2026-03-03', shop, 'file_plan', {
      data: { plan: 'p', plan_digest: digest('e'), affected: 10 },
    });
    const reach = (reached: number) => ({ affected: 10, reached, returned: 3 });
    const tell = (reached: number) => ({ data: { channel: '短信', ...reach(reached) } });
    expect(matter.refused('2026-03-04', shop, 'tell_consumers', tell(11))).toBe('too_many');
    matter.take('2026-03-04', shop, 'tell_consumers', tell(10));
    const page = { data: { url: 'https://amr.example/recalls#1' } };
    expect(matter.refused('2026-03-04', shop, 'publish', page)).toBe('not_yours');
    matter.take('2026-03-04', officer, 'publish', page);
    expect(matter.refused('2026-03-05', officer, 'publish', page)).toBe('mark_there');
    expect(matter.refused('2026-03-05', officer, 'unpublish')).toBe('wrong_status');
    const finish = { data: { summary: 's', ...reach(10) } };
    expect(matter.refused('2026-03-05', shop, 'finish', finish)).toBe('mark_missing');
    matter.take('2026-03-05', shop, 'stop_sale', { data: { listings: ['1'] } });
    matter.take('2026-03-05', shop, 'finish', finish);
    matter.take('2026-03-05', officer, 'not_enough', { data: { missing: ['海外批次'] } });
    matter.take('2026-03-06', shop, 'finish', finish);
    matter.both('2026-03-06', officer, second, 'close');
    matter.take('2026-09-06', officer, 'unpublish');
    expect(matter.refused('2026-09-07', officer, 'unpublish')).toBe('mark_there');
  });

  it('refer between parties: offered, taken, given back, offered again, declined', () => {
    const matter = play('referral', law);
    const parties = [side('owner', officer), side('helper', guild)];
    const data = { matter_id: 'case-1', tenant_id: 'guild', why: 'w', files: ['f'], parties };
    matter.take('2026-03-02', officer, 'open', { data });
    expect(matter.refused('2026-03-03', officer, 'take', { data: { matter_id: 'n' } })).toBe(
      'not_yours',
    );
    matter.take('2026-03-03', guild, 'take', { data: { matter_id: 'notice-1' } });
    matter.take('2026-03-04', guild, 'give_back');
    matter.take('2026-03-05', officer, 'offer_again');
    expect(matter.refused('2026-03-06', guild, 'decline', { reason: null })).toBe('reason_missing');
    matter.take('2026-03-06', guild, 'decline');
  });

  it('unlock an identity for two persons, some fields and some days', () => {
    const matter = play('unlock', law);
    const data = {
      case_id: 'case-1',
      subject_digest: digest('f'),
      fields: ['phone'],
      until: '2026-03-10',
      parties: [side('owner', officer)],
    };
    matter.take('2026-03-02', second, 'open', { data });
    expect(matter.refused('2026-03-02', second, 'grant')).toBe('decided_before');
    expect(matter.refused('2026-03-02', stranger, 'grant')).toBe('not_yours');
    matter.take('2026-03-02', third, 'grant');
    const look = (...fields: string[]) => ({ data: { fields } });
    expect(matter.refused('2026-03-03', third, 'look', look('phone'))).toBe('only_who_asked');
    expect(matter.refused('2026-03-03', second, 'look', look('name'))).toBe('not_granted');
    matter.take('2026-03-10', second, 'look', look('phone'));
    expect(matter.refused('2026-03-11', second, 'look', look('phone'))).toBe('day_past');
    matter.take('2026-03-11', machine, 'expire');
    expect(matter.state().marks.filter(({ name }) => name === 'looked')).toHaveLength(1);
  });

  it('draw only when every committed seed was shown', () => {
    const matter = play('draw', law);
    const parties = [side('owner', officer), side('helper', guild)];
    matter.take('2026-03-02', officer, 'open', { data: { plan: 'p', parties } });
    const lists = {
      subjects_digest: digest('1'),
      subjects: 10,
      inspectors_digest: digest('2'),
      inspectors: 4,
      drawn: 3,
      inspectors_each: 2,
    };
    matter.take('2026-03-02', officer, 'commit_lists', { data: lists });
    const commit = (item: string, seed: string) => ({
      data: { item, commitment: commitmentOf('draw-1', item, seed) },
    });
    matter.take('2026-03-02', officer, 'commit_seed', commit('amr', digest('3')));
    expect(matter.refused('2026-03-02', officer, 'close_commits')).toBe('too_few');
    matter.take('2026-03-02', guild, 'commit_seed', commit('guild', digest('4')));
    matter.take('2026-03-02', officer, 'close_commits');
    const reveal = (item: string, seed: string) => ({ data: { item, seed } });
    matter.take('2026-03-03', officer, 'reveal_seed', reveal('amr', digest('3')));
    const drawn = { data: { published_digest: digest('5') } };
    expect(matter.refused('2026-03-03', officer, 'draw', drawn)).toBe('too_few');
    expect(matter.refused('2026-03-03', guild, 'reveal_seed', reveal('guild', digest('6')))).toBe(
      'seed_differs',
    );
    matter.take('2026-03-03', guild, 'reveal_seed', reveal('guild', digest('4')));
    matter.take('2026-03-03', officer, 'draw', drawn);
    matter.take('2026-03-03', officer, 'assign_inspectors', drawn);
    expect(matter.refused('2026-03-03', officer, 'finish')).toBe('too_few');
    const result = { item: 's1', inspection_id: 'i1', result: '未发现问题' };
    matter.take('2026-03-04', officer, 'record_result', { data: result });
    matter.take('2026-03-05', officer, 'finish');
    expect(matter.state().status).toBe('finished');
  });
});
