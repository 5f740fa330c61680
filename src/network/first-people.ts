import { edgeOrder } from './edge-order.ts';
import { ROOT, UNKNOWN_DAY } from './forest.ts';
import type { Forest } from './forest.ts';

/** Set in the count of a node whose tie to its upline is in effect. */
const TIED = 0x80;
const COUNT = 0x7f;

/**
 * First day on which each subtree held each of `thresholds` people (at most 127, ascending),
 * UNKNOWN_DAY for never. A member counts for an ancestor once everyone from it up to the ancestor
 * has joined and every tie between them is in effect.
 *
 * Ties are made in the order of their days, those without one last: a threshold reached through
 * them keeps UNKNOWN_DAY. Each tie hands what hangs below it to everyone above who is connected so
 * far. The walk stops at the first ancestor that already holds the highest threshold: whoever
 * stands above it and is connected to it holds as many.
 */
export function firstPeople(
  { parent }: Forest,
  joinedDay: Int32Array,
  tiedDay: Int32Array,
  thresholds: readonly number[],
): Int32Array[] {
  const highest = thresholds.at(-1) ?? 1;
  const days = thresholds.map(() => new Int32Array(parent.length).fill(UNKNOWN_DAY));
  const dayAt: (Int32Array | undefined)[] = [];
  thresholds.forEach((threshold, i) => (dayAt[threshold] = days[i]));
  const heads = new Uint8Array(parent.length).fill(1);
  if (dayAt[1]) dayAt[1].set(joinedDay);

  const order = edgeOrder(tiedDay, UNKNOWN_DAY);
  for (let at = 0; at < parent.length; at++) {
    const node = order === null ? at : order[at]!;
    const day = tiedDay[node]!;
    let above = parent[node]!;
    if (above === ROOT) continue;
    const joining = heads[node]!;
    heads[node] = joining | TIED;
    for (;;) {
      const before = heads[above]!;
      const had = before & COUNT;
      if (had >= highest) break;
      const has = Math.min(had + joining, highest);
      heads[above] = (before & TIED) | has;
      for (let count = had + 1; count <= has; count++) {
        const reached = dayAt[count];
        if (reached) reached[above] = Math.max(day, joinedDay[above]!);
      }
      if ((before & TIED) === 0) break;
      above = parent[above]!;
    }
  }
  return days;
}
