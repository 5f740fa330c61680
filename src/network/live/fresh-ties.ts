import { UNKNOWN_DAY } from '../forest.ts';
import { push } from './int-list.ts';
import type { LiveForest } from './live-forest.ts';
import { link } from './links.ts';
import { handNewcomers } from './hand-newcomers.ts';
import { addPeople } from './pending.ts';
import * as field from './record.ts';
import { noteFirstRecruit } from './third-level.ts';

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
  forest.parent[member] = upline;
  if (upline > member) forest.ordered = false;
  record[at + field.TIED] = tied;
  record[at + FLAGS]! |= FRESH;
  push(forest.fresh, member);
  if (forest.fresh.length === FRESH_MAX) countFresh(forest);
  return true;
}

/** Counts the ties that wait, one figure after the other, as if each had been at once. */
export function countFresh(forest: LiveForest): void {
  const { record, parent, fresh } = forest;
  if (fresh.length === 0) return;
  const { items, length } = fresh;
  fresh.length = 0;
  for (let i = 0; i < length; i++) {
    const upline = parent[items[i]!]!;
    link(forest, items[i]!, upline);
    const day = record[items[i]! * STRIDE + field.TIED]!;
    if (day < record[upline * STRIDE + field.SECOND]!) noteFirstRecruit(forest, upline, day);
  }
  handNewcomers(forest, items.subarray(0, length));
  handUpFresh(forest, items, length);
}

/** Latest first: an upline that is fresh too came before, and takes its people on with it. */
function handUpFresh(forest: LiveForest, items: Int32Array, length: number): void {
  const { record, parent } = forest;
  for (let i = length - 1; i >= 0; i--) {
    const member = items[i]!;
    const at = member * STRIDE;
    const upline = parent[member]!;
    const up = upline * STRIDE;
    const people = record[at + field.PEOPLE]!;
    const levels = record[at + field.LEVELS]! + 1;
    record[at + FLAGS]! &= ~FRESH;
    if ((record[up + FLAGS]! & FRESH) === 0) {
      addPeople(forest, upline, people, people, levels);
      continue;
    }
    record[up + field.PEOPLE]! += people;
    record[up + field.PRESENT]! += people;
    if (levels > record[up + field.LEVELS]!) record[up + field.LEVELS] = levels;
  }
}
