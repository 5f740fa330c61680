import { addMonths } from '../../model/days.ts';
import { ordersOf } from './orders.ts';
import { moneyOf } from './prices.ts';
import type { World } from './world.ts';

/** Sums over all orders that other tables state; three numbers a listing, one an operator. */
export interface Tally {
  /** Unix second of the first payment for a listing; Infinity for none. */
  readonly firstPaid: Float64Array;
  /** Units of a listing that were paid for. */
  readonly sold: Float64Array;
  /** Minor units paid to an operator in the last twelve months. */
  readonly turnover: Float64Array;
}

/** Two passes: promotions begin after the first sale, and prices hang on promotions. */
export function tallyOrders(world: World): Tally {
  const firstPaid = new Float64Array(world.listings).fill(Number.POSITIVE_INFINITY);
  const sold = new Float64Array(world.listings);
  const turnover = new Float64Array(world.operators);
  const tally = { firstPaid, sold, turnover };
  for (const { paid, lines } of ordersOf(world)) {
    if (paid === null) continue;
    for (const { listing, quantity } of lines) {
      firstPaid[listing] = Math.min(firstPaid[listing]!, paid);
      sold[listing]! += quantity;
    }
  }
  const yearFrom = world.clock.at(addMonths(world.clock.day(world.until), -12));
  for (const order of ordersOf(world)) {
    if (order.paid === null || order.paid < yearFrom) continue;
    turnover[order.operator.index]! += moneyOf(world, tally, order).paid;
  }
  return tally;
}
