import { createTable } from '../engine/create-table.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { columnsOf } from '../model/tables.ts';
import { localDay } from '../network/local-day.ts';
import type { FundingScope } from './scope.ts';
import { isWhole } from './stage-orders.ts';

/**
 * `member_gain`: who put in what and got what. An order paid as a fee is counted as the fee; an
 * order that was split is counted by its parts.
 */
export async function sumGains(engine: DuckDb, site: ScanSite, scope: FundingScope): Promise<void> {
  const { before, time_zone } = scope;
  const day = await localDay(engine, 'member', ['joined_at'], time_zone);
  await createTable(engine, 'member_gain');
  const columns = [...columnsOf('member_gain').keys()].join(', ');
  const sums = await site.reduce(
    'pp_fund_gain',
    `WITH moves AS (
      SELECT member_id, CASE funding WHEN 'entry_fee' THEN 'fees' ELSE 'qualifying' END AS what,
        kept_minor AS amount FROM pp_fund_fee WHERE funding <> 'unknown'
      UNION ALL
      SELECT buyer_id, CASE funding WHEN 'own_use' THEN 'own_use' ELSE 'qualifying' END,
        kept_minor
      FROM pp_fund_order o WHERE fee_id IS NULL AND funding IN ('qualifying_purchase', 'own_use')
        AND ${isWhole('o')}
      UNION ALL
      SELECT beneficiary_id, 'accrued', amount_minor FROM pp_fund_entry
      UNION ALL
      SELECT beneficiary_id, 'paid', amount_minor FROM commission
      WHERE status = 'paid' AND (accrued_at IS NULL OR accrued_at < ${before})
      UNION ALL
      SELECT member_id, 'withdrawn', amount_minor FROM withdrawal
      WHERE coalesce(status, CASE WHEN paid_at IS NOT NULL THEN 'paid' END) = 'paid'
        AND (coalesce(paid_at, requested_at) IS NULL
          OR coalesce(paid_at, requested_at) < ${before})
    )
    SELECT member_id, ${['fees', 'qualifying', 'own_use', 'accrued', 'paid', 'withdrawn']
      .map((one) => `coalesce(sum(amount) FILTER (WHERE what = '${one}'), 0) AS ${one}`)
      .join(', ')}
      FROM moves WHERE amount <> 0 AND member_id IS NOT NULL GROUP BY member_id`,
  );
  await engine.run(`INSERT INTO member_gain (${columns})
    SELECT s.member_id, n.level, ${day('m.joined_at')}, fees, qualifying, own_use,
      fees + qualifying, accrued, paid, withdrawn, accrued - fees - qualifying,
      accrued - fees - qualifying - own_use
    FROM ${sums} s
    LEFT JOIN member m ON m.member_id = s.member_id
    LEFT JOIN network_member n ON n.member_id = s.member_id AND n.tree = 'sponsor'
    ORDER BY s.member_id`);
}
