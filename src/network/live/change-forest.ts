import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { countFresh, deferTie } from './fresh-ties.ts';
import { hangUnder, linkAll, lowerLevels, unlink } from './links.ts';
import { isKnown, moneyOf, reserve } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { countTie, settleDates, uncountTie } from './people-dates.ts';
import { addMoney, addPeople, handUp } from './pending.ts';
import * as field from './record.ts';
import { noteTie, noteUntie } from './third-level.ts';

const { STRIDE } = field;

/** Somebody joins, as a root. `joined` is a day, UNKNOWN_DAY where nobody knows it. */
export function joinForest(forest: LiveForest, member: number, joined: number): void {
  reserve(forest, member);
  const { record, heads, money } = forest;
  const at = member * STRIDE;
  heads[member] = 1;
  record[at + field.PEOPLE] = 1;
  record[at + field.LEVELS] = 1;
  record[at + field.PRESENT] = (record[at + field.FLAGS]! & field.LEFT) === 0 ? 1 : 0;
  record[at + field.JOINED] = joined;
  // Money can come before the member does.
  for (const one of money) if (one) one.below[member] = one.own[member]!;
  forest.known++;
  forest.newest = member;
}

/**
 * Hangs a root with everything below it under `upline`, from the day `tied` on (UNKNOWN_DAY where
 * nobody knows). The upline must not stand below it.
 */
export function attach(forest: LiveForest, member: number, upline: number, tied: number): void {
  const isNewest = forest.newest === member;
  if (deferTie(forest, member, upline, tied)) return;
  countFresh(forest);
  const { record, money } = forest;
  const at = member * STRIDE;
  // What is handed to those above must be exact; of somebody without recruits it is.
  if (!isNewest) linkAll(forest);
  if (record[at + field.FIRST] !== field.NONE) settleDates(forest);
  record[at + field.TIED] = tied;
  if (upline > member) forest.ordered = false;
  hangUnder(forest, member, upline);
  record[upline * STRIDE + field.DIRECT]!++;
  const people = record[at + field.PEOPLE]!;
  addPeople(forest, upline, people, record[at + field.PRESENT]!, record[at + field.LEVELS]! + 1);
  for (const kind of [0, 1] as const) {
    const amount = money[kind]?.below[member] ?? 0;
    if (amount !== 0) addMoney(forest, upline, kind, amount);
  }
  noteTie(forest, member);
  countTie(forest, member);
}

/** Makes a root of a member that hangs under somebody; its subtree stays with it. */
export function detach(forest: LiveForest, member: number): void {
  countFresh(forest);
  handUp(forest);
  settleDates(forest);
  const { record, money } = forest;
  const at = member * STRIDE;
  const upline = forest.parent[member]!;
  const tied = record[at + field.TIED]!;
  unlink(forest, member);
  record[upline * STRIDE + field.DIRECT]!--;
  record[at + field.TIED] = UNKNOWN_DAY;
  addPeople(forest, upline, -record[at + field.PEOPLE]!, -record[at + field.PRESENT]!, 0);
  for (const kind of [0, 1] as const) {
    const amount = money[kind]?.below[member] ?? 0;
    if (amount !== 0) addMoney(forest, upline, kind, -amount);
  }
  lowerLevels(forest, upline, record[at + field.LEVELS]!);
  noteUntie(forest, member, upline, tied);
  uncountTie(forest, member, upline, tied);
}

/** Money came in (0) or was earned (1); less than nothing where it went back. */
export function addAmount(forest: LiveForest, member: number, kind: 0 | 1, amount: number): void {
  reserve(forest, member);
  const money = moneyOf(forest, kind);
  money.own[member]! += amount;
  money.magnitude += Math.abs(amount);
  if (!isKnown(forest, member)) return;
  money.below[member]! += amount;
  const upline = forest.parent[member]!;
  if (upline !== ROOT) addMoney(forest, upline, kind, amount);
}

/** A member leaves, or comes back: it goes on counting as one of the people there ever were. */
export function setLeft(forest: LiveForest, member: number, left: boolean): void {
  reserve(forest, member);
  const { record } = forest;
  const at = member * STRIDE;
  const had = (record[at + field.FLAGS]! & field.LEFT) !== 0;
  if (had === left) return;
  countFresh(forest);
  record[at + field.FLAGS]! ^= field.LEFT;
  if (!isKnown(forest, member)) return;
  const more = left ? -1 : 1;
  record[at + field.PRESENT]! += more;
  const upline = forest.parent[member]!;
  if (upline !== ROOT) addPeople(forest, upline, 0, more, 0);
}
