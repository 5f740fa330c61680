import { UNKNOWN_DAY } from '../forest.ts';
import { push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { handNewcomers } from './hand-newcomers.ts';
import { hangUnder } from './links.ts';
import { letWait } from './pending.ts';
import * as field from './record.ts';

const { STRIDE, FLAGS, FRESH } = field;

/**
 * Ties that may wait to be counted. So many stay in the cache, and enough of them are under way
 * that one need not wait for the memory of another.
 */
export const FRESH_MAX = 1 << 14;

/**
 * Lets the tie of a newcomer wait where it comes in the order of days, as most do: of somebody
 * who joined just now and so has no recruits, is there and brings no money. Nobody reads more of
 * it than who the upline is before `countFresh`.
 */
export function deferTie(
  forest: LiveForest,
  member: number,
  upline: number,
  tied: number,
): boolean {
  const { record, money, newest } = forest;
  forest.newest = field.NONE;
  if (newest !== member || tied < forest.clock || tied === UNKNOWN_DAY) return false;
  const at = member * STRIDE;
  if (record[at + field.PRESENT] !== 1) return false;
  if ((money[0] && money[0].below[member] !== 0) || (money[1] && money[1].below[member] !== 0)) {
    return false;
  }
  forest.clock = tied;
  hangUnder(forest, member, upline);
  if (upline > member) forest.ordered = false;
  record[at + field.TIED] = tied;
  record[at + FLAGS]! |= FRESH;
  letWait(forest, member);
  push(forest.fresh, member);
  if (forest.fresh.length === FRESH_MAX) countFresh(forest);
  return true;
}

/** Counts the ties that wait with the dates by heads, as if each had been at once. */
export function countFresh(forest: LiveForest): void {
  const { fresh } = forest;
  if (fresh.length === 0) return;
  handNewcomers(forest, fresh.items.subarray(0, fresh.length));
  fresh.length = 0;
}
