import type { Localised } from '../../model/localised.ts';
import type { FilledTable, Row } from '../lawful/row.ts';
import { DAY_S, HOUR_S } from '../lawful/time.ts';
import type { Random } from '../random.ts';

/** Canonical tables of one case, made row by row. */
export type CaseRows = { readonly [T in FilledTable]?: Iterable<Row<T>> };

/** A published case: figures somebody decided, and generated data that reproduce them. */
export interface PublishedCase {
  readonly doc: Localised;
  /** Who published the figures, and how far they were read. */
  readonly source: Localised;
  /** As published; money in minor units of `currency`. */
  readonly published: Readonly<Record<string, number>>;
  readonly currency: 'CNY' | 'USD' | 'EUR';
  /** As many as the case had, or a share of them where that would be too many to begin with. */
  readonly members: number;
  make(members: number, random: Random): CaseRows;
}

/** Who joined when, and under whom; rows of `member`, ids from 1 in joining order. */
export interface Joining {
  readonly parent: Int32Array;
  /** Unix seconds of the first to join, and days until the last. */
  readonly from: number;
  readonly days: number;
  readonly tierOf?: (member: number) => string | null;
  readonly promoter?: (member: number) => boolean;
}

export function idOf(member: number): string {
  return String(member + 1);
}

/** Unix seconds: members join at a steady pace. */
export function joinedAt({ parent, from, days }: Joining, member: number): number {
  return from + Math.floor((member * days * DAY_S) / parent.length);
}

export function* memberRows(joining: Joining): Iterable<Row<'member'>> {
  const { parent, tierOf, promoter } = joining;
  const direct = new Uint32Array(parent.length);
  for (const up of parent) if (up >= 0) direct[up]!++;
  for (const [member, up] of parent.entries()) {
    yield {
      member_id: idOf(member),
      recruiter_id: up < 0 ? null : idOf(up),
      joined_at: joinedAt(joining, member),
      bound_at: up < 0 ? null : joinedAt(joining, member),
      tier: tierOf?.(member) ?? null,
      is_promoter: promoter?.(member) ?? true,
      status: 'active',
      deleted: false,
      direct_cached: direct[member]!,
    };
  }
}

/** One payment on joining each, of whoever pays. */
export function* entryFees(
  joining: Joining,
  amountOf: (member: number) => number,
): Iterable<Row<'fee'>> {
  for (const member of joining.parent.keys()) {
    const amount_minor = amountOf(member);
    if (amount_minor === 0) continue;
    yield {
      fee_id: `F${idOf(member)}`,
      member_id: idOf(member),
      kind: 'entry',
      amount_minor,
      paid_at: joinedAt(joining, member),
      refunded_minor: 0,
    };
  }
}

/** How many pairs of a member and one of the uplines within so many levels there are. */
function paidPairs(parent: Int32Array, depth: number): number {
  let pairs = 0;
  for (const member of parent.keys()) {
    for (let up = parent[member]!, i = 0; up >= 0 && i < depth; up = parent[up]!, i++) pairs++;
  }
  return pairs;
}

export interface TeamPay {
  /** Commission in all, in minor units: even parts to everybody within `depth` levels above. */
  readonly total: number;
  readonly depth: number;
  readonly kindOf: (member: number, level: number) => string;
  readonly orderOf?: (member: number) => string;
}

/** What the uplines of everybody earned on the day it joined. */
export function* teamPay(joining: Joining, pay: TeamPay): Iterable<Row<'commission'>> {
  const { parent } = joining;
  const { total, depth, kindOf, orderOf } = pay;
  const pairs = paidPairs(parent, depth);
  const part = Math.floor(total / pairs);
  let left = total - part * pairs;
  for (const member of parent.keys()) {
    const accrued_at = joinedAt(joining, member) + 2 * HOUR_S;
    for (let level = 1, up = parent[member]!; up >= 0 && level <= depth; level++) {
      yield {
        commission_id: `C${idOf(member)}-${level}`,
        beneficiary_id: idOf(up),
        amount_minor: part + (left-- > 0 ? 1 : 0),
        kind: kindOf(member, level),
        source_member_id: idOf(member),
        order_id: orderOf?.(member) ?? null,
        level,
        status: 'paid',
        accrued_at,
        paid_at: accrued_at + DAY_S,
      };
      up = parent[up]!;
    }
  }
}

/** An order paid and completed. */
export function paidOrder(
  order_id: string,
  buyer: number,
  amount_minor: number,
  paid_at: number,
): Row<'order'> {
  return {
    order_id,
    buyer_id: idOf(buyer),
    amount_minor,
    paid_minor: amount_minor,
    refunded_minor: 0,
    paid: true,
    ordered_at: paid_at,
    paid_at,
    status: 'completed',
    refund_status: 'none',
    deleted: false,
  };
}
