import { ROOT, UNKNOWN_DAY } from './forest.ts';
import type { Forest } from './forest.ts';

/**
 * First day on which each subtree had three levels, UNKNOWN_DAY for never: the earliest day on
 * which a recruit of a recruit was tied in, its recruiter tied in too, and the member itself there.
 */
export function firstThirdLevel(
  { parent }: Forest,
  joinedDay: Int32Array,
  tiedDay: Int32Array,
): Int32Array {
  const second = new Int32Array(parent.length).fill(UNKNOWN_DAY);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    if (p !== ROOT && tiedDay[i]! < second[p]!) second[p] = tiedDay[i]!;
  }
  const third = new Int32Array(parent.length).fill(UNKNOWN_DAY);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    if (p === ROOT) continue;
    const day = Math.max(tiedDay[i]!, second[i]!);
    if (day < third[p]!) third[p] = day;
  }
  for (let i = 0; i < parent.length; i++) if (joinedDay[i]! > third[i]!) third[i] = joinedDay[i]!;
  return third;
}
