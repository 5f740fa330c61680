import type { ScanSite } from '../engine/scan-site.ts';
import { wordsOf } from '../engine/sql-words.ts';
import { thresholds } from './thresholds.ts';

/**
 * Creates `pp_sig_burst`: orders of an hour in which many different buyers paid one seller the
 * same amount, many times as many as in its usual hour. Live sales, group buys and listings on
 * promotion are left out, since there a burst is what was aimed at.
 */
export async function stageBursts(site: ScanSite): Promise<void> {
  const { burst_min, burst_times } = thresholds;
  const { hours } = wordsOf(site.engine);
  await site.make(
    'pp_sig_burst',
    `WITH plain AS (
      SELECT order_no, order_id, buyer_id, operator_id, paid_minor, acted_at,
        date_trunc('hour', acted_at) AS of_hour
      FROM pp_sig_order WHERE plain AND paid_minor > 0 AND operator_id IS NOT NULL
    ),
    usual AS (
      SELECT operator_id, paid_minor,
        count(*) / CAST(1 + ${hours('max(acted_at)')} - ${hours('min(acted_at)')} AS DOUBLE)
          AS an_hour
      FROM plain GROUP BY operator_id, paid_minor HAVING count(*) >= ${burst_min}
    ),
    hours AS (
      SELECT p.operator_id, p.paid_minor, p.of_hour
      FROM plain p JOIN usual u
        ON u.operator_id = p.operator_id AND u.paid_minor = p.paid_minor
      GROUP BY p.operator_id, p.paid_minor, p.of_hour, u.an_hour
      HAVING count(DISTINCT p.buyer_id) >= ${burst_min}
        AND count(*) >= ${burst_times} * u.an_hour
    )
    SELECT p.order_no
    FROM plain p JOIN hours h
      ON h.operator_id = p.operator_id AND h.paid_minor = p.paid_minor AND h.of_hour = p.of_hour
    WHERE NOT EXISTS (
      SELECT 1 FROM order_line ol JOIN price_event e ON e.listing_id = ol.listing_id
      WHERE ol.order_id = p.order_id AND e.kind <> 'base'
        AND e.starts_at <= p.acted_at AND (e.ends_at IS NULL OR e.ends_at >= p.acted_at)
    )`,
  );
}
