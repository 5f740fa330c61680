import type { Tree } from '../analyse-tree.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import type { History } from './replay-history.ts';

/** A tree and when it came about; arrays are by member_no unless they say otherwise. */
export interface DatedTree {
  /** Upline after repairs, ROOT for none. */
  readonly parent: Int32Array;
  /** member_no by node, parents before children. */
  readonly memberNo: Int32Array;
  readonly joinedDay: Int32Array;
  readonly tiedDay: Int32Array;
  /** The structures in which somebody moved. */
  readonly history: History | null;
}

export type NamedTree = Pick<Tree, 'name'> & DatedTree;

/** Who hung under whom from when until when. */
export interface TieIntervals {
  /** Of each interval: who hung, from that day on, until before that day. */
  readonly member: Int32Array;
  readonly above: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Intervals in order of whom they hang under: those of `m` are `first[m]` to `first[m + 1]`. */
  readonly below: Int32Array;
  readonly first: Int32Array;
}

/** A subtree at the end of a day. */
export interface SubtreeOfDay {
  readonly people: number;
  readonly levels: number;
  /** People of each level, its own first. */
  readonly people_per_level: readonly number[];
}

/** Every tie there ever was, with its days; those without a date were on no date. */
export function tieIntervals({ parent, tiedDay, history }: DatedTree): TieIntervals {
  const moved = new Uint8Array(parent.length);
  for (const no of history?.members ?? []) moved[no] = 1;
  const member: number[] = [];
  const above: number[] = [];
  const from: number[] = [];
  const until: number[] = [];
  const put = (no: number, up: number, since: number): void => {
    member.push(no);
    above.push(up);
    from.push(since);
    until.push(UNKNOWN_DAY);
  };
  parent.forEach((up, no) => {
    if (moved[no] === 0 && up !== ROOT && tiedDay[no] !== UNKNOWN_DAY) put(no, up, tiedDay[no]!);
  });
  const open = new Map<number, number>();
  history?.member.forEach((no, i) => {
    const before = open.get(no);
    if (before !== undefined) until[before] = history.day[i]!;
    open.delete(no);
    if (history.above[i] === ROOT) return;
    open.set(no, member.length);
    put(no, history.above[i]!, history.day[i]!);
  });
  const intervals = {
    member: Int32Array.from(member),
    above: Int32Array.from(above),
    from: Int32Array.from(from),
    until: Int32Array.from(until),
  };
  return { ...intervals, ...inOrderOf(intervals.above, parent.length) };
}

/** Counting sort of intervals by whom they hang under. */
function inOrderOf(above: Int32Array, size: number): Pick<TieIntervals, 'below' | 'first'> {
  const first = new Int32Array(size + 1);
  for (const up of above) first[up + 1]!++;
  for (let i = 1; i < first.length; i++) first[i]! += first[i - 1]!;
  const next = first.slice();
  const below = new Int32Array(above.length);
  above.forEach((up, i) => (below[next[up]!++] = i));
  return { below, first };
}

/** Upline of every member at the end of a day; ROOT for none. */
export function uplinesOn(ties: TieIntervals, size: number, day: number): Int32Array {
  const parent = new Int32Array(size).fill(ROOT);
  ties.member.forEach((no, i) => {
    if (ties.from[i]! <= day && day < ties.until[i]!) parent[no] = ties.above[i]!;
  });
  return parent;
}

/**
 * What stood below a member at the end of a day, itself included; nothing before it joined. Work
 * grows with the subtree alone.
 */
export function subtreeOn(
  ties: TieIntervals,
  joinedDay: Int32Array,
  member: number,
  day: number,
): SubtreeOfDay {
  const people_per_level: number[] = [];
  let people = 0;
  let level = joinedDay[member]! <= day ? [member] : [];
  while (level.length > 0) {
    people_per_level.push(level.length);
    people += level.length;
    const next: number[] = [];
    for (const up of level) {
      for (let at = ties.first[up]!; at < ties.first[up + 1]!; at++) {
        const i = ties.below[at]!;
        if (ties.from[i]! <= day && day < ties.until[i]!) next.push(ties.member[i]!);
      }
    }
    level = next;
  }
  return { people, levels: people_per_level.length, people_per_level };
}
