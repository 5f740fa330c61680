import { afterSaleOf, refundedOf } from './after-sales.ts';
import type { AfterSale } from './after-sales.ts';
import { listingId, titleOf } from './listings.ts';
import { memberId } from './members.ts';
import type { Order } from './orders.ts';
import { ordersOf } from './orders.ts';
import { moneyOf } from './prices.ts';
import type { Row } from './row.ts';
import { shareOf } from './shares.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

export function* orderRows(world: World, tally: Tally): Iterable<Row<'order'>> {
  for (const order of ordersOf(world)) {
    const { amount, paid } = moneyOf(world, tally, order);
    const after = afterSaleOf(world, order);
    const refunded = refundedOf(after, paid);
    yield {
      order_id: order.id,
      order_no: orderNo(world, order),
      parent_order_id: null,
      buyer_id: memberId(order.buyer),
      operator_id: order.operator.id,
      shop_id: `${order.session === null ? 'S' : 'SL'}${order.operator.index}`,
      promoter_id: order.promoter === null ? null : memberId(order.promoter),
      content_id: null,
      live_session_id: order.session?.id ?? null,
      amount_minor: amount,
      paid_minor: paid,
      refunded_minor: refunded,
      paid: order.paid !== null,
      ordered_at: order.ordered,
      paid_at: order.paid,
      shipped_at: order.shipped,
      delivered_at: order.delivered,
      ship_by: order.pays + 2 * DAY_S,
      deliver_by: order.pays + 10 * DAY_S,
      delay_consented_at: null,
      cancelled_at: order.cancelled,
      cancelled_by: order.cancelled === null ? null : 'buyer',
      ...invoiceOf(world, order),
      group_buy_id: order.group === null ? null : `GB${order.group}`,
      share_id: shareOf(order),
      status: statusOf(order, paid > 0 && refunded === paid),
      refund_status: refundStatusOf(after, refunded),
      deleted: false,
    };
  }
}

/** Every seventh buyer asks for an invoice when the parcel has come, and has it the day after. */
function invoiceOf(
  { until }: World,
  { index, delivered }: Order,
): Pick<Row<'order'>, 'invoice_asked_at' | 'invoiced_at'> {
  if (index % 7 !== 0 || delivered === null || delivered + DAY_S > until) {
    return { invoice_asked_at: null, invoiced_at: null };
  }
  return { invoice_asked_at: delivered, invoiced_at: delivered + DAY_S };
}

function orderNo(world: World, { ordered, index }: Order): string {
  return world.clock.day(ordered).replaceAll('-', '') + String(index).padStart(9, '0');
}

function statusOf(order: Order, back: boolean): string {
  if (order.paid === null) return order.cancelled === null ? 'unpaid' : 'cancelled';
  if (back) return 'refunded';
  if (order.delivered !== null) return 'delivered';
  return order.shipped === null ? 'paid' : 'shipped';
}

function refundStatusOf(after: AfterSale | null, refunded: number): string {
  if (refunded > 0) return 'refunded';
  if (after === null || after.kind === 'exchange' || after.kind === 'repair') return 'none';
  return after.status === 'refused' ? 'refused' : 'requested';
}

export function* orderLineRows(world: World, tally: Tally): Iterable<Row<'order_line'>> {
  for (const order of ordersOf(world)) {
    const { prices } = moneyOf(world, tally, order);
    const { goods } = order.operator;
    const made = order.pays - 20 * DAY_S;
    for (const [i, { listing, quantity }] of order.lines.entries()) {
      yield {
        order_line_id: `${order.id}-${i + 1}`,
        order_id: order.id,
        listing_id: listingId(listing),
        title: titleOf(world, listing),
        quantity,
        price_minor: prices[i]!,
        preselected: false,
        gift: false,
        no_return_confirmed: goods.no_return && world.market.return_exclusions,
        batch: `B${world.clock.day(made).slice(0, 7)}`,
        expires_on: goods.licence === 'food' ? world.clock.day(made + 365 * DAY_S) : null,
        reference_price_minor: 0,
      };
    }
  }
}

export function* shipmentRows(world: World): Iterable<Row<'shipment'>> {
  const { carriers } = world.market.words;
  for (const { index, id, shipped, delivered } of ordersOf(world)) {
    if (shipped === null) continue;
    yield {
      shipment_id: `SH${index}`,
      order_id: id,
      carrier: carriers[index % carriers.length]!,
      tracking_no: `QN${String(index).padStart(12, '0')}`,
      shipped_at: shipped,
      delivered_at: delivered,
    };
  }
}

/** Three buyers in ten write, what they think and unpaid. */
export function* reviewRows(world: World): Iterable<Row<'review'>> {
  const { praise, doubts } = world.market.words;
  for (const { index, id, buyer, lines, delivered } of ordersOf(world)) {
    const random = world.chance('review', index);
    if (delivered === null || !random.chance(0.3)) continue;
    const created_at = delivered + random.between(5, 200) * HOUR_S;
    if (created_at > world.until) continue;
    const score = random.pick([5, 5, 5, 5, 4, 4, 3, 2]);
    yield {
      review_id: `R${index}`,
      listing_id: listingId(lines[0]!.listing),
      order_id: id,
      member_id: memberId(buyer),
      score,
      body: random.pick(score > 3 ? praise : doubts),
      planted: false,
      incentive: '',
      incentive_for_praise: false,
      insider: false,
      insider_disclosed: false,
      hidden: false,
      deleted: false,
      created_at,
      deleted_at: null,
    };
  }
}
