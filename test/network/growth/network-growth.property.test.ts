import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, dayText } from '../../../src/model/days.ts';
import { ROOT, UNKNOWN_DAY } from '../../../src/network/forest.ts';
import { changingShapes } from '../../../src/network/growth/changing-shapes.ts';
import { monthEnds } from '../../../src/network/growth/month-ends.ts';
import { steadyShapes } from '../../../src/network/growth/steady-shapes.ts';
import { networkGrowth } from '../../../src/network/growth/network-growth.ts';
import type { DatedTree } from '../../../src/network/history/tie-intervals.ts';
import { slowHistory } from '../../oracle/slow-history.ts';

const first = dayNumber('2023-11-20');
const day = fc.integer({ min: 0, max: 150 });
const member = fc.record({ joined: fc.option(day, { freq: 8 }), later: fc.nat({ max: 40 }) });
const cases = fc.record({
  members: fc.array(member, { minLength: 1, maxLength: 40 }),
  ups: fc.infiniteStream(fc.nat()),
  steady: fc.boolean(),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** Members in the order of joining, undated ones last; each below an earlier one or nobody. */
function treeOf({ members, ups, steady }: Case): DatedTree {
  const days = members
    .map(({ joined, later }) => ({ joined: joined === null ? UNKNOWN_DAY : first + joined, later }))
    .toSorted((a, b) => a.joined - b.joined);
  const joinedDay = Int32Array.from(days, ({ joined }) => joined);
  const parent = joinedDay.map((_, no) => ((ups.next().value as number) % (no + 1)) - 1);
  const tiedDay = joinedDay.map((on, no) =>
    on === UNKNOWN_DAY || steady ? on : on + days[no]!.later,
  );
  return { parent, memberNo: joinedDay.map((_, no) => no), joinedDay, tiedDay, history: null };
}

it('counts at the end of every month what the slow history counts', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const tree = treeOf(one);
      const growth = networkGrowth(tree);
      const dated = [...tree.joinedDay].filter((on) => on !== UNKNOWN_DAY);
      if (dated.length === 0) {
        expect(growth).toBeNull();
        return;
      }
      const joined = [...tree.joinedDay].map((on) => (on === UNKNOWN_DAY ? null : on));
      const ties = [...tree.parent].flatMap((up, node) =>
        up === ROOT || joined[node] === null
          ? []
          : [{ day: tree.tiedDay[node]!, node, above: up as number | null }],
      );
      const slow = slowHistory(joined, ties, []);
      let deepest = 0;
      for (const month of growth!.months) {
        const last = [...slow].findLast(([on]) => dayText(on).slice(0, 7) <= month.month)!;
        const there = joined.flatMap((on, no) => (on !== null && on <= last[0] ? [no] : []));
        const above = last[1].above;
        const up = (no: number): number | null => above[no] ?? null;
        const level = (no: number): number => (up(no) === null ? 1 : 1 + level(up(no)!));
        const leaves = there.filter((no) => !there.some((other) => above[other] === no));
        const levels = there.map(level);
        const most = Math.max(0, ...levels);
        expect(month.members).toBe(there.length);
        expect(month.levels).toBe(most);
        expect(month.new_levels).toBe(Math.max(0, most - deepest));
        expect(month.leaf_share.observed).toBeCloseTo(leaves.length / there.length, 6);
        const sum = levels.reduce((total, n) => total + n, 0);
        expect(month.mean_level.observed).toBeCloseTo(sum / there.length, 6);
        deepest = Math.max(deepest, most);
      }
      expect(growth!.undated).toBe(joined.length - dated.length);
      expect(growth!.months.reduce((sum, { joined: n }) => sum + n, 0)).toBe(dated.length);
      expect(growth!.levels.map(({ level }) => level)).toEqual(
        Array.from({ length: deepest }, (_, i) => i + 1),
      );
    }),
  );
});

it('finds the same with one pass as month by month where no tie ever changed', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const tree = treeOf({ ...one, steady: true });
      const order = tree.joinedDay
        .map((_, no) => no)
        .filter((no) => tree.joinedDay[no]! < first + 151);
      if (order.length === 0) return;
      const joined = { order, day: tree.joinedDay };
      const ends = monthEnds(tree.joinedDay[0]!, tree.joinedDay[order.length - 1]!, 3);
      const [steady, changing] = [steadyShapes, changingShapes].map((of) => of(tree, joined, ends));
      expect({ ...steady, levelDays: null }).toEqual(changing);
    }),
  );
});
