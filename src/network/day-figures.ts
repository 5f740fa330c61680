import { directRecruits } from './direct-recruits.ts';
import { ROOT } from './forest.ts';
import { forestOn } from './forest-on.ts';
import type { TieIntervals } from './history/tie-intervals.ts';
import { levels } from './levels.ts';
import { subtreeLevels } from './subtree-levels.ts';
import { subtreePeople } from './subtree-people.ts';

/** The forest of a day with its counts; arrays are by member_no, 0 for who was not there. */
export interface DayFigures {
  readonly members: number;
  /** Upline of that day; ROOT for none and for who was not there. */
  readonly upline: Int32Array;
  readonly level: Int32Array;
  readonly people: Int32Array;
  readonly levels: Int32Array;
  readonly direct: Int32Array;
}

/** `day` in days since 1970-01-01. */
export function dayFigures(ties: TieIntervals, joinedDay: Int32Array, day: number): DayFigures {
  const { forest, memberNo } = forestOn(ties, joinedDay, day);
  const byMember = (values: Int32Array): Int32Array => {
    const placed = new Int32Array(joinedDay.length);
    memberNo.forEach((no, node) => (placed[no] = values[node]!));
    return placed;
  };
  const upline = new Int32Array(joinedDay.length).fill(ROOT);
  memberNo.forEach((no, node) => {
    const up = forest.parent[node]!;
    if (up !== ROOT) upline[no] = memberNo[up]!;
  });
  return {
    members: memberNo.length,
    upline,
    level: byMember(levels(forest)),
    people: byMember(subtreePeople(forest)),
    levels: byMember(subtreeLevels(forest)),
    direct: byMember(directRecruits(forest)),
  };
}
