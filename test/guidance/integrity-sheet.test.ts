import { describe, expect, it } from 'vitest';
import { integrityParts } from '../../src/guidance/integrity-parts.ts';
import { integritySheet } from '../../src/guidance/integrity-sheet.ts';
import type { OperatorFacts } from '../../src/guidance/operator-facts.ts';
import { sheetText } from '../../src/guidance/sheet-text.ts';
import { waysToImprove } from '../../src/guidance/ways-to-improve.ts';
import { dayText } from '../../src/model/days.ts';
import { seeded } from '../../src/model/random.ts';
import type { Random } from '../../src/model/random.ts';
import { slowIntegrity } from '../oracle/slow-integrity.ts';
import { clean } from './facts.ts';

const pointsOf = (facts: OperatorFacts) =>
  integritySheet(facts).parts.map(({ part, points }) => [part.name, points]);

describe('an integrity sheet by hand', () => {
  it('begins at 100 points', () => {
    expect(integritySheet(clean)).toMatchObject({
      points_min: 100,
      points_max: 100,
      class: 'A',
      decides: false,
    });
  });

  it('counts events in full, by half and no more, each to the day', () => {
    const penalties = (...days: string[]) => ({
      ...clean,
      events: { ...clean.events, penalty: days.map((on) => ({ on, ref: on })) },
    });
    const off = (day: string) => pointsOf(penalties(day))[0];
    // 18 months after the last day of December is the last of June: 30 June 2026.
    expect(off('2026-06-30')).toEqual(['penalty', 16]);
    expect(off('2025-01-01')).toEqual(['penalty', 16]);
    expect(off('2024-12-31')).toEqual(['penalty', 8]);
    expect(off('2023-07-01')).toEqual(['penalty', 8]);
    expect(off('2023-06-30')).toEqual(['penalty', 0]);
    expect(off('2026-07-01')).toEqual(['penalty', 0]);
    // 16 + 16 + 16 + 16 stops at 48.
    const many = penalties('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');
    expect(integritySheet(many)).toMatchObject({ points_max: 52, class: 'D' });
  });

  it('takes a share off by the steps its lower bound reaches', () => {
    const complaints = (cases: number, out_of: number) =>
      pointsOf({
        ...clean,
        shares: {
          ...clean.shares,
          complaint: { cases, out_of, others_cases: 100, others_out_of: 10_000 },
        },
      })[3];
    // The others' upper bound is 0.012147. The lower one of 4 in 100 is
    // (8 + 3.841459 - 1.959964 * sqrt(3.841459 + 15.36)) / 207.682918 = 0.015663.
    expect(complaints(4, 100)).toEqual(['complaint', 6]);
    // (6 + 3.841459 - 1.959964 * sqrt(3.841459 + 11.64)) / 207.682918 = 0.010254: below.
    expect(complaints(3, 100)).toEqual(['complaint', 0]);
    // 100 of 100: the lower bound is 100 / 103.841459 = 0.963006, beyond 8 times.
    expect(complaints(100, 100)).toEqual(['complaint', 24]);
    // Of three orders nothing is told, whatever happened.
    expect(complaints(3, 3)).toEqual(['complaint', null]);
    expect(complaints(29, 29)).toEqual(['complaint', null]);
    expect(complaints(30, 30)).toEqual(['complaint', 24]);
  });

  it('cannot tell the class of three orders, but can where nothing could change it', () => {
    const few = { cases: 0, out_of: 3, others_cases: 100, others_out_of: 10_000 };
    const facts = { ...clean, shares: { complaint: few, return: few } };
    // 100 - 24 - 16 at worst.
    expect(integritySheet(facts)).toMatchObject({ points_min: 60, points_max: 100, class: null });
    expect(integritySheet(facts).parts[3]?.needs).toEqual({ what: 'orders', count: 27 });
    const refs = Array.from({ length: 8 }, (_, i) => `p${i}`);
    const penalty = [{ on: '2026-06-01', ref: 'x' }];
    const bad = { ...facts, open: { breach: refs }, events: { penalty, measure: [] } };
    // 100 - 16 - 32 = 52 at best: D whatever the shares are.
    expect(integritySheet(bad)).toMatchObject({ points_min: 12, points_max: 52, class: 'D' });
    const unknown = { ...clean, events: { penalty: null, measure: [] } };
    expect(integritySheet(unknown)).toMatchObject({ points_min: 52, class: null });
    expect(integritySheet({ ...clean, events: {} }).parts[0]?.needs?.what).toBe('facts');
  });
});

describe('an integrity sheet beside slow code', () => {
  it.each(Array.from({ length: 20 }, (_, i) => 7_100 + i))('agrees, seed %i', (seed) => {
    const random = seeded(seed);
    for (let round = 0; round < 50; round += 1) {
      const facts = randomFacts(random);
      const { points_min, points_max } = integritySheet(facts);
      expect([points_min, points_max]).toEqual(slowIntegrity(facts, integrityParts));
    }
  });
});

function randomFacts(random: Random): OperatorFacts {
  const day = (): string => dayText(19_000 + random.below(1_700));
  const maybe = <T>(make: () => T): T | null => (random.chance(0.1) ? null : make());
  const list = <T>(most: number, make: (i: number) => T): T[] =>
    Array.from({ length: random.below(most + 1) }, (_, i) => make(i));
  const share = () => {
    const out_of = random.below(200);
    const others_out_of = random.below(5_000);
    return {
      cases: random.below(out_of + 1),
      out_of,
      others_cases: Math.floor((others_out_of * random.below(20)) / 100),
      others_out_of,
    };
  };
  return {
    operator_id: 'r',
    as_of: dayText(20_500 + random.below(200)),
    events: {
      penalty: maybe(() => list(4, (i) => ({ on: day(), ref: `p${i}` }))),
      measure: maybe(() => list(5, (i) => ({ on: day(), ref: `m${i}` }))),
    },
    open: { breach: maybe(() => list(10, (i) => `b${i}`)) },
    shares: { complaint: maybe(share), return: maybe(share) },
  };
}

describe('the printed sheet', () => {
  const facts: OperatorFacts = {
    ...clean,
    events: { penalty: [{ on: '2025-08-31', ref: '罚1号' }], measure: null },
    open: { breach: ['cn.x'] },
    shares: {
      complaint: { cases: 4, out_of: 100, others_cases: 100, others_out_of: 10_000 },
      return: { cases: 0, out_of: 3, others_cases: 0, others_out_of: 0 },
    },
  };

  it('shows every number the class is made of, in both languages', () => {
    const sheet = integritySheet(facts);
    // 100 - 16 - 4 - 6 = 74; the measures at most 24 and the returns at most 16 more.
    expect([sheet.points_min, sheet.points_max]).toEqual([34, 74]);
    const zh = sheetText(sheet, waysToImprove(facts), 'zh').split('\n');
    expect(zh.slice(0, 10)).toEqual([
      '经营者 a 诚信评价单（截至 2026-06-30）',
      '等级无法判断：余分在 34 至 74 之间。',
      '等级：A ≥ 90，B ≥ 75，C ≥ 60，D ≥ 0',
      '行政处罚决定：扣 16 分（上限 48 分；参数：ours）',
      '  近 36 个月，每项 16 分；前一半期间全额，后一半期间减半',
      '  2025-08-31 罚1号：16 分；2027-02-28 起减半，2028-08-31 起不计',
      '平台处置措施（警示除外）：无法判断（数据没有记载），最多扣 24 分',
      '尚未改正的不符合条款：扣 4 分（上限 32 分；参数：ours）',
      '  每项 4 分，改正后不再计',
      '  cn.x：4 分',
    ]);
    const en = sheetText(sheet, waysToImprove(facts), 'en');
    expect(en).toContain('orders complained of: 6 point(s) off (at most 24; parameter: ours)');
    expect(en).toContain(
      '4 of 100, lower 95 % Wilson bound 0.015663; other operators 100 of 10000',
    );
    expect(en).toContain('cannot tell (fewer than 30 orders, 27 more wanted), at most 16 off');
    expect(en).toContain('Order 116 art. 19');
    expect(zh.at(-1)).toContain('《个人信息保护法》第二十四条');
  });
});
