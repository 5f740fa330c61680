import type { Random } from '../random.ts';
import { sessionBefore } from './live-sessions.ts';
import type { Session } from './live-sessions.ts';
import { joinedBefore, recruiterOf } from './members.ts';
import { operatorAt, pickOperator, trades } from './operators.ts';
import type { Operator } from './operators.ts';
import { DAY_S, HOUR_S, MINUTE_S } from './time.ts';
import { LISTINGS_PER_OPERATOR, past } from './world.ts';
import type { World } from './world.ts';

export interface OrderLine {
  /** Index of the listing. */
  readonly listing: number;
  readonly quantity: number;
}

/** One order without its money, which hangs on the promotions of its day. */
export interface Order {
  readonly index: number;
  readonly id: string;
  /** Index of the member. */
  readonly buyer: number;
  /** Index of the recruiter, to whom the sale is credited. */
  readonly promoter: number | null;
  readonly operator: Operator;
  readonly lines: readonly OrderLine[];
  readonly session: Session | null;
  /** Number of the group buy. */
  readonly group: number | null;
  readonly ordered: number;
  readonly paid: number | null;
  /** When paid, though the data may end before it is. */
  readonly pays: number;
  readonly shipped: number | null;
  readonly delivered: number | null;
  readonly cancelled: number | null;
  readonly fate: 'normal' | 'unpaid' | 'refunded_before_shipping';
}

/** What a listing of an operator is for, by its place among them. */
export const places = { promotion: 1, group_buy: 2, live: 3 } as const;

/** Every twentieth order is one of three of a group. */
export const GROUP_EVERY = 20;
export const GROUP_PEOPLE = 3;
const GROUP_SPAN = GROUP_EVERY * GROUP_PEOPLE;

export function groupsOf({ orders }: World): number {
  return Math.floor(orders / GROUP_SPAN);
}

/** When the order of that index would be made, were it a plain one. */
export function nominalTime({ from, until, orders }: World, index: number): number {
  return Math.floor(from + ((index + 0.5) / orders) * (until - from));
}

export function orderAt(world: World, index: number): Order {
  const random = world.chance('order', index);
  const group = Math.floor(index / GROUP_SPAN);
  if (index % GROUP_EVERY === 0 && group < groupsOf(world)) return groupOrder(world, index, group);
  const at = nominalTime(world, index);
  if (index % GROUP_EVERY === 7) {
    const live = liveOrder(world, index, random, at);
    if (live !== null) return live;
  }
  const roll = random.fraction();
  const fate = roll < 0.04 ? 'unpaid' : roll < 0.055 ? 'refunded_before_shipping' : 'normal';
  const operator = pickOperator(world, random, at);
  const first = plainListing(operator, random);
  const second = random.chance(0.2) ? plainListing(operator, random) : first;
  const lines = [first, ...(second === first ? [] : [second])];
  return make(world, index, random, { at, fate, operator, lines });
}

/** Goods of a shop that are neither for groups nor for live sessions. */
function plainListing({ index }: Operator, random: Random): number {
  return index * LISTINGS_PER_OPERATOR + random.pick([0, places.promotion, 4, 5]);
}

function liveOrder(world: World, index: number, random: Random, at: number): Order | null {
  const count = Math.floor(world.operators / 10);
  const operator = operatorAt(world, random.below(count) * 10 + 9);
  const session = sessionBefore(world, operator, at);
  if (session === null || !trades(operator, session.starts)) return null;
  const lines = [operator.index * LISTINGS_PER_OPERATOR + places.live];
  const during = session.starts + MINUTE_S + random.below(110 * MINUTE_S);
  return make(world, index, random, { at: during, fate: 'normal', operator, lines, session });
}

export interface Group {
  readonly id: string;
  readonly listing: number;
  readonly operator: Operator;
  readonly opened: number;
  readonly members: readonly number[];
}

/** Three people, who order a few minutes apart. */
export function groupAt(world: World, group: number): Group {
  const random = world.chance('group', group);
  const opened = nominalTime(world, group * GROUP_SPAN);
  const operator = pickOperator(world, random, opened);
  const there = joinedBefore(world, opened - DAY_S) - GROUP_PEOPLE;
  const first = random.below(there);
  return {
    id: `GB${group}`,
    listing: operator.index * LISTINGS_PER_OPERATOR + places.group_buy,
    operator,
    opened,
    members: [first, first + 1, first + 2],
  };
}

export function* groupsIn(world: World): Iterable<Group> {
  for (let group = 0; group < groupsOf(world); group++) yield groupAt(world, group);
}

function groupOrder(world: World, index: number, number: number): Order {
  const group = groupAt(world, number);
  const nth = (index % GROUP_SPAN) / GROUP_EVERY;
  const random = world.chance('order', index);
  return make(world, index, random, {
    at: group.opened + nth * 7 * MINUTE_S,
    fate: 'normal',
    operator: group.operator,
    lines: [group.listing],
    group: number,
    buyer: group.members[nth]!,
  });
}

interface Making {
  readonly at: number;
  readonly fate: Order['fate'];
  readonly operator: Operator;
  readonly lines: readonly number[];
  readonly session?: Session;
  readonly group?: number;
  readonly buyer?: number;
}

function make(world: World, index: number, random: Random, making: Making): Order {
  const { at, fate, operator, session = null, group = null } = making;
  const buyer = making.buyer ?? random.below(joinedBefore(world, at - DAY_S));
  const pays = at + random.between(MINUTE_S, 3 * MINUTE_S);
  const paid = fate === 'unpaid' ? null : past(world, pays);
  const ships = pays + random.between(4 * HOUR_S, 40 * HOUR_S);
  const shipped = fate === 'normal' && paid !== null ? past(world, ships) : null;
  const delivers = ships + random.between(20 * HOUR_S, 90 * HOUR_S);
  const cancels = fate === 'unpaid' ? at + 30 * MINUTE_S : pays + 3 * HOUR_S;
  return {
    index,
    id: `O${index}`,
    buyer,
    promoter: recruiterOf(buyer),
    operator,
    lines: making.lines.map((listing) => ({ listing, quantity: random.between(1, 3) })),
    session,
    group,
    ordered: at,
    paid,
    pays,
    shipped,
    delivered: shipped === null ? null : past(world, delivers),
    cancelled: fate === 'normal' ? null : past(world, cancels),
    fate,
  };
}

export function* ordersOf(world: World): Iterable<Order> {
  for (let index = 0; index < world.orders; index++) yield orderAt(world, index);
}
