import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { replay } from '../../../src/network/history/replay.ts';
import { subtreeOn, tieIntervals, uplinesOn } from '../../../src/network/history/tie-intervals.ts';
import { slowHistory } from '../../oracle/slow-history.ts';

const day = fc.integer({ min: 100, max: 110 });
const cases = fc.integer({ min: 1, max: 20 }).chain((n) =>
  fc.record({
    joined: fc.array(day, { minLength: n, maxLength: n }),
    ties: fc.array(
      fc.record({ day, node: fc.nat({ max: n - 1 }), above: fc.integer({ min: -1, max: n - 1 }) }),
      { maxLength: 3 * n, size: 'max' },
    ),
  }),
);

it('subtrees and uplines of every day are those of the slow history', () => {
  fc.assert(
    fc.property(cases, ({ joined, ties: raw }) => {
      const one = new Map(
        raw
          .filter(({ node, above }) => node !== above)
          .map((tie) => ({ ...tie, day: Math.max(tie.day, joined[tie.node]!) }))
          .map((tie) => [`${tie.day} ${tie.node}`, tie]),
      );
      const ties = [...one.values()].toSorted((a, b) => a.day - b.day || a.node - b.node);
      const joinedDay = Int32Array.from(joined);
      const { made } = replay({
        joinedDay,
        ties: {
          day: ties.map((tie) => tie.day),
          node: ties.map((tie) => tie.node),
          above: ties.map((tie) => tie.above),
        },
        amounts: { day: [], node: [], amount: [] },
        targets: [],
      });
      const all = joinedDay.map((_, no) => no);
      const intervals = tieIntervals({
        parent: new Int32Array(joined.length).fill(ROOT),
        memberNo: all,
        joinedDay,
        tiedDay: new Int32Array(joined.length).fill(UNKNOWN_DAY),
        history: {
          members: all,
          movers: 1,
          day: Int32Array.from(made.day),
          member: Int32Array.from(made.node),
          above: Int32Array.from(made.above),
          refused: [],
        },
      });
      const slow = slowHistory(
        joined,
        ties.map((tie) => ({ ...tie, above: tie.above === ROOT ? null : tie.above })),
        joined.map((on, node) => ({ day: on, node, amount: 1 })),
      );
      for (const [when, state] of slow) {
        expect([...uplinesOn(intervals, joined.length, when)]).toEqual(
          state.above.map((up) => up ?? ROOT),
        );
        joined.forEach((on, no) => {
          const { people, levels, people_per_level } = subtreeOn(intervals, joinedDay, no, when);
          const there = on <= when;
          expect([people, levels]).toEqual(there ? [state.sum[no], state.levels[no]] : [0, 0]);
          expect(people_per_level.reduce((sum, n) => sum + n, 0)).toBe(people);
        });
      }
    }),
    { numRuns: 1_000, seed: 20_240_106 },
  );
});
