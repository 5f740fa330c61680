import type { ScanSite } from '../engine/scan-site.ts';
import { localDay } from '../network/local-day.ts';
import type { FundingScope } from './scope.ts';

/**
 * `pp_fund_entry`: the commissions that stand. A reversed one pays nothing, whichever sign it was
 * booked with. `entry_no` tells those of one id and beneficiary apart.
 */
export async function stageEntries(
  site: ScanSite,
  { before, time_zone }: FundingScope,
): Promise<void> {
  const day = await localDay(site.engine, 'commission', ['accrued_at'], time_zone);
  await site.make(
    'pp_fund_entry',
    `WITH rules AS (
      SELECT CASE base WHEN 'headcount' THEN 'recruit' ELSE base END AS kind, depth AS level,
        min(r.plan_id) AS plan_id
      FROM plan_rule r JOIN plan p ON p.plan_id = r.plan_id WHERE p.enabled
      GROUP BY 1, 2 HAVING count(DISTINCT r.plan_id) = 1
    )
    SELECT row_number() OVER (PARTITION BY c.commission_id, c.beneficiary_id
        ORDER BY c.accrued_at NULLS LAST, c.amount_minor NULLS LAST, c.order_id NULLS LAST,
          c.source_member_id NULLS LAST, c.level NULLS LAST, c.kind NULLS LAST
      ) AS entry_no,
      c.commission_id, c.beneficiary_id, r.plan_id, c.kind, c.level, c.amount_minor,
      c.source_member_id, c.order_id, c.accrued_at, ${day('c.accrued_at')} AS accrued_on
    FROM commission c
    LEFT JOIN rules r ON r.kind = c.kind AND r.level = c.level
    WHERE c.status IS DISTINCT FROM 'reversed'
      AND (c.accrued_at IS NULL OR c.accrued_at < ${before})`,
  );
}
