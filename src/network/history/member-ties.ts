import { MISSING, ROOT, UNKNOWN_DAY } from '../forest.ts';
import type { Changes } from './load-changes.ts';

/** What of a history did not fit; each count is of members. */
export interface Oddities {
  /** A change dated before the member joined: in effect from joining. */
  readonly before_joining: number;
  /** A change that says another upline than the one before it left: the later record holds. */
  readonly gaps: number;
  /** The last change does not lead to the present upline, and no date says when that came. */
  readonly ends_elsewhere: number;
  /** Moved to somebody who is not in the data: hangs under nobody from then on. */
  readonly missing: number;
}

/** Ties of those whose upline changed, by member_no and day; the rest need no replaying. */
export interface MemberTies {
  /** Whoever has another history than one tie, in order; its ties below, which may be none. */
  readonly movers: Int32Array;
  readonly member: Int32Array;
  readonly day: Int32Array;
  readonly above: Int32Array;
  readonly oddities: Oddities;
}

export interface PresentTies {
  /** Present upline as claimed: a member_no, ROOT, or MISSING. */
  readonly claimed: Int32Array;
  readonly joinedDay: Int32Array;
  /**
   * Day the present tie took effect; later than `joinedDay` only where a date of binding says so.
   * Set here for those who have no such date and one tie on record.
   */
  readonly tiedDay: Int32Array;
}

/**
 * Turns records into ties. A member hangs under the `from` of its first record until then, under
 * each `to` from its day on, the last record of a day being the one that holds; and, where the
 * records end elsewhere, under its present upline from the day it says it was bound, if that is
 * later. Without such a day the present tie holds on no date.
 */
export function memberTies(changes: Changes, present: PresentTies): MemberTies {
  const movers: number[] = [];
  const out = { member: [] as number[], day: [] as number[], above: [] as number[] };
  const odd = { before_joining: 0, gaps: 0, ends_elsewhere: 0, missing: 0 };
  const { member } = changes;
  for (let from = 0; from < member.length;) {
    const no = member[from]!;
    let to = from + 1;
    while (member[to] === no) to++;
    const ties = tiesOf(changes, from, to, no, present, odd);
    const upline = uplineOf(present.claimed[no]!, no);
    if (ties.length === 1 && ties[0]!.above === upline) {
      present.tiedDay[no] = Math.max(present.tiedDay[no]!, ties[0]!.day);
    } else if (ties.length > 0 || (upline !== ROOT && present.joinedDay[no] !== UNKNOWN_DAY)) {
      movers.push(no);
      for (const { day, above } of ties) {
        out.member.push(no);
        out.day.push(day);
        out.above.push(above);
      }
    }
    from = to;
  }
  return {
    movers: Int32Array.from(movers),
    member: Int32Array.from(out.member),
    day: Int32Array.from(out.day),
    above: Int32Array.from(out.above),
    oddities: odd,
  };
}

interface Tie {
  readonly day: number;
  readonly above: number;
}

/** Ties of one member, each another than the one before; none where nobody knows when it joined. */
function tiesOf(
  { from, to, day }: Changes,
  first: number,
  end: number,
  no: number,
  { claimed, joinedDay, tiedDay }: PresentTies,
  odd: { -readonly [name in keyof Oddities]: number },
): Tie[] {
  const joined = joinedDay[no]!;
  if (joined === UNKNOWN_DAY) return [];
  const ties: Tie[] = [];
  const put = (on: number, above: number): void => {
    const up = uplineOf(above, no);
    if (ties.at(-1)?.day === on) ties.pop();
    if ((ties.at(-1)?.above ?? ROOT) !== up) ties.push({ day: on, above: up });
  };
  if (from[first]! !== ROOT) put(joined, from[first]!);
  let gap = false;
  let missing = false;
  for (let i = first; i < end; i++) {
    if (i > first && from[i]! !== ROOT && from[i] !== to[i - 1]) gap = true;
    if (to[i] === MISSING) missing = true;
    put(Math.max(day[i]!, joined), to[i]!);
  }
  if (day[first]! < joined) odd.before_joining++;
  if (gap) odd.gaps++;
  if (missing) odd.missing++;
  const present = uplineOf(claimed[no]!, no);
  if ((ties.at(-1)?.above ?? ROOT) !== present) {
    if (tiedDay[no]! > Math.max(day[end - 1]!, joined)) put(tiedDay[no]!, present);
    else odd.ends_elsewhere++;
  }
  return ties;
}

/** Nobody hangs under itself or under somebody who is not in the data. */
function uplineOf(claim: number, no: number): number {
  return claim === no || claim === MISSING ? ROOT : claim;
}
