import type { ScanSite } from '../engine/scan-site.ts';
import { wordsOf } from '../engine/sql-words.ts';
import { anyRow } from './any-row.ts';
import { thresholds } from './thresholds.ts';

/**
 * Creates `pp_sig_review`: praise up to an instant, numbered, but for what the source itself
 * records as planted, which needs no statistics. A flag is NULL where the data cannot say.
 *
 * - `unbacked`: without a paid order by that author that has that listing in it
 * - `early`: written before the goods arrived or within minutes of it
 */
export async function stageReviews(site: ScanSite, before: string): Promise<void> {
  const { praise_score_min, review_minutes_min } = thresholds;
  const orders =
    (await anyRow(site, 'review', 'order_id IS NOT NULL')) &&
    (await anyRow(site, 'pp_sig_order', 'TRUE'));
  const lines = await anyRow(site, 'order_line', 'listing_id IS NOT NULL');
  const unsold = lines ? 'x.order_id IS NULL' : 'FALSE';
  const unbacked = `(o.order_id IS NULL OR coalesce(r.member_id <> o.buyer_id, FALSE)
    OR ${unsold})`;
  await site.make(
    'pp_sig_review',
    `SELECT ${wordsOf(site.engine).numbered('r.review_id')} AS review_no,
      r.review_id, r.listing_id, r.member_id, r.body, r.created_at AS acted_at, o.order_no,
      coalesce(l.operator_id, h.operator_id, o.operator_id) AS operator_id,
      ${orders ? unbacked : 'CAST(NULL AS BOOLEAN)'} AS unbacked,
      r.created_at < o.delivered_at + INTERVAL ${review_minutes_min} MINUTE AS early
    FROM review r
    LEFT JOIN pp_sig_order o ON o.order_id = r.order_id
    LEFT JOIN listing l ON l.listing_id = r.listing_id
    LEFT JOIN shop h ON h.shop_id = l.shop_id
    LEFT JOIN (SELECT DISTINCT order_id, listing_id FROM order_line) x
      ON x.order_id = r.order_id AND x.listing_id = r.listing_id
    WHERE coalesce(r.planted, FALSE) = FALSE AND coalesce(r.deleted, FALSE) = FALSE
      AND coalesce(r.score, ${praise_score_min}) >= ${praise_score_min}
      AND coalesce(r.created_at < ${before}, TRUE)`,
  );
}
