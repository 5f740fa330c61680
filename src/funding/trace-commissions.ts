import type { ScanSite } from '../engine/scan-site.ts';
import type { FundingScope } from './scope.ts';

/**
 * `commission_funding`: every commission that stands, traced to the payment it was paid for. What
 * the commissions of one payment exceed it by is subsidy, shared among them in proportion: entry by
 * entry in order of amount and id, each part the difference of two rounded running sums, so that
 * the parts are whole and sum exactly.
 */
export async function traceCommissions(site: ScanSite, scope: FundingScope): Promise<void> {
  await stageSources(site, scope);
  const { shareOf } = scope.words;
  await site.keep(
    'commission_funding',
    `WITH running AS (
      SELECT *,
        sum(amount_minor) OVER (${cause}
          ORDER BY amount_minor DESC NULLS LAST, ${entry_order} ROWS UNBOUNDED PRECEDING) AS upto,
        sum(amount_minor) OVER (${cause}) AS caused
      FROM pp_fund_traced
    ),
    covered AS (
      SELECT *, CASE
        WHEN source_id IS NULL OR kept_minor IS NULL OR caused <= kept_minor THEN amount_minor
        ELSE ${shareOf('upto', 'kept_minor', 'caused')}
          - ${shareOf('(upto - amount_minor)', 'kept_minor', 'caused')}
      END AS covered_minor FROM running
    ),
    parts AS (
      SELECT *, 1 AS part, funding AS paid_by, reason AS why, covered_minor AS share FROM covered
      WHERE covered_minor IS NULL OR covered_minor <> 0 OR amount_minor = 0
      UNION ALL
      SELECT *, CASE WHEN covered_minor = 0 THEN 1 ELSE 2 END AS part, 'subsidy' AS paid_by,
        'exceeds_source' AS why, amount_minor - covered_minor AS share FROM covered
      WHERE amount_minor <> covered_minor
    )
    SELECT commission_id, part, beneficiary_id, plan_id, kind, level, accrued_on,
      paid_by AS funding,
      CASE
        WHEN funding IN ('entry_fee', 'qualifying_purchase') OR kind IN ('recruit', 'entry_fee')
          THEN 'recruitment'
        WHEN paid_by = 'own_use' THEN 'own_use'
        WHEN paid_by = 'outside_retail' THEN 'retail'
        ELSE 'open'
      END AS counts_as, why AS reason, CAST(share AS BIGINT) AS amount_minor,
      source_table, source_id, payer_id, entry_no
    FROM parts`,
    `${entry_order}, part`,
  );
}

/** All that one payment caused; what names none is not laid together. */
const cause = `PARTITION BY source_table, source_id,
  CASE WHEN source_id IS NULL THEN commission_id END`;

/** The order of entries, in which no two are equal. */
const entry_order = 'commission_id NULLS LAST, beneficiary_id NULLS LAST, entry_no';

/** The payment of each entry: its order, else the fee of the recruit it was paid for. */
async function stageSources(site: ScanSite, { has }: FundingScope): Promise<void> {
  const none = has('fee') ? `'paid_by_head_without_fee'` : `'fee_not_supplied'`;
  await site.make(
    'pp_fund_traced',
    `WITH by_head AS (
      SELECT commission_id, beneficiary_id, entry_no, fee_id FROM (
        SELECT e.commission_id, e.beneficiary_id, e.entry_no, f.fee_id, row_number() OVER (
            PARTITION BY e.commission_id, e.beneficiary_id, e.entry_no
            ORDER BY coalesce(f.paid_at > e.accrued_at, FALSE),
              CASE WHEN f.paid_at <= e.accrued_at THEN f.paid_at END DESC NULLS LAST,
              f.paid_at NULLS LAST, f.fee_id NULLS LAST
          ) AS place
        FROM pp_fund_entry e
        JOIN pp_fund_fee f ON f.member_id = e.source_member_id AND f.funding <> 'unknown'
        WHERE e.order_id IS NULL AND e.kind IN ('recruit', 'entry_fee')
      ) WHERE place = 1
    ),
    fee_of_order AS (
      SELECT order_id, min(fee_id) AS fee_id FROM pp_fund_fee
      WHERE order_id IS NOT NULL GROUP BY order_id
    ),
    reasoned AS (
      SELECT e.*, o.buyer_id, o.funding AS order_funding, o.kept_minor AS order_kept,
        f.funding AS fee_funding, f.fee_id, f.member_id AS fee_payer,
        coalesce(f.kept_minor, j.kept_minor) AS fee_kept,
        CASE
          WHEN o.order_id IS NOT NULL THEN o.reason
          WHEN f.funding = 'unknown' THEN 'fee_kind_not_known'
          WHEN f.fee_id IS NOT NULL AND e.order_id IS NOT NULL
            AND f.funding = 'qualifying_purchase' THEN 'order_that_joined'
          WHEN f.fee_id IS NOT NULL THEN 'fee_for_joining'
          WHEN e.order_id IS NOT NULL THEN 'order_not_supplied'
          WHEN e.source_member_id IS NULL OR e.kind IS NULL
            OR e.kind NOT IN ('recruit', 'entry_fee') THEN 'source_not_named'
          ELSE ${none}
        END AS reason
      FROM pp_fund_entry e
      LEFT JOIN pp_fund_order o ON o.order_id = e.order_id
      LEFT JOIN fee_of_order n ON n.order_id = e.order_id
      LEFT JOIN by_head b ON b.commission_id IS NOT DISTINCT FROM e.commission_id
        AND b.beneficiary_id IS NOT DISTINCT FROM e.beneficiary_id AND b.entry_no = e.entry_no
      LEFT JOIN pp_fund_fee f ON f.fee_id = coalesce(n.fee_id, b.fee_id)
      LEFT JOIN pp_fund_order j ON j.fee_id = f.fee_id
    )
    SELECT entry_no, commission_id, beneficiary_id, plan_id, kind, level, accrued_on, amount_minor,
      reason,
      CASE WHEN reason = 'paid_by_head_without_fee' THEN 'subsidy'
        ELSE coalesce(order_funding, fee_funding, 'unknown') END AS funding,
      CASE WHEN fee_id IS NOT NULL THEN 'fee' WHEN order_funding IS NOT NULL THEN 'order' END
        AS source_table,
      CASE WHEN fee_id IS NOT NULL THEN fee_id
        WHEN order_funding IS NOT NULL THEN order_id END AS source_id,
      coalesce(fee_payer, buyer_id) AS payer_id,
      CASE WHEN fee_id IS NOT NULL THEN fee_kept ELSE order_kept END AS kept_minor
    FROM reasoned`,
  );
}
