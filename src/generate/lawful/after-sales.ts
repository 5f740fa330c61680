import type { Random } from '../random.ts';
import { memberId } from './members.ts';
import type { Order } from './orders.ts';
import { ordersOf } from './orders.ts';
import { moneyOf } from './prices.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S } from './time.ts';
import { past } from './world.ts';
import type { World } from './world.ts';

export interface AfterSale {
  readonly kind: 'refund_only' | 'return' | 'exchange' | 'repair';
  readonly reason: string;
  readonly no_reason: boolean;
  readonly requested: number;
  readonly answered: number | null;
  readonly received: number | null;
  readonly refunded: number | null;
  readonly status: 'open' | 'agreed' | 'refused' | 'done' | 'withdrawn';
  readonly refusal: string | null;
}

type Steps = Omit<AfterSale, 'answered' | 'received' | 'refunded' | 'status'> & {
  readonly answers: number;
  readonly receives: number | null;
  readonly refunds: number | null;
  readonly ends?: 'refused' | 'withdrawn';
};

/** What became of an order after it was paid, as far as the data have come; null for nothing. */
export function afterSaleOf(world: World, order: Order): AfterSale | null {
  const random = world.chance('after_sale', order.index);
  const steps = stepsOf(order, random);
  if (steps === null || steps.requested > world.until) return null;
  const { answers, receives, refunds, ends, ...said } = steps;
  const answered = past(world, answers);
  const refunded = refunds === null ? null : past(world, refunds);
  const over = refunds === null ? answered : refunded;
  const agreed = answered === null ? 'open' : 'agreed';
  return {
    ...said,
    answered,
    received: receives === null ? null : past(world, receives),
    refunded,
    status: over === null ? agreed : (ends ?? 'done'),
  };
}

const refused = '已超过七日，且商品无质量问题';

function stepsOf(order: Order, random: Random): Steps | null {
  const { pays, paid, delivered, fate, operator } = order;
  if (paid === null) return null;
  if (fate === 'refunded_before_shipping') {
    const requested = pays + HOUR_S;
    const answers = pays + 3 * HOUR_S;
    return {
      ...plain,
      kind: 'refund_only',
      reason: '不想要了，尚未发货',
      requested,
      answers,
      refunds: answers + HOUR_S,
    };
  }
  if (delivered === null) return null;
  const roll = random.fraction();
  const hours = (low: number, high: number): number => random.between(low * 60, high * 60) * 60;
  const within = delivered + hours(10, 140);
  const answers = within + hours(2, 20);
  if (roll < 0.03) {
    const asked = { kind: 'return', reason: '七天无理由退货', no_reason: true } as const;
    if (operator.goods.no_return) {
      const refusal = '鲜活易腐商品，下单时已逐次确认不适用无理由退货';
      return { ...plain, ...asked, requested: within, answers, refusal, ends: 'refused' };
    }
    const receives = answers + hours(40, 120);
    return {
      ...plain,
      ...asked,
      requested: within,
      answers,
      receives,
      refunds: receives + hours(4, 60),
    };
  }
  if (roll < 0.04) {
    const receives = answers + hours(40, 90);
    const reason = '商品有瑕疵';
    return {
      ...plain,
      kind: 'return',
      reason,
      requested: within,
      answers,
      receives,
      refunds: receives + hours(4, 40),
    };
  }
  if (roll < 0.044) {
    return {
      ...plain,
      kind: 'refund_only',
      reason: '少件补差',
      requested: within,
      answers,
      refunds: answers + hours(2, 20),
    };
  }
  if (roll < 0.05) {
    const kind = roll < 0.047 ? 'exchange' : 'repair';
    const receives = answers + hours(40, 90);
    return { ...plain, kind, reason: '商品有瑕疵', requested: within, answers, receives };
  }
  if (roll < 0.053) {
    const requested = delivered + 9 * DAY_S + hours(10, 200);
    const asked = { kind: 'return', reason: '七天无理由退货', no_reason: true } as const;
    return {
      ...plain,
      ...asked,
      requested,
      answers: requested + hours(2, 20),
      refusal: refused,
      ends: 'refused',
    };
  }
  if (roll < 0.056) {
    return {
      ...plain,
      kind: 'exchange',
      reason: '尺码不合适',
      requested: within,
      answers,
      ends: 'withdrawn',
    };
  }
  return null;
}

const plain = { no_reason: false, receives: null, refunds: null, refusal: null } as const;

/** Minor units given back for an order so far: all of it, but a tenth where pieces were missing. */
export function refundedOf(after: AfterSale | null, paid: number): number {
  if (after === null || after.refunded === null) return 0;
  return askedOf(after, paid);
}

function askedOf({ kind, reason }: AfterSale, paid: number): number {
  if (kind === 'exchange' || kind === 'repair') return 0;
  return reason === '少件补差' ? Math.floor(paid / 10) : paid;
}

export function* afterSaleRows(world: World, tally: Tally): Iterable<Row<'after_sale'>> {
  for (const order of ordersOf(world)) {
    const after = afterSaleOf(world, order);
    if (after === null) continue;
    const { paid } = moneyOf(world, tally, order);
    yield {
      after_sale_id: `AS${order.index}`,
      order_id: order.id,
      member_id: memberId(order.buyer),
      kind: after.kind,
      reason: after.reason,
      no_reason: after.no_reason,
      amount_minor: askedOf(after, paid),
      refunded_minor: refundedOf(after, paid),
      requested_at: after.requested,
      answered_at: after.answered,
      received_back_at: after.received,
      refunded_at: after.refunded,
      status: after.status,
      refusal_reason: after.status === 'refused' ? after.refusal : null,
    };
  }
}
