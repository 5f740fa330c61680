import type { LiveForest } from './live-forest.ts';
import { DIRECT, FIRST, LEVELS, NEXT, NONE, PREVIOUS, STRIDE } from './record.ts';
import { ROOT } from '../forest.ts';

/**
 * Puts a member first among the recruits of `upline`. Who was first is not told of the one before
 * it: that would be one more wait for memory each time, and only `unlink` asks.
 */
export function link({ record, parent }: LiveForest, member: number, upline: number): void {
  const at = member * STRIDE;
  const up = upline * STRIDE;
  const next = record[up + FIRST]!;
  parent[member] = upline;
  record[at + NEXT] = next;
  record[at + PREVIOUS] = NONE;
  record[up + FIRST] = member;
  record[up + DIRECT]!++;
}

/** Takes a member from among the recruits of its upline; it becomes a root. */
export function unlink({ record, parent }: LiveForest, member: number): void {
  const at = member * STRIDE;
  const up = parent[member]! * STRIDE;
  tellPrevious(record, record[up + FIRST]!);
  const next = record[at + NEXT]!;
  const previous = record[at + PREVIOUS]!;
  if (next !== NONE) record[next * STRIDE + PREVIOUS] = previous;
  if (previous === NONE) record[up + FIRST] = next;
  else record[previous * STRIDE + NEXT] = next;
  record[up + DIRECT]!--;
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
