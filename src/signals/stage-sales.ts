import type { ScanSite } from '../engine/scan-site.ts';
import { thresholds } from './thresholds.ts';

/**
 * Creates `pp_sig_sale`: each listing and batch in each paid order, with what followed. A complaint
 * that names no listing and every return count only where the order holds one thing; returns
 * without a reason, within the seven days, say nothing of quality. Instants of what followed are
 * its first.
 */
export async function stageSales(site: ScanSite, before: string): Promise<void> {
  await site.make(
    'pp_sig_sale',
    `WITH sold AS (
      SELECT DISTINCT o.order_no, o.order_id, ol.listing_id, ol.batch
      FROM pp_sig_order o JOIN order_line ol ON ol.order_id = o.order_id
      WHERE ol.listing_id IS NOT NULL
    ),
    alone AS (SELECT order_no FROM sold GROUP BY order_no HAVING count(*) = 1),
    complained AS (
      SELECT order_id, listing_id, min(received_at) AS acted_at FROM complaint
      WHERE order_id IS NOT NULL AND coalesce(received_at < ${before}, TRUE)
      GROUP BY order_id, listing_id
    ),
    unnamed AS (SELECT order_id, acted_at FROM complained WHERE listing_id IS NULL),
    returned AS (
      SELECT order_id, min(requested_at) AS acted_at FROM after_sale
      WHERE no_reason IS NOT TRUE AND status IS DISTINCT FROM 'withdrawn'
        AND coalesce(requested_at < ${before}, TRUE)
      GROUP BY order_id
    ),
    rated AS (
      SELECT order_id, listing_id, min(score) AS score, min(created_at) AS acted_at FROM review
      WHERE score IS NOT NULL AND order_id IS NOT NULL AND coalesce(planted, FALSE) = FALSE
        AND coalesce(created_at < ${before}, TRUE)
      GROUP BY order_id, listing_id
    )
    SELECT s.listing_id, s.batch, l.category, l.operator_id, a.order_no IS NOT NULL AS alone,
      c.order_id IS NOT NULL OR a.order_no IS NOT NULL AND d.order_id IS NOT NULL AS complained,
      coalesce(c.acted_at, d.acted_at) AS complained_at,
      a.order_no IS NOT NULL AND r.order_id IS NOT NULL AS returned, r.acted_at AS returned_at,
      v.order_id IS NOT NULL AS rated, v.score <= ${thresholds.bad_score_max} AS bad,
      v.acted_at AS bad_at
    FROM sold s
    LEFT JOIN alone a ON a.order_no = s.order_no
    LEFT JOIN complained c ON c.order_id = s.order_id AND c.listing_id = s.listing_id
    LEFT JOIN unnamed d ON d.order_id = s.order_id
    LEFT JOIN returned r ON r.order_id = s.order_id
    LEFT JOIN rated v ON v.order_id = s.order_id AND v.listing_id = s.listing_id
    LEFT JOIN (
      SELECT listing_id, min(category) AS category, min(operator_id) AS operator_id
      FROM listing GROUP BY listing_id
    ) l ON l.listing_id = s.listing_id`,
  );
}
