import { describe, expect, it } from 'vitest';
import { blockChance } from '../../src/signals/block-chance.ts';
import { logChoose, logGamma } from '../../src/model/log-gamma.ts';

describe('ln Γ', () => {
  it('is the sum of logarithms for whole numbers, and √π at one half', () => {
    let factorial = 0;
    for (let n = 1; n <= 170; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 10);
      factorial += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625_609_908_221_908), 12);
  });

  it('counts choices', () => {
    expect(Math.exp(logChoose(49, 6))).toBeCloseTo(13_983_816, 3);
    expect([logChoose(9, 0), logChoose(9, 9)]).toEqual([0, 0]);
  });
});

describe('the chance of a block', () => {
  const block = {
    rows: Int32Array.of(0, 1),
    columns: Int32Array.of(0, 1, 2),
    edges: 6,
    weight: 0,
  };

  it('is worked out by hand', () => {
    // Rows 0 and 1 have 3 edges each, columns 0 to 2 have 2, 3 and 5; 40 edges in all.
    // Expected 6 × 10 / 40 = 1.5. Chernoff: 6 − 1.5 + 6 ln(1.5 / 6) = −3.8178.
    // Ways: 45 pairs of 10 rows, 56 triples of 8 columns: ln 2,520 = 7.8320.
    const graph = { rows: 10, columns: 8, rowOf: new Int32Array(40) };
    const degrees = { row: Int32Array.of(3, 3, 9), column: Int32Array.of(2, 3, 5, 7) };
    const { expected, log_chance } = blockChance(graph, degrees, block);
    expect(expected).toBe(1.5);
    expect(log_chance).toBeCloseTo(-3.8178 + 7.832, 3);
  });

  it('says nothing of a block that holds no more than expected', () => {
    const graph = { rows: 2, columns: 3, rowOf: new Int32Array(6) };
    const degrees = { row: Int32Array.of(3, 3), column: Int32Array.of(2, 2, 2) };
    expect(blockChance(graph, degrees, block)).toEqual({ expected: 6, log_chance: 0 });
  });
});
