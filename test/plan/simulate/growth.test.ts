import { describe, expect, it } from 'vitest';
import type { Assumptions, Recruiting } from '../../../src/model/assumptions.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { seeded } from '../../../src/model/random.ts';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { compilePlan } from '../../../src/plan/pay/compile-plan.ts';
import { startRun } from '../../../src/plan/pay/plan-run.ts';
import { defaultAssumptions } from '../../../src/plan/simulate/default-assumptions.ts';
import { growMonth, startGrowth } from '../../../src/plan/simulate/grow-network.ts';
import type { Growth } from '../../../src/plan/simulate/grow-network.ts';
import { startTally } from '../../../src/plan/simulate/tally.ts';

const free: Plan = parsePlan(
  `schema: polyprism.plan/1
id: free
title: {zh: 试, en: Test}
currency: CNY
ranks: [{id: member}]
rules: [{id: head, base: headcount, amount: 1}]
`,
  'plan.yaml',
).plan!;

/** A network in which nobody stops and everybody who could join does. */
function grown(
  population: number,
  recruiting: Omit<Recruiting, 'per_month_ppm'>,
  seed: number,
  more: Partial<Assumptions> = {},
): Growth {
  const assumptions: Assumptions = {
    ...defaultAssumptions(free)!,
    population,
    recruiting: { ...recruiting, per_month_ppm: 3_000_000 },
    stops_ppm: 0,
    withdraws_ppm: 0,
    months: 24,
    ...more,
  };
  const tally = startTally(startRun(compilePlan(free)), 0);
  const growth = startGrowth(assumptions, tally, seeded(seed));
  for (let month = 1; month <= assumptions.months; month++) growMonth(growth, month);
  return growth;
}

const leaves = ({ recruits }: Growth): number => recruits.filter((count) => count === 0).length;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** 1 + 1/2 + … + 1/n */
const harmonic = (n: number): number =>
  Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, part) => sum + part, 0);

const runs = 300;
const n = 150;

describe('recruiting uniformly at random', () => {
  const all = Array.from({ length: runs }, (_, i) =>
    grown(n, { who: 'uniform', width: null }, i + 1),
  );

  it('lets everybody join', () => {
    expect(new Set(all.map(({ level }) => level.length))).toEqual(new Set([n]));
  });

  // Random recursive trees (Smythe and Mahmoud, 1995): half are leaves, variance n/12.
  it('leaves half without a recruit', () => {
    const sd = Math.sqrt(n / 12 / runs);
    expect(Math.abs(mean(all.map(leaves)) - n / 2)).toBeLessThan(4 * sd);
  });

  // The n-th to join stands H(n-1) below the first, variance H(n-1) - H2(n-1).
  it.each([10, 40, 150])('puts the %i-th to join at its depth', (at) => {
    const depth = mean(all.map(({ level }) => level[at - 1]! - 1));
    const sd = Math.sqrt(harmonic(at - 1) / runs);
    expect(Math.abs(depth - harmonic(at - 1))).toBeLessThan(4 * sd);
  });

  // The j-th to join expects H(n-1) - H(j-1) recruits: more than one only for j up to n/e.
  it('gives one recruit and more on average only to the first 1/e', () => {
    const recruits = Array.from({ length: n }, (_, j) => mean(all.map((one) => one.recruits[j]!)));
    for (let j = 0; j < n; j += 30) {
      const part = mean(recruits.slice(j, j + 30));
      const expected = mean(
        Array.from({ length: 30 }, (_, i) => harmonic(n - 1) - (j + i > 0 ? harmonic(j + i) : 0)),
      );
      expect(Math.abs(part - expected)).toBeLessThan(0.15);
    }
    const edge = Math.round(n / Math.E);
    expect(mean(recruits.slice(edge - 15, edge - 5))).toBeGreaterThan(1);
    expect(mean(recruits.slice(edge + 5, edge + 15))).toBeLessThan(1);
  });
});

describe('recruiting by recruits', () => {
  // Plane-oriented recursive trees (Bergeron, Flajolet and Salvy, 1992): (2n - 1) / 3 leaves.
  it('leaves two thirds without a recruit', () => {
    const all = Array.from({ length: runs }, (_, i) =>
      grown(n, { who: 'by_recruits', width: null }, i + 1),
    );
    expect(new Set(all.map(({ level }) => level.length))).toEqual(new Set([n]));
    expect(Math.abs(mean(all.map(leaves)) - (2 * n - 1) / 3)).toBeLessThan(1.5);
  });
});

describe('recruiting in a full tree', () => {
  it.each([2, 3, 6])('of width %i puts (k - 1)/k on the lowest level', (width) => {
    const size = (width ** 4 - 1) / (width - 1);
    const growth = grown(size, { who: 'k_ary', width }, 5);
    const levels = [1, 2, 3, 4].map((at) => growth.level.filter((one) => one === at).length);
    expect(levels).toEqual([1, width, width ** 2, width ** 3]);
    expect(Math.abs(levels[3]! / size - (width - 1) / width)).toBeLessThan(1 / size);
  });
});

describe('growth', () => {
  // x(t) = N / (1 + (N/x0 - 1) e^-rt), with enough at the start for chance to even out.
  it('is logistic', () => {
    const starters = { count: 100, rank: 'member', way: 0 };
    const recruiting: Recruiting = { who: 'uniform', width: null, per_month_ppm: 500_000 };
    const sizes = Array.from({ length: 60 }, (_, i) => {
      const more = { starters, recruiting, months: 4 };
      return grown(1_000, recruiting, i + 1, more).level.length;
    });
    const expected = 1_000 / (1 + 9 * Math.exp(-0.5 * 4));
    expect(Math.abs(mean(sizes) / expected - 1)).toBeLessThan(0.02);
  });

  it('ends with those who stop: the first members alone go on', () => {
    const growth = grown(1_000, { who: 'uniform', width: null }, 3, { stops_ppm: 1_000_000 });
    expect(growth.active).toEqual([0]);
    expect(growth.level.length).toBeGreaterThan(20);
  });

  it('is what its seed makes it', () => {
    const tree = (seed: number) => {
      const { parent } = grown(n, { who: 'uniform', width: null }, seed).run.members.of;
      return Array.from(parent.slice(0, n));
    };
    expect(tree(4)).toEqual(tree(4));
    expect(tree(4)).not.toEqual(tree(5));
  });
});
