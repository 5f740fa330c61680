import type { Order } from './orders.ts';
import { places } from './orders.ts';
import { operatorAt } from './operators.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { LISTINGS_PER_OPERATOR } from './world.ts';
import type { World } from './world.ts';

/** A time in which a listing costs less, its usual price struck through. */
export interface Promotion {
  readonly starts: number;
  readonly ends: number;
}

const EVERY = 60 * DAY_S;
const LASTS = 3 * DAY_S;

/** What a listing costs outside promotions, minor units in steps of ten fen. */
export function basePrice(world: World, listing: number): number {
  const { goods } = operatorAt(world, Math.floor(listing / LISTINGS_PER_OPERATOR));
  const [low, high] = goods.price;
  return 10 * world.chance('price', listing).between(low / 10, high / 10);
}

export function groupPrice(base: number): number {
  return 10 * Math.round((base * 0.85) / 10);
}

export function promotionPrice(base: number): number {
  return 10 * Math.round((base * 0.9) / 10);
}

/**
 * At most one a listing: it begins when the goods have been sold at the usual price and at no
 * other, so that what is struck through is the lowest deal of any seven days before it.
 */
export function promotionOf(world: World, tally: Tally, listing: number): Promotion | null {
  if (listing % LISTINGS_PER_OPERATOR !== places.promotion) return null;
  const operator = Math.floor(listing / LISTINGS_PER_OPERATOR);
  const { notice } = operatorAt(world, operator);
  const last = Math.min(world.until, notice ?? world.until) - DAY_S;
  const firstStart = world.clock.at('2024-04-01', 10 * HOUR_S);
  for (let starts = firstStart + (operator % 60) * DAY_S; starts + LASTS <= last; starts += EVERY) {
    if (tally.firstPaid[listing]! + DAY_S < world.clock.midnight(starts))
      return { starts, ends: starts + LASTS };
  }
  return null;
}

function unitPrice(world: World, tally: Tally, listing: number, order: Order): number {
  const base = basePrice(world, listing);
  if (order.group !== null) return groupPrice(base);
  const at = order.ordered;
  const promotion = promotionOf(world, tally, listing);
  return promotion !== null && promotion.starts <= at && at < promotion.ends
    ? promotionPrice(base)
    : base;
}

export interface OrderMoney {
  /** Minor units a unit, by line. */
  readonly prices: readonly number[];
  readonly amount: number;
  readonly paid: number;
}

export function moneyOf(world: World, tally: Tally, order: Order): OrderMoney {
  const prices = order.lines.map(({ listing }) => unitPrice(world, tally, listing, order));
  const amount = order.lines.reduce((sum, { quantity }, i) => sum + quantity * prices[i]!, 0);
  return { prices, amount, paid: order.paid === null ? 0 : amount };
}
