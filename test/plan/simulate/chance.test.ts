import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/model/random.ts';
import { inverseExp, poisson } from '../../../src/plan/simulate/poisson.ts';
import { medianOf, spreadOf } from '../../../src/plan/simulate/spread-of.ts';

describe('Poisson numbers', () => {
  it('use an exponential exact to thirteen digits', () => {
    for (let x = 0; x <= 8; x += 0.037) {
      expect(Math.abs(inverseExp(x) / Math.exp(-x) - 1)).toBeLessThan(1e-13);
    }
  });

  it.each([0, 0.02, 0.7, 8, 25.5])('have mean and variance %d', (mean) => {
    const random = seeded(11);
    const count = 40_000;
    const drawn = Array.from({ length: count }, () => poisson(random, mean));
    const seen = drawn.reduce((sum, one) => sum + one, 0) / count;
    const variance = drawn.reduce((sum, one) => sum + (one - seen) ** 2, 0) / count;
    expect(Math.abs(seen - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / count));
    // The variance of a sample variance is (m4 - s4) / n, m4 = mean + 3 mean^2.
    const spread = Math.sqrt((mean + 2 * mean ** 2) / count);
    expect(Math.abs(variance - mean)).toBeLessThanOrEqual(4 * spread);
  });

  it('have the share of zeros that e^-mean says', () => {
    const random = seeded(3);
    const zeros = Array.from({ length: 40_000 }, () => poisson(random, 1.5)).filter((k) => k === 0);
    expect(Math.abs(zeros.length / 40_000 - 0.22313)).toBeLessThan(0.008);
  });
});

describe('a spread', () => {
  it('gives observed values that enough observations do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(spreadOf(hundred)).toEqual({ n: 100, q05: 5, q25: 25, q50: 50, q75: 75, q95: 95 });
    expect(spreadOf([7, 1, 3])).toEqual({ n: 3, q05: 1, q25: 1, q50: 3, q75: 7, q95: 7 });
    expect(medianOf([4, 1, 3, 2])).toBe(2);
  });

  it('puts what never came last', () => {
    const never = Number.POSITIVE_INFINITY;
    expect(spreadOf([never, 30, never, 10])).toEqual({
      n: 4,
      q05: 10,
      q25: 10,
      q50: 30,
      q75: null,
      q95: null,
    });
    expect(spreadOf([])).toEqual({ n: 0, q05: null, q25: null, q50: null, q75: null, q95: null });
  });
});
