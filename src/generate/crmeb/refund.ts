import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, yuan } from '../names.ts';
import type { Order } from './order.ts';

export interface Refund {
  readonly order: Order;
  /** Days from signing for the parcel to asking. */
  readonly asked_after: number;
  /** Days from asking to the money; null where it never came. */
  readonly paid_after: number | null;
  readonly refused: boolean;
}

/** Takes orders off the front of `pool` and gives each the outcome asked for. */
export function makeRefunds(
  pool: Order[],
  count: number,
  outcome: (i: number) => Omit<Refund, 'order'>,
): Refund[] {
  const refunds: Refund[] = [];
  for (let i = 0; i < count; i++) {
    const order = pool.shift();
    if (!order) throw new RangeError(`only ${i} of ${count} orders to refund`);
    const refund = { order, ...outcome(i) };
    order.refund = refund.refused
      ? 'refused'
      : refund.paid_after === null
        ? 'requested'
        : 'refunded';
    refunds.push(refund);
  }
  return refunds;
}

export function refundRows(refunds: readonly Refund[]): DumpRow[] {
  return refunds.map(({ order, asked_after, paid_after, refused }, i) => {
    const asked = order.delivered! + asked_after * DAY_S;
    const amount = yuan(order.unit_minor * order.quantity);
    const handled = refused ? asked + DAY_S : paid_after === null ? 0 : asked + paid_after * DAY_S;
    return {
      id: i + 1,
      store_order_id: order.id,
      order_id: `rf${order.ordered}${String(order.id).padStart(7, '0')}`,
      uid: order.buyer.uid,
      refund_type: refused ? 3 : paid_after === null ? 1 : 6,
      refund_num: order.quantity,
      refund_price: amount,
      refunded_price: handled === 0 || refused ? '0.00' : amount,
      refund_explain: '不想要了',
      refund_reason: '七天无理由退货',
      refuse_reason: refused ? '本店商品不支持退货' : '',
      refunded_time: handled,
      add_time: asked,
    };
  });
}
