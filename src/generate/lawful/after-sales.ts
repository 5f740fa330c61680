import type { Random } from '../random.ts';
import type { Market } from './markets/market.ts';
import { memberId } from './members.ts';
import type { Order } from './orders.ts';
import { ordersOf } from './orders.ts';
import { moneyOf } from './prices.ts';
import type { Row } from './row.ts';
import type { Tally } from './tally.ts';
import { DAY_S, HOUR_S, MINUTE_S } from './time.ts';
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
  /** A tenth is asked for, for what was missing. */
  readonly partial: boolean;
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
  const steps = stepsOf(world, order, random);
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

const plain = {
  no_reason: false,
  receives: null,
  refunds: null,
  refusal: null,
  partial: false,
} as const;
const noReason = { kind: 'return', no_reason: true } as const;

/** A return without a reason that the law lets the seller refuse. */
function refused(
  says: Market['words']['after_sale'],
  refusal: string,
  times: Pick<Steps, 'requested' | 'answers'>,
): Steps {
  return { ...plain, ...noReason, reason: says.no_reason, ...times, refusal, ends: 'refused' };
}

function stepsOf({ market }: World, order: Order, random: Random): Steps | null {
  const { pays, paid, delivered, fate } = order;
  const { after_sale: says } = market.words;
  if (paid === null) return null;
  if (fate === 'refunded_before_shipping') {
    const times = {
      requested: pays + HOUR_S,
      answers: pays + 3 * HOUR_S,
      refunds: pays + 4 * HOUR_S,
    };
    return { ...plain, kind: 'refund_only', reason: says.unshipped, ...times };
  }
  if (delivered === null) return null;
  const roll = random.fraction();
  const hours: Hours = (low, high) => random.between(low * 60, high * 60) * 60;
  const story = stories.find(({ below }) => roll < below);
  return story?.tell(delivered + hours(10, 140), hours, order, market) ?? null;
}

type Hours = (low: number, high: number) => number;

interface Story {
  /** Told of delivered orders whose roll is below this and above the story before. */
  readonly below: number;
  tell(requested: number, hours: Hours, order: Order, market: Market): Steps;
}

/** Asked in time, answered within a day, refunded within three of receiving the goods. */
const stories: readonly Story[] = [
  {
    below: 0.03,
    tell(requested, hours, { operator }, { words: { after_sale: says }, return_exclusions }) {
      const answers = requested + hours(2, 20);
      if (operator.goods.no_return && return_exclusions) {
        return refused(says, says.excluded, { requested, answers });
      }
      const receives = answers + hours(40, 120);
      return {
        ...plain,
        ...noReason,
        reason: says.no_reason,
        requested,
        answers,
        receives,
        refunds: receives + hours(4, 60),
      };
    },
  },
  {
    below: 0.04,
    tell(requested, hours, _, { words: { after_sale: says } }) {
      const answers = requested + hours(2, 20);
      const receives = answers + hours(40, 90);
      const times = { requested, answers, receives, refunds: receives + hours(4, 40) };
      return { ...plain, kind: 'return', reason: says.faulty, ...times };
    },
  },
  {
    below: 0.044,
    tell(requested, hours, _, { words: { after_sale: says } }) {
      const answers = requested + hours(2, 20);
      const times = { requested, answers, refunds: answers + hours(2, 20) };
      return { ...plain, kind: 'refund_only', reason: says.missing, partial: true, ...times };
    },
  },
  {
    below: 0.05,
    tell(requested, hours, _, { words: { after_sale: says } }) {
      const answers = requested + hours(2, 20);
      const kind = answers % 2 === 0 ? 'exchange' : 'repair';
      const times = { requested, answers, receives: answers + hours(40, 90) };
      return { ...plain, kind, reason: says.faulty, ...times };
    },
  },
  {
    below: 0.053,
    tell(inTime, hours, _, { return_days, words: { after_sale: says } }) {
      const requested = inTime + (return_days + 2) * DAY_S;
      return refused(says, says.late, { requested, answers: requested + hours(2, 20) });
    },
  },
  {
    below: 0.056,
    tell(requested, hours, _, { words: { after_sale: says } }) {
      const times = { requested, answers: requested + hours(2, 20) };
      return { ...plain, kind: 'exchange', reason: says.size, ...times, ends: 'withdrawn' };
    },
  },
];

/** Minor units given back for an order so far: all of it, but a tenth where pieces were missing. */
export function refundedOf(after: AfterSale | null, paid: number): number {
  if (after === null || after.refunded === null) return 0;
  return askedOf(after, paid);
}

function askedOf({ kind, partial }: AfterSale, paid: number): number {
  if (kind === 'exchange' || kind === 'repair') return 0;
  return partial ? Math.floor(paid / 10) : paid;
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
      unopened: after.no_reason,
      amount_minor: askedOf(after, paid),
      refunded_minor: refundedOf(after, paid),
      requested_at: after.requested,
      acknowledged_at: past(world, after.requested + MINUTE_S),
      answered_at: after.answered,
      received_back_at: after.received,
      refunded_at: after.refunded,
      status: after.status,
      refusal_reason: after.status === 'refused' ? after.refusal : null,
    };
  }
}
