import { edgeOrder } from './edge-order.ts';
import { ROOT, UNKNOWN_DAY } from './forest.ts';
import type { Forest } from './forest.ts';

/** Set in the count of a node whose tie to its upline is in effect. */
const TIED = 0x80;
const COUNT = 0x7f;

/** Ways up walked at once: while one waits for memory, the others go on. */
const WAYS = 16;

interface Walk {
  readonly parent: Int32Array;
  readonly joinedDay: Int32Array;
  /** People connected below each node so far, itself included, at most the highest threshold. */
  readonly heads: Uint8Array;
  readonly highest: number;
  /** How many thresholds so many people reach. */
  readonly reached: Uint8Array;
  /** By threshold: the first day of each node. */
  readonly days: readonly Int32Array[];
  /** Where each way stands, and how many people it hands up. */
  readonly at: Int32Array;
  readonly hands: Int32Array;
}

/**
 * First day on which each subtree held each of `thresholds` people (at most 127, ascending),
 * UNKNOWN_DAY for never. A member counts for an ancestor once everyone from it up to the ancestor
 * has joined and every tie between them is in effect.
 *
 * Ties are made in the order of their days, those without one last: a threshold reached through
 * them keeps UNKNOWN_DAY. Each tie hands what hangs below it to everyone above who is connected so
 * far. The walk stops at the first ancestor that already holds the highest threshold: whoever
 * stands above it and is connected to it holds as many by the end of the day.
 */
export function firstPeople(
  { parent }: Forest,
  joinedDay: Int32Array,
  tiedDay: Int32Array,
  thresholds: readonly number[],
): Int32Array[] {
  const highest = thresholds.at(-1) ?? 1;
  const days = thresholds.map(() => new Int32Array(parent.length).fill(UNKNOWN_DAY));
  if (thresholds[0] === 1) days[0]!.set(joinedDay);
  const walk: Walk = {
    parent,
    joinedDay,
    heads: new Uint8Array(parent.length).fill(1),
    highest,
    reached: Uint8Array.from(
      { length: highest + 1 },
      (_, heads) => thresholds.filter((threshold) => threshold <= heads).length,
    ),
    days,
    at: new Int32Array(WAYS),
    hands: new Int32Array(WAYS),
  };
  const order = edgeOrder(tiedDay, UNKNOWN_DAY);
  for (let from = 0; from < parent.length;) {
    const day = tiedDay[order === null ? from : order[from]!]!;
    let to = from + 1;
    while (to < parent.length && tiedDay[order === null ? to : order[to]!] === day) to++;
    tieDay(walk, order, from, to, day);
    from = to;
  }
  return days;
}

/**
 * Makes the ties of one day, many at a time. Whichever comes first, everybody is handed once to
 * everyone above: by the tie that finds them counted when it sets out, or by their own way, which
 * goes on where that tie is in effect already. The day is the same for all of them.
 */
function tieDay(walk: Walk, order: Int32Array | null, from: number, to: number, day: number): void {
  const { parent, heads, highest, reached, at, hands } = walk;
  let next = from;
  let open = 0;
  for (;;) {
    while (open < WAYS && next < to) {
      const node = order === null ? next : order[next]!;
      next++;
      const above = parent[node]!;
      if (above === ROOT) continue;
      const joining = heads[node]!;
      heads[node] = joining | TIED;
      at[open] = above;
      hands[open++] = joining;
    }
    if (open === 0) return;
    for (let way = 0; way < open; way++) {
      const above = at[way]!;
      const before = heads[above]!;
      const had = before & COUNT;
      let then = ROOT;
      if (had < highest) {
        const has = Math.min(had + hands[way]!, highest);
        heads[above] = (before & TIED) | has;
        if (reached[had] !== reached[has]) reach(walk, above, had, has, day);
        if ((before & TIED) !== 0) then = parent[above]!;
      }
      at[way] = then;
      if (then !== ROOT) continue;
      // The last way takes the place of one that ends; it waits for the next round.
      open--;
      at[way] = at[open]!;
      hands[way] = hands[open]!;
    }
  }
}

function reach(walk: Walk, node: number, had: number, has: number, day: number): void {
  const { reached, days, joinedDay } = walk;
  const on = Math.max(day, joinedDay[node]!);
  for (let i = reached[had]!; i < reached[has]!; i++) days[i]![node] = on;
}
