import { expect, it } from 'vitest';
import { chanceForest } from '../../../src/network/growth/chance-forest.ts';

interface Drawn {
  readonly leaves: number;
  readonly levels: number;
}

/** Every forest there can be, all with the same chance: one entry a choice of recruiters. */
function everyForest(isRoot: readonly boolean[]): Drawn[] {
  let parents: number[][] = [[]];
  isRoot.forEach((root, no) => {
    const choices = root ? [-1] : Array.from({ length: no }, (_, up) => up);
    parents = parents.flatMap((before) => choices.map((up) => [...before, up]));
  });
  return parents.map((parent) => {
    const level: number[] = [];
    for (const up of parent) level.push(up < 0 ? 1 : level[up]! + 1);
    return {
      leaves: parent.filter((_, no) => !parent.includes(no)).length,
      levels: level.reduce((sum, one) => sum + one, 0),
    };
  });
}

function moments(values: readonly number[]): [mean: number, variance: number] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return [mean, values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length];
}

function expectedOf(isRoot: readonly boolean[]) {
  const chance = chanceForest();
  isRoot.forEach((root) => chance.join(root));
  return chance.expected();
}

it('has the means and variances of all forests there can be, up to seven members', () => {
  for (let n = 1; n <= 7; n++) {
    for (let bits = 0; bits < 2 ** (n - 1); bits++) {
      const isRoot = Array.from({ length: n }, (_, i) => i === 0 || (bits & (1 << (i - 1))) !== 0);
      const all = everyForest(isRoot);
      const [leaves, leavesVariance] = moments(all.map((one) => one.leaves));
      const [levels, levelsVariance] = moments(all.map((one) => one.levels));
      const expected = expectedOf(isRoot);
      expect(expected.members).toBe(n);
      expect(expected.leaves).toBeCloseTo(leaves, 10);
      expect(expected.leaves_variance).toBeCloseTo(leavesVariance, 10);
      expect(expected.levels_sum).toBeCloseTo(levels, 10);
      expect(expected.levels_variance).toBeCloseTo(levelsVariance, 10);
    }
  }
});

it('follows the published formulas of one root', () => {
  const chance = chanceForest();
  let [h1, h2] = [0, 0];
  for (let n = 1; n <= 5000; n++) {
    chance.join(n === 1);
    h1 += 1 / n;
    h2 += 1 / n ** 2;
    if (n < 3) continue;
    const { leaves, leaves_variance, levels_sum, levels_variance } = chance.expected();
    expect(leaves / (n / 2)).toBeCloseTo(1, 10);
    expect(leaves_variance / (n / 12)).toBeCloseTo(1, 10);
    expect(levels_sum / (n * h1)).toBeCloseTo(1, 10);
    expect(levels_variance / (n ** 2 * (2 - h2) - n * h1)).toBeCloseTo(1, 8);
  }
});

it('of roots alone has nothing to choose', () => {
  expect(expectedOf([true, true, true])).toEqual({
    members: 3,
    leaves: 3,
    leaves_variance: 0,
    levels_sum: 3,
    levels_variance: 0,
  });
});
