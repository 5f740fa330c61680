import { describe, expect, it } from 'vitest';
import { analyseTree, headThresholds } from '../../src/network/analyse-tree.ts';
import type { Tree } from '../../src/network/analyse-tree.ts';
import { ROOT, UNKNOWN_DAY } from '../../src/network/forest.ts';
import { repairParents } from '../../src/network/repair-parents.ts';
import { subtreeSums } from '../../src/network/subtree-sums.ts';

function tree(
  parents: ArrayLike<number>,
  days?: readonly number[],
  tied?: readonly number[],
): Tree {
  const parent = Int32Array.from(parents);
  const joined = Int32Array.from(days ?? parent.keys());
  const ties = tied ? Int32Array.from(tied) : joined;
  return analyseTree('sponsor', parent, joined, ties, { paidIn: null, earned: null });
}

/** Breadth-first complete k-ary tree of `depth` levels. */
function complete(k: number, depth: number): Tree {
  const nodes = k === 1 ? depth : (k ** depth - 1) / (k - 1);
  return tree(
    Int32Array.from({ length: nodes }, (_, i) => (i === 0 ? ROOT : Math.floor((i - 1) / k))),
  );
}

describe('complete trees', () => {
  it.each([
    [2, 10],
    [3, 9],
    [6, 6],
    [36, 3],
  ])('of %i recruits each and %i levels have (k^n - 1)/(k - 1) members', (k, depth) => {
    const { people, levels, direct, peoplePerLevel, level } = complete(k, depth);
    expect(people[0]).toBe((k ** depth - 1) / (k - 1));
    expect(levels[0]).toBe(depth);
    expect(direct[0]).toBe(k);
    expect(level.at(-1)).toBe(depth);
    expect(peoplePerLevel).toEqual(Array.from({ length: depth }, (_, i) => k ** i));
  });

  it('Lucky4All: three each over levels 0 to 8 makes (3^9 - 1)/2 = 9,841 (CJEU C-667/15)', () => {
    expect(complete(3, 9).people[0]).toBe(9_841);
  });

  it('six each leave 83.3 % on the lowest level', () => {
    const { peoplePerLevel, people } = complete(6, 8);
    expect(peoplePerLevel.at(-1)! / people[0]!).toBeCloseTo(5 / 6, 3);
  });
});

describe('chains and stars', () => {
  it.each([245, 1_000_000])('a chain of %i levels does not overflow', (depth) => {
    const { people, levels, level, rootNo, thirdLevelDay, peopleDays } = complete(1, depth);
    expect([people[0], levels[0], level.at(-1), rootNo.at(-1)]).toEqual([depth, depth, depth, 0]);
    expect([thirdLevelDay[0], thirdLevelDay.at(-3), thirdLevelDay.at(-2)]).toEqual([
      2,
      depth - 1,
      UNKNOWN_DAY,
    ]);
    expect(headThresholds.map((_, i) => peopleDays[i]![0])).toEqual([14, 29, 59, 119]);
    expect(peopleDays[3]!.at(-120)).toBe(depth - 1);
    expect(peopleDays[3]!.at(-119)).toBe(UNKNOWN_DAY);
  });

  it('a chain numbered from its foot is the same chain', () => {
    const depth = 1_000_000;
    const parents = Int32Array.from({ length: depth }, (_, i) => (i === depth - 1 ? ROOT : i + 1));
    const { memberNo, people, levels, peopleDays } = tree(parents);
    expect([memberNo[0], people[0], levels[0]]).toEqual([depth - 1, depth, depth]);
    // Nobody counts for the top before the top is there, and then everybody does.
    expect(headThresholds.map((_, i) => peopleDays[i]![0])).toEqual([
      depth - 1,
      depth - 1,
      depth - 1,
      depth - 1,
    ]);
  });

  it('a star of any size has two levels and no third-level day', () => {
    const { levels, people, thirdLevelDay, peopleDays } = tree([ROOT, ...Array(499).fill(0)]);
    expect([people[0], levels[0], thirdLevelDay[0]]).toEqual([500, 2, UNKNOWN_DAY]);
    expect(peopleDays.map((days) => days[0])).toEqual([14, 29, 59, 119]);
  });
});

/** A top with two recruits, the first of whom recruits all the rest. */
function organisation(people: number): Tree {
  return tree(Array.from({ length: people }, (_, i) => (i === 0 ? ROOT : i <= 2 ? 0 : 1)));
}

describe('the line of 30 people and 3 levels counts the member itself', () => {
  it('29 people: not crossed', () => {
    const { people, levels, peopleDays } = organisation(29);
    expect([people[0], levels[0], peopleDays[1]![0]]).toEqual([29, 3, UNKNOWN_DAY]);
  });

  it('30 people, itself among them: crossed on the day the 30th joined', () => {
    const { people, levels, peopleDays, thirdLevelDay } = organisation(30);
    expect([people[0], levels[0], peopleDays[1]![0], thirdLevelDay[0]]).toEqual([30, 3, 29, 3]);
  });

  it('its recruit leads 28 of them on two levels: not crossed', () => {
    const { people, levels, peopleDays } = organisation(30);
    expect([people[1], levels[1], peopleDays[1]![1]]).toEqual([28, 2, UNKNOWN_DAY]);
  });

  it('whoever is bound later counts later, with everyone below', () => {
    const parents = [ROOT, 0, 1];
    expect(tree(parents, [1, 2, 3], [1, 2, 3]).thirdLevelDay[0]).toBe(3);
    expect(tree(parents, [1, 2, 3], [1, 9, 3]).thirdLevelDay[0]).toBe(9);
    expect(tree(parents, [1, 2, 3], [1, 2, 7]).thirdLevelDay[0]).toBe(7);
  });

  it('an unknown date is never guessed', () => {
    const parents = [ROOT, 0, 1];
    expect(tree(parents, [1, 2, UNKNOWN_DAY]).thirdLevelDay[0]).toBe(UNKNOWN_DAY);
    expect(tree(parents, [1, UNKNOWN_DAY, 3]).thirdLevelDay[0]).toBe(UNKNOWN_DAY);
    expect(tree(parents, [UNKNOWN_DAY, 2, 3]).thirdLevelDay[0]).toBe(UNKNOWN_DAY);
  });
});

describe('repairs', () => {
  it('cuts a circle above its first member, keeps what hangs on it', () => {
    const parent = Int32Array.of(1, 2, 0, 2, 3);
    const { cuts, cycleMembers } = repairParents(parent);
    expect([cuts, cycleMembers, [...parent]]).toEqual([[0], 3, [ROOT, 2, 0, 2, 3]]);
  });

  it('finds two circles entered from outside, once each', () => {
    // 0 → 4 → 5 → 4, 1 → 2 → 3 → 2, 6 → 0
    const parent = Int32Array.of(4, 2, 3, 2, 5, 4, 0);
    const { cuts, cycleMembers } = repairParents(parent);
    expect([cuts, cycleMembers]).toEqual([[4, 2], 4]);
    expect([...parent]).toEqual([4, 2, ROOT, 2, ROOT, 4, 0]);
  });

  it('makes tops of those who name themselves or nobody known', () => {
    const parent = Int32Array.of(0, -2, 5, ROOT, 0);
    const { selfParents, missingParents, cuts } = repairParents(parent);
    expect([selfParents, missingParents, cuts]).toEqual([[0], [1, 2], []]);
    expect([...parent]).toEqual([ROOT, ROOT, ROOT, ROOT, 0]);
  });
});

describe('sums', () => {
  const chain = { parent: Int32Array.of(ROOT, 0, 1), memberOf: null };

  it('are exact up to 2^53 - 1', () => {
    const amounts = Float64Array.of(1, Number.MAX_SAFE_INTEGER - 3, 2);
    expect([...subtreeSums(chain, amounts)]).toEqual([
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER - 1,
      2,
    ]);
  });

  it('refuse more, even where plus and minus would cancel', () => {
    const amounts = Float64Array.of(Number.MAX_SAFE_INTEGER, -1, 0);
    expect(() => subtreeSums(chain, amounts)).toThrow('network.sum_too_large');
  });
});
