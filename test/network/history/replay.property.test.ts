import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { linkCut } from '../../../src/network/history/link-cut.ts';
import { replay } from '../../../src/network/history/replay.ts';
import { slowHistory } from '../../oracle/slow-history.ts';

interface Case {
  readonly joined: readonly (number | null)[];
  readonly ties: readonly { day: number; node: number; above: number | null }[];
  readonly amounts: readonly { day: number; node: number; amount: number }[];
}

const targets = [
  { sum: 3, three_levels: false },
  { sum: 8, three_levels: false },
  { sum: 1, three_levels: true },
  { sum: 5, three_levels: true },
];

/** Ties come no earlier than who makes them, and one a node and day. */
function tidy({ joined, ties, amounts }: Case): Case {
  const one = new Map<string, Case['ties'][number]>();
  for (const { day, node, above } of ties) {
    const there = joined[node]!;
    if (there === null || above === node) continue;
    const from = Math.max(day, there);
    one.set(`${from} ${node}`, { day: from, node, above });
  }
  const byDay = (a: { day: number; node: number }, b: { day: number; node: number }): number =>
    a.day - b.day || a.node - b.node;
  const dated = amounts.filter(({ node }) => joined[node] !== null);
  const after = dated.map((x) => ({ ...x, day: Math.max(x.day, joined[x.node]!) }));
  return { joined, ties: [...one.values()].toSorted(byDay), amounts: after.toSorted(byDay) };
}

function cases(most: number, heads: boolean): fc.Arbitrary<Case> {
  return fc.integer({ min: 1, max: most }).chain((n) => {
    const node = fc.nat({ max: n - 1 });
    const day = fc.integer({ min: 100, max: 112 });
    const above = fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: Math.min(3, n - 1) }) },
      { weight: 5, arbitrary: node },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    return fc
      .record({
        joined: fc.array(fc.option(day, { freq: 9 }), { minLength: n, maxLength: n }),
        ties: fc.array(fc.record({ day, node, above }), { maxLength: 3 * n, size: 'max' }),
        amounts: heads
          ? fc.constant([])
          : fc.array(fc.record({ day, node, amount: fc.integer({ min: -4, max: 6 }) }), {
              maxLength: 2 * n,
              size: 'max',
            }),
      })
      .map((raw) => {
        const each = raw.joined.flatMap((at, i) =>
          at === null ? [] : [{ day: at, node: i, amount: 1 }],
        );
        return tidy(heads ? { ...raw, amounts: each } : raw);
      });
  });
}

function expectAgreement({ joined, ties, amounts }: Case): void {
  const fast = replay({
    joinedDay: Int32Array.from(joined, (day) => day ?? UNKNOWN_DAY),
    ties: {
      day: ties.map(({ day }) => day),
      node: ties.map(({ node }) => node),
      above: ties.map(({ above }) => above ?? ROOT),
    },
    amounts: {
      day: amounts.map(({ day }) => day),
      node: amounts.map(({ node }) => node),
      amount: amounts.map(({ amount }) => amount),
    },
    targets,
  });
  const slow = slowHistory(joined, ties, amounts);
  const first = targets.map((target) =>
    joined.map((there, node) => {
      for (const [day, { sum, levels }] of slow) {
        if (there === null || there > day || sum[node]! < target.sum) continue;
        if (!target.three_levels || levels[node]! >= 3) return day;
      }
      return UNKNOWN_DAY;
    }),
  );
  expect(fast.days.map((days) => [...days])).toEqual(first);
  const above: (number | null)[] = joined.map(() => null);
  let at = 0;
  for (const [day, state] of slow) {
    for (; fast.made.day[at] === day; at++) {
      const up = fast.made.above[at]!;
      above[fast.made.node[at]!] = up === ROOT ? null : up;
    }
    expect(above).toEqual(state.above);
  }
  expect(at).toBe(fast.made.day.length);
}

describe('a forest lived through day by day', () => {
  it('reaches its heads and levels when the slow one does', () => {
    fc.assert(fc.property(cases(24, true), expectAgreement), { numRuns: 2_000, seed: 20_240_101 });
  });

  it('reaches sums of money when the slow one does, refunds and all', () => {
    fc.assert(fc.property(cases(16, false), expectAgreement), { numRuns: 2_000, seed: 20_240_102 });
  });
});

describe('the changing forest', () => {
  it('keeps sums in a chain of 100,000 that is cut and hung anew', () => {
    const n = 100_000;
    const forest = linkCut(n);
    for (let i = 0; i < n; i++) forest.add(i, 1);
    forest.await(0, n);
    for (let i = n - 1; i > 0; i--) forest.link(i, i - 1);
    expect([forest.sum(0), forest.sum(n - 1), forest.rootOf(n - 1)]).toEqual([n, 1, 0]);
    expect(forest.reached).toEqual([0]);
    for (let i = 1; i < n; i += 2) {
      forest.cut(i);
      expect(forest.rootOf(n - 1)).toBe(i);
      expect(forest.sum(0)).toBe(i);
      forest.link(i, i - 1);
    }
    expect(forest.sum(n / 2)).toBe(n / 2);
    expect(forest.reached).toEqual([0]);
  });
});
