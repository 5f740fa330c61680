import type { ScanSite } from '../engine/scan-site.ts';
import type { FundingScope } from './scope.ts';

/**
 * `pp_fund_fee` and `pp_fund_paid`: what came in by fee and by order, net of what was given back,
 * up to the day judged as of. `kept_minor` is null where the data name no amount.
 */
export async function stagePayments(site: ScanSite, scope: FundingScope): Promise<void> {
  await site.make('pp_fund_fee', `${paidFeesSql(scope)}`);
  await site.make('pp_fund_paid', `${paidOrdersSql(scope, 'pp_fund_fee')}`);
}

/** A fee without a day of payment was never paid, unless no fee has one. */
export function paidFeesSql({ before, has }: FundingScope): string {
  const paid = has('fee.paid_at') ? `paid_at < ${before}` : 'TRUE';
  return `SELECT fee_id, member_id, order_id, kind, paid_at,
      CASE WHEN kind IN ('purchase_to_join', 'upgrade') AND order_id IS NOT NULL
          THEN 'qualifying_purchase'
        WHEN kind IN ('entry', 'purchase_to_join', 'upgrade', 'renewal', 'deposit')
          THEN 'entry_fee'
        ELSE 'unknown' END AS funding,
      kind IN ('entry', 'purchase_to_join') AS opens,
      CASE WHEN amount_minor IS NOT NULL
        THEN greatest(amount_minor - greatest(coalesce(refunded_minor, 0), 0), 0) END AS kept_minor
    FROM fee WHERE ${paid}`;
}

/**
 * Paid orders beside the fee that was paid by each, of a relation as `paidFeesSql` makes. Refunds
 * stand on the after-sale record where there is one, else on the order.
 */
export function paidOrdersSql({ before }: FundingScope, fees: string): string {
  return `WITH back AS (
      SELECT order_id, sum(refunded_minor) AS refunded_minor FROM after_sale
      WHERE refunded_minor IS NOT NULL AND order_id IS NOT NULL
        AND (refunded_at IS NULL OR refunded_at < ${before})
      GROUP BY order_id
    ),
    joining AS (
      SELECT order_id, min(fee_id) AS fee_id FROM ${fees}
      WHERE order_id IS NOT NULL GROUP BY order_id
    )
    SELECT o.order_id, o.parent_order_id, o.buyer_id, o.promoter_id,
      coalesce(o.paid_at, o.ordered_at) AS bought_at, j.fee_id,
      CASE
        WHEN o.paid = FALSE OR o.paid IS NULL AND o.status IN ('unpaid', 'cancelled') THEN 0
        WHEN b.order_id IS NULL AND o.refunded_minor IS NULL
          AND (o.refund_status = 'refunded' OR o.status = 'refunded') THEN 0
        WHEN coalesce(o.paid_minor, o.amount_minor) IS NULL THEN NULL
        ELSE greatest(coalesce(o.paid_minor, o.amount_minor)
          - greatest(coalesce(b.refunded_minor, o.refunded_minor, 0), 0), 0)
      END AS kept_minor
    FROM orders o
    LEFT JOIN back b ON b.order_id = o.order_id
    LEFT JOIN joining j ON j.order_id = o.order_id
    WHERE o.order_id IS NOT NULL
      AND (coalesce(o.paid_at, o.ordered_at) IS NULL
        OR coalesce(o.paid_at, o.ordered_at) < ${before})`;
}
