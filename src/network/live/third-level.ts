import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { remember } from './alerts.ts';
import type { LiveForest } from './live-forest.ts';
import { FIRST, NEXT, NONE, SECOND, STRIDE, THIRD, TIED } from './record.ts';

/**
 * A member was tied in: two dates of its upline may be earlier now. Those further up, whom it
 * concerns as a recruit of a recruit, hear of it when the upline hands up.
 */
export function noteTie(forest: LiveForest, member: number): void {
  const { record } = forest;
  const at = member * STRIDE;
  const upline = forest.parent[member]!;
  const up = upline * STRIDE;
  const day = record[at + TIED]!;
  if (day < record[up + SECOND]!) record[up + SECOND] = day;
  lowerThird(forest, upline, Math.max(day, record[at + SECOND]!));
}

export function lowerThird(forest: LiveForest, member: number, day: number): void {
  const at = member * STRIDE + THIRD;
  if (day >= forest.record[at]!) return;
  remember(forest, member);
  forest.record[at] = day;
}

/** A member that hung under `upline`, on the day `tied`, hangs there no longer. */
export function noteUntie(forest: LiveForest, member: number, upline: number, tied: number): void {
  const { record } = forest;
  if (tied === UNKNOWN_DAY) return;
  const up = upline * STRIDE;
  const third = Math.max(tied, record[member * STRIDE + SECOND]!);
  if (third === record[up + THIRD]!) findThird(forest, upline);
  const second = record[up + SECOND]!;
  if (tied !== second) return;
  let earliest = UNKNOWN_DAY;
  for (let c = record[up + FIRST]!; c !== NONE; c = record[c * STRIDE + NEXT]!) {
    earliest = Math.min(earliest, record[c * STRIDE + TIED]!);
  }
  record[up + SECOND] = earliest;
  const next = forest.parent[upline]!;
  if (earliest !== second && next !== ROOT) findThird(forest, next);
}

/** Finds the day of the third level among the recruits. */
function findThird(forest: LiveForest, member: number): void {
  const { record } = forest;
  const at = member * STRIDE;
  let earliest = UNKNOWN_DAY;
  for (let c = record[at + FIRST]!; c !== NONE; c = record[c * STRIDE + NEXT]!) {
    const day = Math.max(record[c * STRIDE + TIED]!, record[c * STRIDE + SECOND]!);
    earliest = Math.min(earliest, day);
  }
  if (earliest === record[at + THIRD]) return;
  remember(forest, member);
  record[at + THIRD] = earliest;
}
