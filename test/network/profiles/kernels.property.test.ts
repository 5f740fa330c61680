import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING, ROOT } from '../../../src/network/forest.ts';
import type { Forest } from '../../../src/network/forest.ts';
import { eulerOrder } from '../../../src/network/persons/euler-order.ts';
import { plantForest } from '../../../src/network/plant-forest.ts';
import { countedLevels } from '../../../src/network/profiles/counted-levels.ts';
import { countedPeople } from '../../../src/network/profiles/counted-people.ts';
import { rebateForest } from '../../../src/network/profiles/rebate-forest.ts';
import { repairParents } from '../../../src/network/repair-parents.ts';
import { subtreePeople } from '../../../src/network/subtree-people.ts';
import { slowCounted, slowCountedLevels, slowRebateTies } from '../../oracle/slow-persons.ts';

function planted(up: readonly number[]): { forest: Forest; parent: (number | null)[] } {
  const claims = Int32Array.from(up, (one) => (one === -3 ? MISSING : one < 0 ? ROOT : one));
  repairParents(claims);
  const forest = plantForest(claims);
  return { forest, parent: [...forest.parent].map((one) => (one === ROOT ? null : one)) };
}

const claims = fc
  .integer({ min: 1, max: 24 })
  .chain((count) =>
    fc.array(fc.integer({ min: -3, max: count - 1 }), { minLength: count, maxLength: count }),
  );

describe('the kernels of the profiles', () => {
  it('count and level whoever counts, on 2,000 dirty forests', () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.boolean()), (up, marks) => {
        const { forest, parent } = planted(up);
        const counts = parent.map(() => marks.next().value);
        const marked = Uint8Array.from(counts, Number);
        expect([...countedPeople(forest, marked)]).toEqual(slowCounted(parent, counts));
        expect([...countedLevels(forest, marked)]).toEqual(slowCountedLevels(parent, counts));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep the ties that money passed, on 2,000 dirty forests', () => {
    const pay = fc.array(fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 23 })), { maxLength: 12 });
    fc.assert(
      fc.property(claims, pay, (up, drawn) => {
        const { forest, parent } = planted(up);
        const pairs = drawn.filter(([a, b]) => a < up.length && b < up.length);
        const size = subtreePeople(forest);
        const kept = rebateForest(
          forest,
          { size, position: eulerOrder(forest, size) },
          Int32Array.from(pairs, ([source]) => source),
          Int32Array.from(pairs, ([, beneficiary]) => beneficiary),
        );
        const ties = [...kept.parent].flatMap((one, node) => (one === ROOT ? [] : [node]));
        expect(ties).toEqual(slowRebateTies(parent, pairs));
      }),
      { numRuns: 2_000 },
    );
  });
});
