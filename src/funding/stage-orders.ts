import type { ScanSite } from '../engine/scan-site.ts';
import { qualifying_days } from './scope.ts';
import type { FundingScope } from './scope.ts';

/** `pp_fund_order`: every order with the source its money is, and why. */
export async function stageOrders(site: ScanSite, scope: FundingScope): Promise<void> {
  const reason = reasonSql(scope);
  await site.make(
    'pp_fund_order',
    `WITH reasoned AS (
      SELECT o.*, f.funding AS fee_funding, ${reason} AS reason
      FROM pp_fund_paid o
      CROSS JOIN pp_fund_plan p
      LEFT JOIN pp_fund_fee f ON f.fee_id = o.fee_id
      LEFT JOIN pp_fund_member m ON m.member_id = o.buyer_id
      LEFT JOIN pp_fund_crossing x ON x.order_id = o.order_id
    )
    SELECT order_id, parent_order_id, buyer_id, promoter_id, bought_at, fee_id, kept_minor, reason,
      CASE
        WHEN reason IN ('order_that_joined', 'fee_for_joining') THEN fee_funding
        WHEN reason IN ('order_at_rank_threshold', 'order_before_right')
          THEN 'qualifying_purchase'
        WHEN reason = 'order_of_participant' THEN 'own_use'
        WHEN reason IN ('order_of_outsider', 'buyer_without_account', 'order_before_joining')
          THEN 'outside_retail'
        ELSE 'unknown'
      END AS funding
    FROM reasoned`,
  );
}

/** First what is sure, then what the dates say. */
function reasonSql({ has }: FundingScope): string {
  const stranger = has('member') ? `'buyer_without_account'` : `'participant_not_known'`;
  const within = `o.bought_at >= m.opened_at - INTERVAL ${qualifying_days} DAY`;
  return `CASE
    WHEN f.funding = 'qualifying_purchase' THEN 'order_that_joined'
    WHEN f.funding = 'entry_fee' THEN 'fee_for_joining'
    WHEN f.fee_id IS NOT NULL THEN 'fee_kind_not_known'
    WHEN o.buyer_id IS NULL THEN 'buyer_not_named'
    WHEN m.member_id IS NULL THEN ${stranger}
    WHEN m.participant IS NULL THEN 'participant_not_known'
    WHEN NOT m.participant THEN 'order_of_outsider'
    WHEN x.order_id IS NOT NULL THEN 'order_at_rank_threshold'
    WHEN o.bought_at > m.opened_at THEN 'order_of_participant'
    WHEN m.exact AND o.bought_at IS NOT NULL AND NOT (${within}) THEN 'order_before_joining'
    WHEN m.exact AND o.bought_at IS NOT NULL AND p.asks_purchase THEN 'order_before_right'
    WHEN m.exact AND o.bought_at IS NOT NULL AND p.asks_purchase = FALSE
      THEN 'order_before_joining'
    WHEN p.asks_purchase = FALSE THEN 'order_of_participant'
    WHEN o.bought_at IS NULL THEN 'order_not_dated'
    ELSE 'right_not_dated'
  END`;
}

/** That an order of `pp_fund_order` was not split; one that was counts by its parts. */
export function isWhole(order: string, orders = 'pp_fund_order'): string {
  return `NOT EXISTS (SELECT 1 FROM ${orders} part WHERE part.parent_order_id = ${order}.order_id)`;
}
