import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';
import { uplinesOn } from './history/tie-intervals.ts';
import type { TieIntervals } from './history/tie-intervals.ts';
import { plantForest } from './plant-forest.ts';
import { repairParents } from './repair-parents.ts';

/** A forest as it stood at the end of a day. */
export interface ForestOn {
  readonly forest: Forest;
  /** member_no of each node. */
  readonly memberNo: Int32Array;
  /** Node of each member_no; ROOT for who was not there. */
  readonly nodeOf: Int32Array;
}

/** Who had joined by a day, each below its upline of that day unless that had not joined yet. */
export function forestOn(ties: TieIntervals, joinedDay: Int32Array, day: number): ForestOn {
  const uplines = uplinesOn(ties, joinedDay.length, day);
  const nodeOf = new Int32Array(joinedDay.length).fill(ROOT);
  let there = 0;
  joinedDay.forEach((joined, no) => {
    if (joined <= day) nodeOf[no] = there++;
  });
  const members = new Int32Array(there);
  const parent = new Int32Array(there).fill(ROOT);
  nodeOf.forEach((slot, no) => {
    if (slot === ROOT) return;
    members[slot] = no;
    if (uplines[no] !== ROOT) parent[slot] = nodeOf[uplines[no]!]!;
  });
  repairParents(parent);
  const forest = plantForest(parent);
  if (forest.memberOf === null) return { forest, memberNo: members, nodeOf };
  const memberNo = forest.memberOf.map((slot) => members[slot]!);
  memberNo.forEach((no, node) => (nodeOf[no] = node));
  return { forest, memberNo, nodeOf };
}
