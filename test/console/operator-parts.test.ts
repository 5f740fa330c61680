import { describe, expect, it } from 'vitest';
import { curesToGain } from '../../console/src/pages/operator/cures-to-gain.ts';
import { isOver, over } from '../../console/src/pages/operator/is-over.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { matterKinds } from '../../src/model/matter.ts';

describe('matters that are over', () => {
  it('are those that casework takes no further, in every kind with an operator in it', () => {
    for (const kind of matterKinds) {
      const { statuses, faces } = matterRules[kind];
      const isIn = Object.values(faces).some((parties) => parties.includes('operator'));
      const final = Object.entries(statuses)
        .filter(([, status]) => status.final)
        .map(([name]) => name);
      expect([kind, over[kind]?.toSorted()]).toEqual([kind, isIn ? final.toSorted() : undefined]);
    }
    expect(isOver('measure', 'lifted')).toBe(true);
    // An appeal that lifted a measure still has to be told.
    expect(isOver('appeal', 'lifted')).toBe(false);
    expect(isOver('order', null)).toBe(false);
  });
});

/** By trying: one after another is cured until the part costs less. */
function byTrying(count: number, weight: number, cap: number): number {
  const cost = (left: number): number => Math.min(cap, left * weight);
  let cured = 1;
  while (cost(count - cured) >= cost(count)) cured += 1;
  return cured;
}

describe('cures until points come back', () => {
  it('are one below the cap, and as many as it takes above', () => {
    const of = (count: number, weight_points = 4, cap_points = 32): number => {
      const items = Array.from({ length: count }, () => ({ points: weight_points }));
      return curesToGain({ weight_points, cap_points, items });
    };
    // 24 at 4 points are 96, 64 above the cap of 32: sixteen bring it to the cap, one more below.
    expect([of(1), of(8), of(9), of(10), of(24)]).toEqual([1, 1, 2, 3, 17]);
    for (const weight of [2, 4, 6]) {
      for (let count = 1; count < 40; count += 1) {
        expect([count, of(count, weight)]).toEqual([count, byTrying(count, weight, 32)]);
      }
    }
  });
});
