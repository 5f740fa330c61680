import { describe, expect, it } from 'vitest';
import type { FineRange, TwoLaws } from '../../src/model/provision.ts';
import { twoLawsSentence } from '../../src/report/two-laws.ts';

function range(min: number, max: number | null): FineRange {
  return { from: '2019-01-01', to: null, min, max, cite: 'art. 1' };
}

const planted: TwoLaws = {
  act: { version_in_force: '2019-04-23', fine: range(200_000, 1_000_000), acts: 1 },
  decision: {
    day: '2025-12-01',
    version_in_force: '2025-10-15',
    verdict: 'breach',
    fine: range(0, 1_000_000),
    acts: 1,
    some_undecided: false,
  },
  milder: 'decision',
  currency: 'CNY',
};

function decided(decision: Partial<TwoLaws['decision']>, milder: TwoLaws['milder']): string {
  const laws = { ...planted, decision: { ...planted.decision, ...decision }, milder };
  return twoLawsSentence(laws).en.replace(/^.*?1,000,000\. /, '');
}

describe('what a finding says of two laws', () => {
  it('names both days, both ranges and the milder', () => {
    expect(twoLawsSentence(planted)).toEqual({
      en:
        'Law of the day of the act (in force since 2019-04-23): ' +
        'fine of CNY 200,000 to 1,000,000. ' +
        'Law of 2025-12-01 (in force since 2025-10-15): a breach too; ' +
        'fine up to CNY 1,000,000. Milder: the later law.',
      zh:
        '行为时的规定（2019-04-23 起施行）：罚款 200,000 元以上 1,000,000 元以下。' +
        '2025-12-01 的规定（2025-10-15 起施行）：同样不符合；罚款 1,000,000 元以下。' +
        '较轻者：新规定。',
    });
  });

  it('says what it cannot tell, and that a law is gone', () => {
    expect(decided({ version_in_force: null, verdict: 'no_breach', fine: null }, 'decision')).toBe(
      'On 2025-12-01 no such provision was in force any more: ' +
        'the law of that day finds no breach. Milder: the later law.',
    );
    expect(decided({ verdict: 'no_breach', fine: null }, 'decision')).toBe(
      'Law of 2025-12-01 (in force since 2025-10-15): no breach. Milder: the later law.',
    );
    expect(decided({ verdict: 'cannot_tell', fine: null }, null)).toBe(
      'Law of 2025-12-01 (in force since 2025-10-15): the data cannot tell. ' +
        'Which is milder remains to be established.',
    );
  });

  it('says how many of several acts the later law finds', () => {
    const of = (acts: number, found: number, some_undecided = false) =>
      twoLawsSentence({
        ...planted,
        act: { ...planted.act, acts },
        decision: { ...planted.decision, acts: found, some_undecided },
      });
    expect(of(3, 2).en).toContain(
      'a breach too (acts it finds: 2; acts the law of their day finds: 3); fine up to',
    );
    expect(of(3, 2).zh).toContain('同样不符合（按该规定 2 项行为，按行为时的规定 3 项行为）；罚款');
    expect(of(1, 2).en).toContain('(acts it finds: 2;');
    expect(of(1, 1, true).en).toContain('(acts it finds: 1, of others the data cannot tell;');
    expect(of(1, 1, true).zh).toContain('（按该规定 1 项行为，另有依现有数据无法判断的；');
  });

  it('has words for a range without a most, and for none', () => {
    expect(decided({ fine: range(5_000, null) }, 'act')).toContain('fine of CNY 5,000 or more.');
    expect(decided({ fine: null }, null)).toContain('a breach too; no range of fine stated.');
    const foreign = { ...planted, currency: 'EUR' };
    expect(twoLawsSentence(foreign).zh).toContain('罚款 200,000 EUR以上 1,000,000 EUR以下。');
  });
});
