import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING, ROOT } from '../../../src/network/forest.ts';
import type { Forest } from '../../../src/network/forest.ts';
import { eulerOrder } from '../../../src/network/persons/euler-order.ts';
import { mergedLevels } from '../../../src/network/persons/merged-levels.ts';
import { subtreePersons } from '../../../src/network/persons/subtree-persons.ts';
import { plantForest } from '../../../src/network/plant-forest.ts';
import { repairParents } from '../../../src/network/repair-parents.ts';
import { subtreePeople } from '../../../src/network/subtree-people.ts';
import { slowMergedLevels, slowPersons } from '../../oracle/slow-persons.ts';

/** Claims about recruiters as they come: nobody, oneself, somebody unknown, round in circles. */
const dirty = (most: number): fc.Arbitrary<{ up: number[]; person: number[] }> =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc.record({
      up: fc.array(fc.integer({ min: -3, max: count - 1 }), {
        minLength: count,
        maxLength: count,
      }),
      person: fc.array(fc.integer({ min: 0, max: Math.max(0, Math.ceil(count / 2) - 1) }), {
        minLength: count,
        maxLength: count,
      }),
    }),
  );

function planted(up: readonly number[]): { forest: Forest; parent: (number | null)[] } {
  const claims = Int32Array.from(up, (one) => (one === -3 ? MISSING : one < 0 ? ROOT : one));
  repairParents(claims);
  const forest = plantForest(claims);
  return { forest, parent: [...forest.parent].map((one) => (one === ROOT ? null : one)) };
}

function personsOf(forest: Forest, person: Int32Array): number[] {
  const size = subtreePeople(forest);
  return [...subtreePersons(forest, size, eulerOrder(forest, size), person)];
}

describe('persons behind every subtree', () => {
  it('are those a set counts, on 5,000 dirty forests', () => {
    fc.assert(
      fc.property(dirty(24), ({ up, person }) => {
        const { forest, parent } = planted(up);
        expect(personsOf(forest, Int32Array.from(person))).toEqual(slowPersons(parent, person));
      }),
      { numRuns: 5_000 },
    );
  });

  it('are those a set counts, on deep and wide forests', () => {
    fc.assert(
      fc.property(dirty(120), fc.integer({ min: 1, max: 8 }), ({ up, person }, reach) => {
        // Nearly a chain for a reach of 1: each hangs under one of the last few before it.
        const near = up.map((one, i) => (one < 0 || i === 0 ? -1 : i - 1 - (one % reach)));
        const { forest, parent } = planted(near.map((one) => Math.max(one, -1)));
        expect(personsOf(forest, Int32Array.from(person))).toEqual(slowPersons(parent, person));
      }),
      { numRuns: 500 },
    );
  });

  it('of a chain of a million accounts of two persons by turns are two', () => {
    const count = 1_000_000;
    const forest = plantForest(Int32Array.from({ length: count }, (_, i) => i - 1));
    const persons = personsOf(
      forest,
      Int32Array.from({ length: count }, (_, i) => i % 2),
    );
    expect(persons.slice(0, 2)).toEqual([2, 2]);
    expect(persons.slice(-2)).toEqual([2, 1]);
  });
});

describe('levels where neighbours of one person stand on one', () => {
  it('are the most of any way down, on 3,000 dirty forests', () => {
    fc.assert(
      fc.property(dirty(24), ({ up, person }) => {
        const { forest, parent } = planted(up);
        expect([...mergedLevels(forest, Int32Array.from(person))]).toEqual(
          slowMergedLevels(parent, person),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('count a person again that comes again further down', () => {
    // 0 recruits itself (1), then 2, who recruits an account of 0 (3).
    const forest = plantForest(Int32Array.of(ROOT, 0, 1, 2));
    expect([...mergedLevels(forest, Int32Array.of(0, 0, 2, 0))]).toEqual([3, 3, 2, 1]);
  });
});
