import { ROOT } from '../forest.ts';
import { forestOn } from '../forest-on.ts';
import { tieIntervals } from '../history/tie-intervals.ts';
import type { DatedTree } from '../history/tie-intervals.ts';
import { levels } from '../levels.ts';
import { chanceForest } from './chance-forest.ts';
import type { MonthEnd } from './month-ends.ts';
import { shapeOf } from './shape.ts';
import type { Joined, Shapes } from './shape.ts';

/** The shape at the end of each month where ties changed: the forest of that day, every time. */
export function changingShapes(
  tree: DatedTree,
  { order, day }: Joined,
  ends: readonly MonthEnd[],
): Shapes {
  const ties = tieIntervals(tree);
  const shapeOn = (last: number): Shapes['at_ends'][number] => {
    const { forest, memberNo, nodeOf } = forestOn(ties, day, last);
    const chance = chanceForest();
    for (let i = 0; i < memberNo.length; i++) {
      chance.join(forest.parent[nodeOf[order[i]!]!] === ROOT);
    }
    return { shape: shapeOf(forest.parent, levels(forest)), expected: chance.expected() };
  };
  const before = shapeOn(firstOf(ends[0]!) - 1).shape;
  return { before, at_ends: ends.map(({ last_day }) => shapeOn(last_day)), levelDays: null };
}

function firstOf({ last_day }: MonthEnd): number {
  return last_day - new Date(last_day * 86_400_000).getUTCDate() + 1;
}
