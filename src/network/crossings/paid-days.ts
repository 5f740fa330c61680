import { edgeOrder } from '../edge-order.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { replay } from '../history/replay.ts';
import type { AmountEvents, TieEvents } from '../history/replay.ts';
import type { DatedTree } from '../history/tie-intervals.ts';

/** Money by member_no and day. */
export interface Payments {
  readonly member: Int32Array;
  readonly day: Int32Array;
  /** Minor units paid; and what of it was not given back: less than nothing on days of refund. */
  readonly gross: Float64Array;
  readonly net: Float64Array;
}

export interface PaidDays {
  /** Members in question, in order; the arrays beside it are by the same index. */
  readonly member: Int32Array;
  /** First day with that much paid below, the member's own included; UNKNOWN_DAY for never. */
  readonly grossDay: Int32Array;
  readonly netDay: Int32Array;
}

/**
 * First days at whose end those who stood below a member had paid `threshold` by then. Refunds make
 * sums fall, so the days are lived through; but only with the members in question, below whom that
 * much was ever paid: what others pay counts from the day it reaches the nearest of them.
 */
export function paidDays(tree: DatedTree, payments: Payments, threshold: number): PaidDays {
  const asked = inQuestion(tree, payments, threshold);
  const member = Int32Array.from(asked.keys()).filter((no) => asked[no] === 1);
  const slotOf = new Int32Array(asked.length).fill(ROOT);
  member.forEach((no, slot) => (slotOf[no] = slot));
  const nearest = nearestAsked(tree, slotOf);
  const joinedDay = member.map((no) => tree.joinedDay[no]!);
  const ties = tieEvents(tree, member, slotOf);
  const daysOf = (amount: Float64Array): Int32Array => {
    const amounts = amountEvents(payments, amount, nearest);
    const targets = [{ sum: threshold, three_levels: false }];
    return replay({ joinedDay, ties, amounts, targets }).days[0]!;
  };
  return { member, grossDay: daysOf(payments.gross), netDay: daysOf(payments.net) };
}

/** What stands below each member in the present tree, its own included. */
export function sumsBelow(
  { parent, memberNo }: Pick<DatedTree, 'parent' | 'memberNo'>,
  payments: Payments,
  amount: Float64Array,
): Float64Array {
  const sums = new Float64Array(parent.length);
  payments.member.forEach((no, i) => (sums[no]! += amount[i]!));
  for (let node = memberNo.length - 1; node >= 0; node--) {
    const no = memberNo[node]!;
    const up = parent[no]!;
    if (up !== ROOT) sums[up]! += sums[no]!;
  }
  return sums;
}

/**
 * Whose sum can ever have come to the threshold. Where nobody moved a sum never was larger than it
 * is without refunds; where somebody did, all are asked if they have paid that much together.
 */
function inQuestion(tree: DatedTree, payments: Payments, threshold: number): Uint8Array {
  const asked = new Uint8Array(tree.parent.length);
  sumsBelow(tree, payments, payments.gross).forEach((sum, no) => {
    if (sum >= threshold) asked[no] = 1;
  });
  if (tree.history === null) return asked;
  const { members } = tree.history;
  const moved = new Uint8Array(asked.length);
  for (const no of members) moved[no] = 1;
  let together = 0;
  payments.member.forEach((no, i) => (together += moved[no] === 1 ? payments.gross[i]! : 0));
  for (const no of members) asked[no] = together >= threshold ? 1 : 0;
  return asked;
}

interface Nearest {
  /** Slot of the nearest in question at or above each member; ROOT where there is none. */
  readonly slot: Int32Array;
  /** Day by which everybody up to it was there and tied; what was paid before counts from it. */
  readonly from: Int32Array;
}

function nearestAsked({ parent, memberNo, tiedDay }: DatedTree, slotOf: Int32Array): Nearest {
  const slot = slotOf.slice();
  const from = new Int32Array(parent.length).fill(-UNKNOWN_DAY);
  for (const no of memberNo) {
    const up = parent[no]!;
    if (slotOf[no] !== ROOT || up === ROOT) continue;
    slot[no] = slot[up]!;
    from[no] = Math.max(from[up]!, tiedDay[no]!);
  }
  return { slot, from };
}

/** One amount a day for each in question, whoever below it paid. */
function amountEvents(payments: Payments, amount: Float64Array, nearest: Nearest): AmountEvents {
  const kept: number[] = [];
  payments.member.forEach((no, i) => {
    const late = nearest.from[no] === UNKNOWN_DAY;
    if (nearest.slot[no] !== ROOT && !late && amount[i] !== 0) kept.push(i);
  });
  const day = Int32Array.from(kept, (i) =>
    Math.max(payments.day[i]!, nearest.from[payments.member[i]!]!),
  );
  const order = edgeOrder(day, UNKNOWN_DAY) ?? day.map((_, at) => at);
  const out = { day: [] as number[], node: [] as number[], amount: [] as number[] };
  const today = new Map<number, number>();
  order.forEach((at, i) => {
    const slot = nearest.slot[payments.member[kept[at]!]!]!;
    today.set(slot, (today.get(slot) ?? 0) + amount[kept[at]!]!);
    if (i + 1 < order.length && day[order[i + 1]!] === day[at]) return;
    for (const [node, sum] of today) {
      out.day.push(day[at]!);
      out.node.push(node);
      out.amount.push(sum);
    }
    today.clear();
  });
  return out;
}

/** Ties between those in question: as they came about where somebody moved, else the present. */
function tieEvents(tree: DatedTree, member: Int32Array, slotOf: Int32Array): TieEvents {
  const { history, parent, tiedDay } = tree;
  const moved = new Uint8Array(parent.length);
  for (const no of history?.members ?? []) moved[no] = 1;
  const ties = member.filter((no) => {
    return moved[no] === 0 && parent[no] !== ROOT && tiedDay[no] !== UNKNOWN_DAY;
  });
  const made = [...(history?.member.keys() ?? [])].filter((i) => {
    return slotOf[history!.member[i]!] !== ROOT;
  });
  const day = Int32Array.from([
    ...Array.from(ties, (no) => tiedDay[no]!),
    ...made.map((i) => history!.day[i]!),
  ]);
  const order = edgeOrder(day, UNKNOWN_DAY) ?? day.map((_, at) => at);
  const slot = (no: number): number => (no === ROOT ? ROOT : slotOf[no]!);
  const node = [...ties].concat(made.map((i) => history!.member[i]!)).map(slot);
  const above = Array.from(ties, (no) => parent[no]!)
    .concat(made.map((i) => history!.above[i]!))
    .map(slot);
  return {
    day: order.map((at) => day[at]!),
    node: order.map((at) => node[at]!),
    above: order.map((at) => above[at]!),
  };
}
