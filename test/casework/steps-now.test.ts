import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/casework/decide.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { proposalsNow, stepsNow } from '../../src/casework/steps-now.ts';
import type { Actor } from '../../src/model/actor.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { buyer, officer, play, second, shop, side, third } from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

function names(matter: Play, actor: Actor, on: string): string[] {
  const state = matter.state();
  const context = { clocks: matter.clocks(on), matters: new Map() };
  const now = { at: `${on}T01:00:00.000Z`, on };
  return stepsNow(matterRules[state.kind], state, actor, now, context).map(({ step }) => step);
}

function opened(): Play {
  const matter = play('complaint', law);
  const parties = [side('owner', officer), side('applicant', buyer), side('subject', shop)];
  matter.take('2026-04-20', buyer, 'open', { data: { facts: 'f', request: 'r', parties } });
  return matter;
}

describe('what steps are called', () => {
  it('is what one does before it is taken, and what happened afterwards', () => {
    const wrong: string[] = [];
    for (const [kind, { steps }] of Object.entries(matterRules)) {
      for (const [type, { verb, title }] of Object.entries(steps)) {
        // A matter is opened by a form of its own.
        if (type === 'open') continue;
        if (verb.en === title.en) wrong.push(`${kind} ${type}: ${verb.en}`);
        if (!/^[A-Z][a-z]+ ?/.test(verb.en) || /^\w+(ed|ing|ought)\b/.test(verb.en)) {
          wrong.push(`${kind} ${type} is no verb: ${verb.en}`);
        }
        if ([verb.zh, title.zh].some((zh) => !/^[\u4e00-\u9fff、，]+$/.test(zh))) {
          wrong.push(`${kind} ${type}: ${verb.zh}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(matterRules.order.steps['issue']).toMatchObject({
      verb: { zh: '责令改正', en: 'Issue the order' },
      title: { zh: '责令改正', en: 'Order issued' },
    });
  });
});

describe('the steps one may take now', () => {
  it('are those of one’s side, in this status, with what they need', () => {
    const matter = opened();
    expect(names(matter, buyer, '2026-04-20')).toEqual(['supplement', 'withdraw']);
    expect(names(matter, shop, '2026-04-20')).toEqual([]);
    const mine = names(matter, officer, '2026-04-20');
    expect(mine).toEqual(expect.arrayContaining(['accept', 'refuse', 'find_clue', 'note']));
    // No clue was found, no testing runs, nothing is in mediation.
    for (const step of ['settle_clue', 'extend_clue', 'end_testing', 'mediate', 'settle', 'open']) {
      expect(mine).not.toContain(step);
    }
    matter.take('2026-04-20', officer, 'find_clue', { data: { item: 'c1', facts: 'f' } });
    expect(names(matter, officer, '2026-04-20')).toContain('settle_clue');
    matter.take('2026-04-21', officer, 'settle_clue', { data: { item: 'c1', outcome: 'none' } });
    expect(names(matter, officer, '2026-04-21')).not.toContain('settle_clue');
  });

  it('of a term that must be over come the day after its last', () => {
    const matter = play('notice', law);
    const guild = { ...officer, party: 'association' as const, tenant_id: 'guild' };
    const head = { ...second, party: 'association' as const, tenant_id: 'guild' };
    const parties = [side('owner', guild), side('subject', shop)];
    matter.take('2026-03-02', guild, 'open', { data: { facts: 'f', parties } });
    const letter = { standard: ['s'], asks: 'a', answer_by: '2026-03-10' };
    matter.both('2026-03-02', guild, head, 'send', { data: letter });
    expect(names(matter, guild, '2026-03-10')).not.toContain('note_silence');
    expect(names(matter, guild, '2026-03-11')).toContain('note_silence');
  });

  it('without data are steps that can be decided, or are refused for their data alone', () => {
    const matter = opened();
    matter.take('2026-04-21', officer, 'accept');
    const state = matter.state();
    const rules = matterRules.complaint;
    const at = '2026-04-21T02:00:00.000Z';
    const context = { clocks: matter.clocks('2026-04-21'), matters: new Map() };
    const common = { matter_id: state.matter_id, at, on: '2026-04-21', actor: officer };
    const mine = new Set(names(matter, officer, '2026-04-21'));
    for (const [type, { data, second: two }] of Object.entries(rules.steps)) {
      const given: JsonObject = two ? { step: type, data: {} } : {};
      const step = { ...common, type: two ? 'propose' : type, reason: 'r', data: given };
      const decision = decide(rules, state, step, context);
      const code = 'refused' in decision ? decision.refused.code : 'taken';
      const bare = Object.values(data).every(({ optional }) => optional === true);
      // Without fields the answer is whole; with them, the first thing missed is a field.
      if (bare) expect([type, mine.has(type)]).toEqual([type, code === 'taken']);
      else if (mine.has(type)) expect([type, code]).toEqual([type, 'casework.data_missing']);
    }
  });

  it('about proposals: taken back by who made them, approved by another approver', () => {
    const matter = opened();
    const data = { step: 'to_police', data: { facts: 'f' } };
    matter.take('2026-04-20', second, 'propose', { data });
    const may = (actor: Actor) =>
      proposalsNow(matterRules.complaint, matter.state(), actor).map((one) => one.may);
    expect(may(second)).toEqual([['retract']]);
    expect(may(third)).toEqual([['approve', 'reject']]);
    expect(may(officer)).toEqual([[]]);
    expect(may(shop)).toEqual([[]]);
  });
});
