import { describe, expect, it } from 'vitest';
import { barometer, shift } from '../../src/guidance/barometer.ts';
import { betaQuantile, incompleteBeta } from '../../src/guidance/incomplete-beta.ts';
import { rateRatio } from '../../src/guidance/rate-ratio.ts';

/** P(X >= least) of n draws with chance `sixteenths`/16, in whole numbers. */
function upperTail(n: number, least: number, sixteenths: number): number {
  let ways = 1n;
  let sum = 0n;
  for (let k = 0; k <= n; k += 1) {
    const [p, q] = [BigInt(sixteenths), BigInt(16 - sixteenths)];
    if (k >= least) sum += ways * p ** BigInt(k) * q ** BigInt(n - k);
    ways = (ways * BigInt(n - k)) / BigInt(k + 1);
  }
  return Number((sum * 10n ** 18n) / 16n ** BigInt(n)) / 1e18;
}

describe('the incomplete beta function', () => {
  it('is the tail of a binomial, added up in whole numbers', () => {
    for (const n of [1, 2, 7, 30, 200]) {
      for (const least of [1, Math.ceil(n / 3), n]) {
        for (const sixteenths of [1, 5, 8, 15]) {
          const found = incompleteBeta(sixteenths / 16, least, n - least + 1);
          expect(Math.abs(found - upperTail(n, least, sixteenths))).toBeLessThan(1e-12);
        }
      }
    }
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });

  it('is undone by its quantile, for large counts too', () => {
    for (const [a, b] of [
      [1, 20],
      [100_000, 120_000],
      [3, 900_000],
    ] as const) {
      for (const p of [0.025, 0.975]) {
        expect(Math.abs(incompleteBeta(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-8);
      }
    }
  });
});

describe('a ratio of rates', () => {
  it('is that of the example of poisson.test in the manual of R', () => {
    const found = rateRatio(
      { cases: 11, out_of: 800 },
      { cases: 6 + 8 + 7, out_of: 1083 + 1050 + 878 },
    )!;
    expect([found.low.toFixed(7), found.high?.toFixed(7), found.ratio?.toFixed(6)]).toEqual([
      '0.8584264',
      '4.2772659',
      '1.971488',
    ]);
  });

  it('has an open end where there were none, and is nothing where nothing is', () => {
    expect(rateRatio({ cases: 5, out_of: 10 }, { cases: 0, out_of: 10 })).toMatchObject({
      ratio: null,
      high: null,
    });
    expect(rateRatio({ cases: 0, out_of: 10 }, { cases: 5, out_of: 10 })).toMatchObject({
      ratio: 0,
      low: 0,
    });
    expect(rateRatio({ cases: 0, out_of: 10 }, { cases: 0, out_of: 10 })).toBeNull();
    expect(rateRatio({ cases: 1, out_of: 0 }, { cases: 1, out_of: 10 })).toBeNull();
  });
});

describe('the barometer', () => {
  const title = { zh: '投诉', en: 'complaints' };
  const month = (name: string, cases: number) => ({ month: name, cases, out_of: 10_000 });

  it('holds a month beside the same of the year before, so that a season is no movement', () => {
    const months = [
      month('2024-11', 300),
      month('2025-10', 100),
      month('2025-11', 300),
      month('2026-10', 200),
      month('2026-11', 310),
    ];
    const [reading] = barometer([{ name: 'complaint', title, months }]).readings;
    expect(reading?.months.map((one) => [one.month, one.movement])).toEqual([
      ['2024-11', 'cannot_tell'],
      ['2025-10', 'cannot_tell'],
      ['2025-11', 'no_clear_change'],
      ['2026-10', 'rose'],
      ['2026-11', 'no_clear_change'],
    ]);
    expect(reading?.months[3]?.against_year_before?.ratio).toBe(2);
    // September is not known.
    expect(reading?.quarter).toEqual({ ratio: null, movement: 'cannot_tell' });
  });

  it('adds up three months, and asks more of each figure the more there are', () => {
    const months = ['01', '02', '03'].flatMap((one) => [
      month(`2025-${one}`, 20),
      month(`2026-${one}`, 11),
    ]);
    const one = { name: 'a', title, months };
    const alone = barometer([one]);
    expect([alone.confidence, alone.readings[0]?.quarter.movement]).toEqual([0.95, 'fell']);
    expect(alone.readings[0]?.months.at(-1)?.movement).toBe('no_clear_change');
    const many = barometer([one, ...Array.from({ length: 9 }, () => ({ ...one, months: [] }))]);
    expect([many.confidence, many.readings[0]?.quarter.movement]).toEqual([
      0.995,
      'no_clear_change',
    ]);
  });

  it('counts months across years', () => {
    expect(['2026-01', '2026-12'].map((one) => shift(one, -12))).toEqual(['2025-01', '2025-12']);
    expect([shift('2026-01', -1), shift('2026-12', 1)]).toEqual(['2025-12', '2027-01']);
  });
});
