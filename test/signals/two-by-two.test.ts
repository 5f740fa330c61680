import { describe, expect, it } from 'vitest';
import { exactTail } from '../../src/signals/exact-tail.ts';
import { falseDiscovery } from '../../src/signals/false-discovery.ts';
import {
  chiSquared,
  expectedCount,
  informationComponent,
  oddsRatio,
  proportionalRatio,
} from '../../src/signals/two-by-two.ts';
import { seeded } from '../../src/generate/random.ts';

/** Heart attacks among 11,034 who took a placebo and 11,037 who took aspirin. */
const physicians = { a: 189, b: 10_845, c: 104, d: 10_933 };

describe('a table of two by two', () => {
  it('has the published ratios (Agresti, Categorical Data Analysis: aspirin)', () => {
    const ratio = proportionalRatio(physicians);
    expect([ratio.value, ratio.low, ratio.high].map((x) => x.toFixed(2))).toEqual([
      '1.82',
      '1.43',
      '2.31',
    ]);
    const odds = oddsRatio(physicians);
    expect([odds.value, odds.low, odds.high].map((x) => x.toFixed(2))).toEqual([
      '1.83',
      '1.44',
      '2.33',
    ]);
  });

  it('is worked out by hand', () => {
    // 10 of 50 against 20 of 400: 0.2 / 0.05 = 4; odds 10 × 380 / (40 × 20) = 4.75.
    const table = { a: 10, b: 40, c: 20, d: 380 };
    expect(proportionalRatio(table).value).toBeCloseTo(4, 12);
    expect(oddsRatio(table).value).toBeCloseTo(4.75, 12);
    // e^(ln 4 ± 1.96 √(0.1 − 0.02 + 0.05 − 0.0025)) = 4 / 2.0134, 4 × 2.0134.
    expect(proportionalRatio(table).low).toBeCloseTo(1.9867, 3);
    expect(proportionalRatio(table).high).toBeCloseTo(8.0537, 3);
    expect(expectedCount(table)).toBe(2.5);
    expect(expectedCount({ a: 3, b: 4, c: 0, d: 0 })).toBe(0);
    // 450 (3,000 − 225)² / (50 × 400 × 30 × 420) = 13.7511.
    expect(chiSquared(table)).toBeCloseTo(13.7511, 4);
  });

  it("has Yates's corrected chi of 1934: malocclusion, χ = 1.068, P = 0.1428 to one side", () => {
    const table = { a: 4, b: 16, c: 1, d: 21 };
    expect(Math.sqrt(chiSquared(table)).toFixed(3)).toBe('1.068');
    expect(exactTail(table).toFixed(4)).toBe('0.1435');
  });

  it('is no evidence where nothing differs', () => {
    expect(chiSquared({ a: 1, b: 9, c: 10, d: 90 })).toBe(0);
    expect(proportionalRatio({ a: 3, b: 7, c: 0, d: 10 }).value).toBe(Infinity);
  });
});

describe('the information component', () => {
  /** Norén and others, Statistics in Medicine 25 (2006), table III: count, margins, IC, IC025. */
  it.each([
    [25, 1_126, 87, 572_573, 5.25, 4.64],
    [203, 30_068, 508, 155_209, 1.04, 0.87],
  ])('of %i reports agrees with the published one', (seen, drug, event, all, ic, low) => {
    const found = informationComponent(seen, (drug * event) / all);
    expect(found.value.toFixed(2)).toBe(ic.toFixed(2));
    // The closed limits of 2013 are a little wider than the simulated ones of 2006.
    expect(found.low).toBeLessThan(low);
    expect(found.low).toBeGreaterThan(low - 0.08);
  });

  it('has a lower limit near that of the gamma distribution it stands for', () => {
    for (const [observed, expected] of [
      [3, 0.5],
      [10, 2],
      [40, 31],
      [400, 100],
    ] as const) {
      const exact = Math.log2(gammaQuantile(0.025, observed + 0.5) / (expected + 0.5));
      const { low } = informationComponent(observed, expected);
      expect(low).toBeLessThan(exact + 0.01);
      expect(low).toBeGreaterThan(exact - 0.2);
    }
  });
});

/** Sums the density in small steps until the share is reached: slow, and its own oracle. */
function gammaQuantile(share: number, shape: number): number {
  const step = shape / 200_000;
  let whole = 0;
  const at = (x: number): number => Math.exp((shape - 1) * Math.log(x / shape) - x + shape);
  for (let x = step / 2; x < shape * 12; x += step) whole += at(x);
  let part = 0;
  for (let x = step / 2; ; x += step) {
    part += at(x);
    if (part >= share * whole) return x;
  }
}

describe('the exact tail', () => {
  it("is Fisher's lady tasting tea: three of four right by chance in 17 of 70 cases", () => {
    expect(exactTail({ a: 3, b: 1, c: 1, d: 3 })).toBeCloseTo(17 / 70, 12);
    expect(exactTail({ a: 4, b: 0, c: 0, d: 4 })).toBeCloseTo(1 / 70, 12);
    expect(exactTail({ a: 0, b: 4, c: 4, d: 0 })).toBeCloseTo(1, 12);
  });

  it('is certain where far more were to be expected, however many there are', () => {
    expect(exactTail({ a: 0, b: 50_000, c: 50_000, d: 50_000 })).toBeCloseTo(1, 8);
    expect(exactTail({ a: 50_000, b: 0, c: 0, d: 50_000 })).toBe(0);
  });

  it('is the quotient of whole numbers, on 2,000 drawn tables', () => {
    const seed = 20_261_128;
    console.log(`seed ${seed}`);
    const random = seeded(seed);
    for (let i = 0; i < 2_000; i++) {
      const [a, b, c, d] = [random.below(20), random.below(60), random.below(40), random.below(99)];
      const table = { a: a!, b: b!, c: c!, d: d! };
      const [events, mine] = [table.a + table.c, table.a + table.b];
      let ways = 0n;
      for (let k = table.a; k <= Math.min(mine, events); k++) {
        ways += choose(mine, k) * choose(table.c + table.d, events - k);
      }
      const all = choose(mine + table.c + table.d, events);
      const exact = Number((ways * 10n ** 30n) / all) / 1e30;
      expect(Math.abs(exactTail(table) - exact)).toBeLessThan(1e-11 + exact * 1e-9);
    }
  });
});

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

describe('false discoveries', () => {
  it('rejects four of the fifteen of 1995, where Bonferroni rejects three', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const shuffled = [...p.slice(7), ...p.slice(0, 7)];
    const q = falseDiscovery(shuffled);
    expect(q.filter((one) => one <= 0.05)).toHaveLength(4);
    // The fourth smallest: 0.0095 × 15 / 4; the ninth holds up the three before it.
    expect(q[11]).toBeCloseTo(0.035_625, 12);
    expect(q[0]).toBeCloseTo((0.0344 * 15) / 8, 12);
    expect(p.filter((one) => one <= 0.05 / 15)).toHaveLength(3);
  });

  it('is never above one, keeps equals equal, and of nothing is nothing', () => {
    expect(falseDiscovery([0.9, 0.9, 1])).toEqual([1, 1, 1]);
    expect(falseDiscovery([0.02, 0.02, 0.02])).toEqual([0.02, 0.02, 0.02]);
    expect(falseDiscovery([])).toEqual([]);
    expect(falseDiscovery([0.01, 0.001], 10)).toEqual([0.05, 0.01]);
  });
});
