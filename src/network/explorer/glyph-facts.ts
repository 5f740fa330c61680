import { countingLines } from '../../model/counting.ts';
import { PolyprismError } from '../../model/issue.ts';
import { directRecruits } from '../direct-recruits.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import { orderBy } from './order-by.ts';
import { daysFromZero } from './walk-order.ts';
import type { WalkOrder } from './walk-order.ts';

/** A tenth nobody knows: the day of joining is unknown. */
export const TENTH_UNKNOWN = 255;

/** What is told of members; arrays are by number, sums run: entry `i` is of all before `i`. */
export interface GlyphFacts {
  /** Recruits of each member itself. */
  readonly direct: Int32Array;
  /** Minor units; null where the data say nothing of it. */
  readonly paidInSum: Float64Array | null;
  readonly earnedSum: Float64Array | null;
  /** Members with thirty people and three levels before each number. */
  readonly candidateSum: Uint32Array;
  /** Tenth of joining, 0 for the first; TENTH_UNKNOWN. */
  readonly tenth: Uint8Array;
  readonly tenthSum: Float64Array;
  readonly tenthKnown: Uint32Array;
  /** How many of the lines of `countingLines` each member stands at. */
  readonly line: Uint8Array;
}

export function glyphFacts(
  order: WalkOrder,
  money: { readonly paidIn: Float64Array | null; readonly earned: Float64Array | null },
): GlyphFacts {
  const { people, levels } = order;
  const count = people.length;
  const line = new Uint8Array(count);
  const candidateSum = new Uint32Array(count + 1);
  for (let x = 0; x < count; x++) {
    const reached = countingLines.filter(
      (one) => people[x]! >= one.people && levels[x]! >= one.levels,
    );
    line[x] = reached.length;
    const candidate = people[x]! >= 30 && levels[x]! >= 3 ? 1 : 0;
    candidateSum[x + 1] = candidateSum[x]! + candidate;
  }
  const tenth = tenths(order.joinedDay);
  const tenthSum = new Float64Array(count + 1);
  const tenthKnown = new Uint32Array(count + 1);
  for (let x = 0; x < count; x++) {
    const known = tenth[x] !== TENTH_UNKNOWN;
    tenthSum[x + 1] = tenthSum[x]! + (known ? tenth[x]! : 0);
    tenthKnown[x + 1] = tenthKnown[x]! + (known ? 1 : 0);
  }
  const paidInSum = money.paidIn && runningSum(money.paidIn);
  const earnedSum = money.earned && runningSum(money.earned);
  const direct = directRecruits({ parent: order.parent, memberOf: null });
  return { direct, paidInSum, earnedSum, candidateSum, tenth, tenthSum, tenthKnown, line };
}

/** Exact as long as the magnitudes together stay within 2^53. Throws network.sum_too_large. */
function runningSum(amount: Float64Array): Float64Array {
  const sum = new Float64Array(amount.length + 1);
  let magnitude = 0;
  for (let x = 0; x < amount.length; x++) {
    sum[x + 1] = sum[x]! + amount[x]!;
    magnitude += Math.abs(amount[x]!);
  }
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw new PolyprismError('network.sum_too_large', { limit: Number.MAX_SAFE_INTEGER });
  }
  return sum;
}

/** By day of joining; whoever joined on one day stands in the tenth of the first of them. */
function tenths(joinedDay: Int32Array): Uint8Array {
  const order = orderBy(
    joinedDay.map((_, x) => x),
    daysFromZero(joinedDay),
  );
  const known = joinedDay.reduce((sum, day) => sum + (day === UNKNOWN_DAY ? 0 : 1), 0);
  const tenth = new Uint8Array(joinedDay.length).fill(TENTH_UNKNOWN);
  let first = 0;
  for (let place = 0; place < known; place++) {
    const day = joinedDay[order[place]!]!;
    if (joinedDay[order[first]!] !== day) first = place;
    tenth[order[place]!] = Math.floor((first * 10) / known);
  }
  return tenth;
}
