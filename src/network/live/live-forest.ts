import { headThresholds } from '../analyse-tree.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { grown, grownBytes, grownDoubles, intList } from './int-list.ts';
import type { IntList } from './int-list.ts';
import * as field from './record.ts';

/** Dates of a member: one for each of `headThresholds`. */
export const DATES = headThresholds.length;

/** Amounts by member: its own, and those of its subtree. */
export interface LiveMoney {
  own: Float64Array;
  below: Float64Array;
  /** Amounts on their way up that are not in `below` yet. */
  pending: Float64Array;
  /** What all amounts come to without their signs: beyond 2^53 sums would not be exact. */
  magnitude: number;
}

/** A recruitment forest that events change. Members are numbers from 0 up. */
export interface LiveForest {
  /** Numbers in use, of members and of those only named. */
  count: number;
  /** Members who have joined. */
  known: number;
  /** Upline in effect: a member's number, or ROOT. */
  parent: Int32Array;
  /** Everybody's upline came to its number before it did. */
  ordered: boolean;
  /**
   * People connected so far, at most the highest threshold; 0 for somebody who has not joined.
   * TIED_BIT once its own tie counts.
   */
  heads: Uint8Array;
  record: Int32Array;
  dates: Int32Array;
  /** Latest day of a tie so far: ties from then on come in the order of their days. */
  clock: number;
  /** Paid in and earned; null until the first amount. */
  readonly money: [LiveMoney | null, LiveMoney | null];
  /** Members below whom something changed that is not handed up yet. */
  readonly pending: IntList;
  /** A bit for each member: whether it is in `pending`. */
  isPending: Int32Array;
  /** Who joined last, NONE where somebody was hung under an upline since. */
  newest: number;
  /** Newcomers whose ties the dates by heads do not count yet, in the order of the ties. */
  readonly fresh: IntList;
  /** Who was hung under an upline first and last since `linkAll`; NONE for nobody. */
  unlinkedFirst: number;
  unlinkedLast: number;
  /** Tops of the subtrees whose dates have to be found anew. */
  readonly stale: IntList;
  /** Members whose dates changed, each followed by what its dates were. */
  readonly changed: IntList;
}

/** `expected` members fit without growing. */
export function createForest(expected = 1024): LiveForest {
  return {
    count: 0,
    known: 0,
    parent: new Int32Array(expected),
    ordered: true,
    heads: new Uint8Array(expected),
    record: new Int32Array(expected * field.STRIDE),
    dates: new Int32Array(expected * DATES),
    clock: -UNKNOWN_DAY,
    money: [null, null],
    pending: intList(),
    isPending: new Int32Array(words(expected)),
    newest: field.NONE,
    fresh: intList(),
    unlinkedFirst: field.NONE,
    unlinkedLast: field.NONE,
    stale: intList(),
    changed: intList(),
  };
}

/** Words of 32 bits that hold a bit for each member. */
function words(members: number): number {
  return Math.ceil(members / 32);
}

/** Takes all numbers up to `member` into use. */
export function reserve(forest: LiveForest, member: number): void {
  const needed = (member + 1) * field.STRIDE;
  if (needed > forest.record.length) {
    const length = Math.max(needed, forest.record.length * 2);
    forest.record = grown(forest.record, length);
    const members = length / field.STRIDE;
    forest.parent = grown(forest.parent, members);
    forest.heads = grownBytes(forest.heads, members);
    forest.dates = grown(forest.dates, members * DATES);
    forest.isPending = grown(forest.isPending, words(members));
    for (const money of forest.money) {
      if (!money) continue;
      money.own = grownDoubles(money.own, members);
      money.below = grownDoubles(money.below, members);
      money.pending = grownDoubles(money.pending, members);
    }
  }
  for (; forest.count <= member; forest.count++) clear(forest, forest.count);
}

function clear({ record, parent, heads, dates }: LiveForest, member: number): void {
  const at = member * field.STRIDE;
  parent[member] = ROOT;
  heads[member] = 0;
  record[at + field.FIRST] = field.NONE;
  record[at + field.NEXT] = field.NONE;
  record[at + field.PREVIOUS] = field.NONE;
  record[at + field.SECOND] = UNKNOWN_DAY;
  record[at + field.THIRD] = UNKNOWN_DAY;
  record[at + field.JOINED] = UNKNOWN_DAY;
  record[at + field.TIED] = UNKNOWN_DAY;
  record[at + field.CLAIM] = ROOT;
  for (let i = member * DATES; i < (member + 1) * DATES; i++) dates[i] = UNKNOWN_DAY;
}

export function moneyOf(forest: LiveForest, kind: 0 | 1): LiveMoney {
  const members = forest.record.length / field.STRIDE;
  return (forest.money[kind] ??= {
    own: new Float64Array(members),
    below: new Float64Array(members),
    pending: new Float64Array(members),
    magnitude: 0,
  });
}

/** Whether a member has joined, and is not only named by others. */
export function isKnown({ heads, count }: LiveForest, member: number): boolean {
  return member >= 0 && member < count && heads[member] !== 0;
}
