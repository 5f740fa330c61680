import { describe, expect, it } from 'vitest';
import { integritySheet } from '../../src/guidance/integrity-sheet.ts';
import { waysToImprove } from '../../src/guidance/ways-to-improve.ts';
import { clean } from './facts.ts';

describe('ways to improve', () => {
  it('say what one cure or one lapse gives, and when time alone gives a better class', () => {
    const penalty = [{ on: '2025-01-31', ref: 'x' }];
    const facts = {
      ...clean,
      events: { penalty, measure: [] },
      open: { breach: ['p', 'q'] },
    };
    // 100 - 16 - 8 = 76: B. From 31 July 2026 the penalty counts half: 84, still B; A wants 90,
    // which 92 gives when the penalty has lapsed on 31 January 2028.
    expect(integritySheet(facts)).toMatchObject({ points_max: 76, class: 'B' });
    expect(waysToImprove(facts)).toEqual({
      ways: [
        {
          part: 'penalty',
          kind: 'lapse',
          ref: 'x',
          on: '2028-01-31',
          clean_orders: null,
          gained_points: 16,
          class_then: 'A',
        },
        ...['p', 'q'].map((ref) => ({
          part: 'breach',
          kind: 'cure',
          ref,
          on: null,
          clean_orders: null,
          gained_points: 4,
          class_then: 'B',
        })),
      ],
      rises_on: '2028-01-31',
    });
  });

  it('give nothing back while a part stays at its cap', () => {
    const breach = Array.from({ length: 9 }, (_, i) => `p${i}`);
    const { ways, rises_on } = waysToImprove({ ...clean, open: { breach } });
    expect(ways.map((way) => way.gained_points)).toEqual(breach.map(() => 0));
    expect(rises_on).toBeNull();
  });

  it('find the fewest clean orders that undo a step', () => {
    const complaint = { cases: 4, out_of: 100, others_cases: 100, others_out_of: 10_000 };
    const facts = { ...clean, shares: { ...clean.shares, complaint } };
    const [way] = waysToImprove(facts).ways;
    expect(way).toMatchObject({ kind: 'clean_orders', gained_points: 6, class_then: 'A' });
    const steps = (more: number) =>
      integritySheet({
        ...facts,
        shares: { ...facts.shares, complaint: { ...complaint, out_of: 100 + more } },
      }).parts[3]?.share?.steps;
    expect([steps(way!.clean_orders! - 1), steps(way!.clean_orders!)]).toEqual([1, 0]);
  });

  it('say no day where the class cannot be told', () => {
    const facts = {
      ...clean,
      events: { penalty: null, measure: [{ on: '2026-06-01', ref: 'm' }] },
    };
    expect(waysToImprove(facts).rises_on).toBeNull();
  });
});
