import { ROOT } from '../forest.ts';
import type { DatedTree } from '../history/tie-intervals.ts';
import { chanceForest } from './chance-forest.ts';
import type { MonthEnd } from './month-ends.ts';
import type { Joined, Shape, Shapes } from './shape.ts';

/** The shape at the end of each month where no tie ever changed: one pass over those who joined. */
export function steadyShapes(
  { parent, memberNo }: DatedTree,
  { order, day }: Joined,
  ends: readonly MonthEnd[],
): Shapes {
  const level = memberLevels(parent, memberNo);
  const levelDays: number[] = [];
  const recruited = new Uint8Array(parent.length);
  const chance = chanceForest();
  let shape: Shape = { members: 0, roots: 0, leaves: 0, levels: 0, levels_sum: 0 };
  let at = 0;
  const joinUntil = (last: number): void => {
    let { members, roots, leaves, levels, levels_sum } = shape;
    for (; at < order.length && day[order[at]!]! <= last; at++) {
      const no = order[at]!;
      const up = parent[no]!;
      members++;
      levels_sum += level[no]!;
      // Who recruited on the day it joined may come after its recruit in the order of members.
      if (recruited[no] === 0) leaves++;
      if (up === ROOT) roots++;
      else if (recruited[up] === 0) {
        recruited[up] = 1;
        if (position[up]! < at) leaves--;
      }
      chance.join(up === ROOT);
      for (; levels < level[no]!; levels++) levelDays.push(day[no]!);
    }
    shape = { members, roots, leaves, levels, levels_sum };
  };
  const position = positions(order, parent.length);
  joinUntil(ends[0]!.last_day - daysOf(ends[0]!));
  const before = shape;
  const at_ends = ends.map(({ last_day }) => {
    joinUntil(last_day);
    return { shape, expected: chance.expected() };
  });
  return { before, at_ends, levelDays };
}

function daysOf({ last_day }: MonthEnd): number {
  return new Date(last_day * 86_400_000).getUTCDate();
}

function positions(order: Int32Array, size: number): Int32Array {
  const position = new Int32Array(size).fill(size);
  order.forEach((no, i) => (position[no] = i));
  return position;
}

/** Level of each member_no. */
function memberLevels(parent: Int32Array, memberNo: Int32Array): Int32Array {
  const level = new Int32Array(parent.length);
  for (const no of memberNo) level[no] = parent[no] === ROOT ? 1 : level[parent[no]!]! + 1;
  return level;
}
