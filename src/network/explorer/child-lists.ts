import { ROOT } from '../forest.ts';
import { orderBy } from './order-by.ts';
import { daysFromZero } from './walk-order.ts';
import type { WalkOrder } from './walk-order.ts';

/**
 * Recruits of everybody in three orders, to be read page by page. Those of member `x` stand at
 * `at[x]` to `at[x + 1]`; roots are those of one more, the number of members.
 */
export interface ChildLists {
  readonly at: Uint32Array;
  /** Most people below first. */
  readonly bySize: Int32Array;
  /** First joined first, unknown last. */
  readonly byJoined: Int32Array;
  /** Most paid in below first; null where the data say nothing of it. */
  readonly byMoney: Int32Array | null;
}

/** `paidInSum` runs over the members; where two are equal, the order of walking decides. */
export function childLists(order: WalkOrder, paidInSum: Float64Array | null): ChildLists {
  const { parent, people, joinedDay } = order;
  const count = parent.length;
  const at = new Uint32Array(count + 2);
  for (const up of parent) at[(up === ROOT ? count : up) + 1]!++;
  for (let i = 1; i < at.length; i++) at[i]! += at[i - 1]!;
  const deal = (from: Int32Array): Int32Array => {
    const next = at.slice();
    const child = new Int32Array(count);
    for (const one of from) {
      const up = parent[one]!;
      child[next[up === ROOT ? count : up]!++] = one;
    }
    return child;
  };
  const walking = parent.map((_, x) => x);
  return {
    at,
    bySize: deal(walking),
    byJoined: deal(orderBy(walking, daysFromZero(joinedDay))),
    byMoney: paidInSum && deal(mostFirst(walking, paidInSum, people)),
  };
}

const LOW = 2 ** 30;

/** By the money of each subtree: whole numbers up to 2^53, as two keys of 30 and 23 bits. */
function mostFirst(walking: Int32Array, sum: Float64Array, people: Int32Array): Int32Array {
  const below = (x: number): number => sum[x + people[x]!]! - sum[x]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const x of walking) most = Math.max(most, below(x));
  const low = walking.map((x) => (most - below(x)) % LOW);
  const high = walking.map((x) => Math.floor((most - below(x)) / LOW));
  return orderBy(orderBy(walking, low), high);
}
