import type { LiveForest } from './live-forest.ts';
import { FIRST, LEVELS, NEXT, NONE, PREVIOUS, STRIDE } from './record.ts';
import { ROOT } from '../forest.ts';

/**
 * Hangs a root under `upline`. Among the recruits of its upline it stands only after `linkAll`:
 * few ask for those, and to put each of many there at once is one more wait for memory a join.
 */
export function hangUnder(forest: LiveForest, member: number, upline: number): void {
  const { record, parent, unlinkedLast } = forest;
  parent[member] = upline;
  // Nobody is next to a root: the field leads to who was hung after it.
  record[member * STRIDE + NEXT] = NONE;
  if (unlinkedLast === NONE) forest.unlinkedFirst = member;
  else record[unlinkedLast * STRIDE + NEXT] = member;
  forest.unlinkedLast = member;
}

/** Puts everybody among the recruits of its upline, in the order in which they were hung. */
export function linkAll(forest: LiveForest): void {
  const { record, parent } = forest;
  for (let member = forest.unlinkedFirst; member !== NONE;) {
    const after = record[member * STRIDE + NEXT]!;
    link(record, member, parent[member]!);
    member = after;
  }
  forest.unlinkedFirst = NONE;
  forest.unlinkedLast = NONE;
}

/**
 * Puts a member first among the recruits of `upline`. Who was first is not told of the one before
 * it: that would be one more wait for memory each time, and only `unlink` asks.
 */
function link(record: Int32Array, member: number, upline: number): void {
  const at = member * STRIDE;
  const up = upline * STRIDE;
  const next = record[up + FIRST]!;
  record[at + NEXT] = next;
  record[at + PREVIOUS] = NONE;
  record[up + FIRST] = member;
}

/** Takes a member from among the recruits of its upline; it becomes a root. */
export function unlink(forest: LiveForest, member: number): void {
  linkAll(forest);
  const { record, parent } = forest;
  const at = member * STRIDE;
  const up = parent[member]! * STRIDE;
  tellPrevious(record, record[up + FIRST]!);
  const next = record[at + NEXT]!;
  const previous = record[at + PREVIOUS]!;
  if (next !== NONE) record[next * STRIDE + PREVIOUS] = previous;
  if (previous === NONE) record[up + FIRST] = next;
  else record[previous * STRIDE + NEXT] = next;
  parent[member] = ROOT;
  record[at + NEXT] = NONE;
  record[at + PREVIOUS] = NONE;
}

/** Those who came since the last time stand at the front; each of them is walked by once. */
function tellPrevious(record: Int32Array, first: number): void {
  for (let x = first; ;) {
    const next = record[x * STRIDE + NEXT]!;
    if (next === NONE || record[next * STRIDE + PREVIOUS] !== NONE) return;
    record[next * STRIDE + PREVIOUS] = x;
    x = next;
  }
}

/** Levels of everybody from `member` up, after a recruit of `removed` levels has gone. */
export function lowerLevels({ record, parent }: LiveForest, member: number, removed: number): void {
  let gone = removed;
  for (let x = member; x !== ROOT; x = parent[x]!) {
    const before = record[x * STRIDE + LEVELS]!;
    if (gone + 1 < before) return;
    let tallest = 0;
    for (let c = record[x * STRIDE + FIRST]!; c !== NONE; c = record[c * STRIDE + NEXT]!) {
      tallest = Math.max(tallest, record[c * STRIDE + LEVELS]!);
    }
    if (tallest + 1 === before) return;
    record[x * STRIDE + LEVELS] = tallest + 1;
    gone = before;
  }
}

/** Whether `member` is `below` itself or stands above it. */
export function isAbove({ parent }: LiveForest, member: number, below: number): boolean {
  for (let x = below; x !== ROOT; x = parent[x]!) if (x === member) return true;
  return false;
}
