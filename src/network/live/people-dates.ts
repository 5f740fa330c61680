import { headThresholds } from '../analyse-tree.ts';
import { edgeOrder } from '../edge-order.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import { remember } from './alerts.ts';
import { intList, push } from './int-list.ts';
import { DATES } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { linkAll } from './links.ts';
import { pathsUp } from './paths-up.ts';
import { COUNT_BITS, FIRST, FLAGS, JOINED, NEXT, NONE } from './record.ts';
import { STALE, STRIDE, TIED, TIED_BIT } from './record.ts';

const HIGHEST = headThresholds.at(-1)!;
const LAST = DATES - 1;

/** How many thresholds that many people reach. */
const reached = Uint8Array.from(
  { length: HIGHEST + 1 },
  (_, heads) => headThresholds.filter((threshold) => threshold <= heads).length,
);

/**
 * A member's tie takes effect. Ties that come in the order of their days are counted at once,
 * as `firstPeople` counts them. For one that comes late, whoever it could still matter to is
 * marked; `settleDates` counts their subtrees anew.
 */
export function countTie(forest: LiveForest, member: number): void {
  const { record, parent, heads } = forest;
  const day = record[member * STRIDE + TIED]!;
  if (day === UNKNOWN_DAY) return;
  if (day < forest.clock) {
    heads[member]! |= TIED_BIT;
    const upline = parent[member]!;
    const top = topTouched(forest, upline, day, (full, from) => full <= from);
    if (top !== NONE) markStale(forest, top);
    return;
  }
  forest.clock = day;
  handHeads(forest, member, day);
}

/** A member's tie is undone; it hung under `upline` from the day `tied`. */
export function uncountTie(forest: LiveForest, member: number, upline: number, tied: number): void {
  forest.heads[member]! &= COUNT_BITS;
  if (tied === UNKNOWN_DAY) return;
  const top = topTouched(forest, upline, tied, (full, from) => full < from);
  if (top !== NONE) redate(forest, top);
}

/**
 * The highest of those above a tie of the day `tied` whom it can matter to. Whoever holds the
 * highest threshold without it, by the day it would count from, has all its dates; so has
 * everybody above, for whom the same people count by that day too.
 */
function topTouched(
  { record, parent, heads, dates }: LiveForest,
  upline: number,
  tied: number,
  holds: (full: number, from: number) => boolean,
): number {
  let from = tied;
  let top = NONE;
  for (let above = upline; ; above = parent[above]!) {
    const at = above * STRIDE;
    from = Math.max(from, record[at + JOINED]!);
    if (holds(dates[above * DATES + LAST]!, from)) return top;
    top = above;
    if ((heads[above]! & TIED_BIT) === 0) return top;
    from = Math.max(from, record[at + TIED]!);
  }
}

function markStale({ record, stale }: LiveForest, top: number): void {
  const flags = top * STRIDE + FLAGS;
  if ((record[flags]! & STALE) !== 0) return;
  record[flags]! |= STALE;
  push(stale, top);
}

/** Counts anew what late ties have made stale: dates are exact after it. */
export function settleDates(forest: LiveForest): void {
  const { record, stale } = forest;
  if (stale.length === 0) return;
  const order = pathsUp(forest, stale.items.slice(0, stale.length)).toReversed();
  stale.length = 0;
  // From above: a subtree counted anew has nothing stale left inside.
  for (const member of order) {
    if ((record[member * STRIDE + FLAGS]! & STALE) !== 0) redate(forest, member);
  }
}

/** Forgets the dates of a subtree and makes its ties again, in the order of their days. */
function redate(forest: LiveForest, top: number): void {
  linkAll(forest);
  const { record, heads } = forest;
  const members = intList();
  push(members, top);
  for (let i = 0; i < members.length; i++) {
    const at = members.items[i]! * STRIDE;
    for (let c = record[at + FIRST]!; c !== NONE; c = record[c * STRIDE + NEXT]!) push(members, c);
  }
  const topTied = heads[top]! & TIED_BIT;
  const list = members.items.subarray(0, members.length);
  for (const member of list) forget(forest, member);
  const days = list.map((member) => record[member * STRIDE + TIED]!);
  const order = edgeOrder(days, UNKNOWN_DAY);
  for (let i = 0; i < list.length; i++) {
    const one = order === null ? i : order[i]!;
    if (one > 0 && days[one] !== UNKNOWN_DAY) handHeads(forest, list[one]!, days[one]!);
  }
  heads[top]! |= topTied;
}

function forget(forest: LiveForest, member: number): void {
  const { record, heads, dates } = forest;
  const first = member * DATES;
  // The lowest threshold is reached first: without a date for it there is none.
  if (dates[first] !== UNKNOWN_DAY) {
    remember(forest, member);
    dates.fill(UNKNOWN_DAY, first, first + DATES);
  }
  heads[member] = 1;
  record[member * STRIDE + FLAGS]! &= ~STALE;
}

/** Hands what is connected below a member to everybody above who is connected so far. */
function handHeads(forest: LiveForest, member: number, day: number): void {
  const { record, parent, heads, dates } = forest;
  const joining = heads[member]! & COUNT_BITS;
  heads[member] = joining | TIED_BIT;
  let above = parent[member]!;
  for (;;) {
    const at = above * STRIDE;
    const before = heads[above]!;
    const had = before & COUNT_BITS;
    if (had >= HIGHEST) return;
    const has = Math.min(had + joining, HIGHEST);
    heads[above] = (before & TIED_BIT) | has;
    if (reached[had] !== reached[has]) {
      remember(forest, above);
      const on = Math.max(day, record[at + JOINED]!);
      for (let i = reached[had]!; i < reached[has]!; i++) dates[above * DATES + i] = on;
    }
    if ((before & TIED_BIT) === 0) return;
    above = parent[above]!;
  }
}
