import { createTable } from '../engine/create-table.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { columnsOf } from '../model/tables.ts';
import type { FundingScope } from './scope.ts';

/**
 * `commission_funding`: every commission that stands, traced to the payment it was paid for. What
 * the commissions of one payment exceed it by is subsidy, shared among them in proportion: entry by
 * entry in order of amount and id, each part the difference of two rounded running sums, so that
 * the parts are whole and sum exactly.
 */
export async function traceCommissions(engine: DuckDb, scope: FundingScope): Promise<void> {
  await stageSources(engine, scope);
  await createTable(engine, 'commission_funding');
  const columns = [...columnsOf('commission_funding').keys()].join(', ');
  await engine.run(`INSERT INTO commission_funding (${columns})
    WITH running AS (
      SELECT *,
        sum(amount_minor) OVER source AS upto,
        sum(amount_minor) OVER (PARTITION BY source_table, source_id) AS caused
      FROM pp_fund_traced
      WINDOW source AS (PARTITION BY source_table, source_id
        ORDER BY amount_minor DESC, commission_id, entry_no ROWS UNBOUNDED PRECEDING)
    ),
    covered AS (
      SELECT *, CASE
        WHEN source_id IS NULL OR kept_minor IS NULL OR caused <= kept_minor THEN amount_minor
        ELSE CAST(upto AS HUGEINT) * kept_minor // caused
          - CAST(upto - amount_minor AS HUGEINT) * kept_minor // caused
      END AS covered_minor FROM running
    ),
    parts AS (
      SELECT *, 1 AS part, funding AS of, reason AS why, covered_minor AS share FROM covered
      WHERE covered_minor IS NULL OR covered_minor <> 0 OR amount_minor = 0
      UNION ALL
      SELECT *, CASE WHEN covered_minor = 0 THEN 1 ELSE 2 END AS part, 'subsidy' AS of,
        'exceeds_source' AS why, amount_minor - covered_minor AS share FROM covered
      WHERE amount_minor <> covered_minor
    )
    SELECT commission_id, part, beneficiary_id, plan_id, kind, level, accrued_on, of,
      CASE
        WHEN funding IN ('entry_fee', 'qualifying_purchase') OR kind IN ('recruit', 'entry_fee')
          THEN 'recruitment'
        WHEN of = 'own_use' THEN 'own_use'
        WHEN of = 'outside_retail' THEN 'retail'
        ELSE 'open'
      END, why, CAST(share AS BIGINT), source_table, source_id, payer_id
    FROM parts ORDER BY commission_id, entry_no, part`);
}

/** The payment of each entry: its order, else the fee of the recruit it was paid for. */
async function stageSources(engine: DuckDb, { has }: FundingScope): Promise<void> {
  const none = has('fee') ? `'paid_by_head_without_fee'` : `'fee_not_supplied'`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_fund_traced AS
    WITH by_head AS (
      SELECT e.entry_no, f.fee_id FROM pp_fund_entry e
      JOIN pp_fund_fee f ON f.member_id = e.source_member_id AND f.funding <> 'unknown'
      WHERE e.order_id IS NULL AND e.kind IN ('recruit', 'entry_fee')
      QUALIFY row_number() OVER (PARTITION BY e.entry_no
        ORDER BY coalesce(f.paid_at > e.accrued_at, FALSE),
          CASE WHEN f.paid_at <= e.accrued_at THEN e.accrued_at - f.paid_at
            ELSE f.paid_at - e.accrued_at END NULLS LAST, f.paid_at NULLS LAST, f.fee_id) = 1
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
      LEFT JOIN by_head b ON b.entry_no = e.entry_no
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
    FROM reasoned`);
}
