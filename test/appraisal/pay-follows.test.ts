import { describe, expect, it } from 'vitest';
import { shares } from '../../src/appraisal/pay-follows.ts';
import type { Moments } from '../../src/appraisal/pay-follows.ts';
import { seeded } from '../../src/generate/random.ts';

type Point = readonly [h: number, s: number, p: number];

function momentsOf(points: readonly Point[]): Moments {
  const sum = (of: (point: Point) => number): bigint =>
    points.reduce((total, point) => total + BigInt(of(point)), 0n);
  return {
    n: points.length,
    h: sum(([h]) => h),
    s: sum(([, s]) => s),
    p: sum(([, , p]) => p),
    hh: sum(([h]) => h * h),
    ss: sum(([, s]) => s * s),
    pp: sum(([, , p]) => p * p),
    hs: sum(([h, s]) => h * s),
    hp: sum(([h, , p]) => h * p),
    sp: sum(([, s, p]) => s * p),
  };
}

/** R² of pay on some columns by solving the normal equations in floating point, step by step. */
function slowR2(points: readonly Point[], columns: readonly number[]): number {
  const mean = (c: number): number => points.reduce((sum, p) => sum + p[c]!, 0) / points.length;
  const y = points.map((p) => p[2] - mean(2));
  const xs = columns.map((c) => points.map((p) => p[c]! - mean(c)));
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  // Gram-Schmidt: what each column adds beyond those before it.
  let explained = 0;
  const basis: number[][] = [];
  for (const x of xs) {
    let rest = [...x];
    for (const b of basis) {
      const by = dot(rest, b) / dot(b, b);
      rest = rest.map((value, i) => value - by * b[i]!);
    }
    if (dot(rest, rest) < 1e-9) continue;
    basis.push(rest);
    explained += dot(y, rest) ** 2 / dot(rest, rest);
  }
  return explained / dot(y, y);
}

describe('what pay follows', () => {
  it('is heads where pay is ten a head, whatever was sold', () => {
    const points = [1, 2, 3, 4, 5, 6].map((h, i): Point => [h, [3, 1, 2, 2, 1, 3][i]!, 10 * h]);
    // Sales are symmetric about the middle, so they vary independently of heads.
    expect(shares(momentsOf(points))).toEqual({ heads: 1, sales: 0 });
  });

  it('is split in half where heads and sales stand in fixed proportion', () => {
    const points = [1, 2, 3, 4].map((h): Point => [h, 100 * h, 5 * h]);
    expect(shares(momentsOf(points))).toEqual({ heads: 0.5, sales: 0.5 });
  });

  it('is nothing where nothing varies', () => {
    expect(
      shares(
        momentsOf([
          [2, 2, 2],
          [2, 2, 2],
        ]),
      ),
    ).toEqual({ heads: 0, sales: 0 });
  });

  it('agrees with regressions solved one after the other, for random members', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const points = Array.from({ length: random.between(5, 40) }, (): Point => {
        const [h, s] = [random.below(20), random.below(100_000)];
        return [h, s, 700 * h + 2 * s + random.below(50_000)];
      });
      const both = slowR2(points, [0, 1]);
      const [heads, sales] = [slowR2(points, [0]), slowR2(points, [1])];
      const told = shares(momentsOf(points));
      expect(told.heads, `seed ${seed}`).toBeCloseTo((heads + both - sales) / 2, 8);
      expect(told.sales, `seed ${seed}`).toBeCloseTo((sales + both - heads) / 2, 8);
    }
  });
});
