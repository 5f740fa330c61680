import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '../../src/guidance/bootstrap-mean.ts';
import { effectOfMeasures } from '../../src/guidance/effect-of-measures.ts';
import { matchPairs } from '../../src/guidance/match-pairs.ts';
import type { BeforeAfter } from '../../src/guidance/match-pairs.ts';
import { signFlip } from '../../src/guidance/sign-flip.ts';
import { seeded } from '../../src/model/random.ts';

const one = (id: string, before: number, after: number, out_of = 100): BeforeAfter => ({
  id,
  before: { cases: before, out_of },
  after: { cases: after, out_of },
});

describe('the sign-flip test', () => {
  // Darwin's maize in eighths of an inch; Fisher counts 863 of 32,768 arrangements in which the
  // difference is as large in its own direction (The Design of Experiments, sect. 21).
  const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

  it("is Fisher's of Darwin's maize, both ways", () => {
    expect(signFlip(maize, 1)).toEqual({
      p: (2 * 863) / 32_768,
      exact: true,
      arrangements: 32_768,
    });
  });

  it('draws where there are too many, near what all would give, never 0', () => {
    const many = [...maize, 0, 0, 0, 0, 0, 0];
    const drawn = signFlip(many, 5);
    expect(drawn).toMatchObject({ exact: false, arrangements: 100_000 });
    // Differences of 0 change no sum. Four standard deviations of 100,000 draws: 0.0028.
    expect(Math.abs(drawn.p - (2 * 863) / 32_768)).toBeLessThan(0.0028);
    expect(signFlip(many, 5)).toEqual(drawn);
    expect(
      signFlip(
        Array.from({ length: 40 }, () => 1),
        5,
      ).p,
    ).toBe(1 / 100_000);
  });

  it('sees through rounding: equal sums are as far', () => {
    expect(signFlip([0.1, 0.2, -0.3], 1).p).toBe(1);
    expect(signFlip([0.1, 0.2, 0.3], 1).p).toBe(2 / 8);
  });

  it('finds something where nothing is in at most one of twenty, seed 911', () => {
    const random = seeded(911);
    let found = 0;
    for (let round = 0; round < 400; round += 1) {
      const differences = Array.from({ length: 8 }, () => random.fraction() - random.fraction());
      found += signFlip(differences, 1).p <= 0.05 ? 1 : 0;
    }
    // Exact level 12/256; mean 18.75 of 400, standard deviation 4.2.
    expect(found).toBeLessThan(19 + 4 * 4.3);
    expect(found).toBeGreaterThan(19 - 4 * 4.3);
  });
});

describe('the bootstrap', () => {
  it('is the same by its seed, and of one value that value', () => {
    expect(bootstrapMean([2, 2, 2], 1)).toEqual({ low: 2, high: 2 });
    expect(bootstrapMean([1, 5, 9], 3)).toEqual(bootstrapMean([1, 5, 9], 3));
  });

  it('is near the normal interval of many values, seed 12', () => {
    // 0 and 1, fifty of each: mean 0.5, standard error 0.05.
    const { low, high } = bootstrapMean([...Array(50).fill(0), ...Array(50).fill(1)], 12);
    expect(Math.abs(low - (0.5 - 1.96 * 0.05))).toBeLessThan(0.015);
    expect(Math.abs(high - (0.5 + 1.96 * 0.05))).toBeLessThan(0.015);
  });
});

describe('matched pairs', () => {
  it('are near in rate and exposure, each untreated used once, the hardest to match first', () => {
    const treated = [one('t1', 20, 5), one('t2', 20, 5), one('t3', 50, 5), one('t4', 20, 1, 500)];
    const untreated = [one('u1', 20, 20), one('u2', 16, 20), one('u3', 14, 20)];
    const { pairs, unmatched } = matchPairs(treated, untreated);
    expect(pairs.map((pair) => [pair.treated.id, pair.untreated.id])).toEqual([
      ['t1', 'u1'],
      ['t2', 'u2'],
    ]);
    // 14 is 30 % below 20; 50 is near nobody; 500 orders are five times as many.
    expect(unmatched).toEqual(['t3', 't4']);
    const scarce = matchPairs(
      [one('t1', 20, 0), one('t2', 24, 0)],
      [one('u1', 19, 0), one('u2', 16, 0)],
    );
    // t2 (18 to 30) has u1 alone, so t1 takes u2 though u1 is nearer.
    expect(scarce.pairs.map((pair) => [pair.treated.id, pair.untreated.id])).toEqual([
      ['t1', 'u2'],
      ['t2', 'u1'],
    ]);
  });

  it('leave out who had nothing to count', () => {
    expect(matchPairs([one('t', 0, 0, 0)], [one('u', 0, 0, 0)])).toEqual({
      pairs: [],
      unmatched: ['t'],
    });
  });
});

describe('the effect of measures', () => {
  const treated = (after: readonly number[]) => after.map((cases, i) => one(`t${i}`, 20, cases));
  const untreated = (count: number) =>
    Array.from({ length: count }, (_, i) => one(`u${i}`, 20, 18));

  it('is the difference of the differences, by hand', () => {
    // Untreated fall by 0.02. Treated by .10 .12 .08 .10 .14 .06: mean .10. Difference -.08.
    const found = effectOfMeasures(treated([10, 8, 12, 10, 6, 14]), untreated(6), 77);
    expect(found.difference).toBeCloseTo(-0.08, 12);
    expect(found.treated?.after).toBeCloseTo(0.1, 12);
    expect(found.untreated?.before).toBeCloseTo(0.2, 12);
    // All six fell: 2 of 64 arrangements are as far.
    expect(found.test).toEqual({ p: 2 / 64, exact: true, arrangements: 64 });
    expect(found.finding).toBe('fewer');
    expect(found.interval!.low).toBeGreaterThanOrEqual(-0.12 - 1e-12);
    expect(found.interval!.high).toBeLessThan(0);
  });

  it('is nothing where the untreated fell as well: an extreme month passes by itself', () => {
    const found = effectOfMeasures(treated([18, 18, 18, 17, 19, 18]), untreated(6), 77);
    expect([found.finding, found.test?.p]).toEqual(['no_clear_change', 1]);
  });

  it('cannot be told of five pairs, and says who had no match', () => {
    const found = effectOfMeasures(treated([1, 1, 1, 1, 1, 1]), untreated(5), 77);
    expect(found).toMatchObject({ finding: 'cannot_tell', interval: null, test: null });
    expect(found.unmatched).toEqual(['t5']);
    expect(effectOfMeasures([], [], 1)).toMatchObject({ difference: null, treated: null });
  });

  it('may be an effect the other way', () => {
    const found = effectOfMeasures(treated([40, 41, 42, 43, 44, 45]), untreated(6), 77);
    expect(found.finding).toBe('more');
  });
});
