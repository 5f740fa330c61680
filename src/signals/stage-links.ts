import type { ScanSite } from '../engine/scan-site.ts';
import { ordersOfAll } from './stage-subjects.ts';
import { thresholds } from './thresholds.ts';

const { linked_min, linked_max } = thresholds;

/** Accounts by shared value, without values so common that they are a place or a default. */
const ties = `
  SELECT DISTINCT l.member_id, l.kind, l.link_key FROM account_link l
  JOIN (
    SELECT kind, link_key FROM account_link WHERE link_key IS NOT NULL
    GROUP BY kind, link_key HAVING count(DISTINCT member_id) BETWEEN ${linked_min} AND ${linked_max}
  ) k ON k.kind = l.kind AND k.link_key = l.link_key`;

/**
 * Creates `pp_sig_tie` and `pp_sig_known` (accounts of which any shared value is known), then
 * `pp_sig_linked`, orders of buyers who share a device, address or account with several other
 * buyers of the same subject or with the seller's own contact, and `pp_sig_linked_review`, the
 * same of the authors of a listing's praise.
 */
export async function stageLinks(site: ScanSite): Promise<void> {
  await site.make('pp_sig_tie', `${ties}`);
  await site.make(
    'pp_sig_known',
    `SELECT DISTINCT member_id FROM account_link WHERE link_key IS NOT NULL`,
  );
  await site.make(
    'pp_sig_linked',
    `WITH tied AS (
      SELECT s.subject_no, s.order_no, o.buyer_id, t.kind, t.link_key
      FROM ${ordersOfAll} s
      JOIN pp_sig_order o ON o.order_no = s.order_no
      JOIN pp_sig_tie t ON t.member_id = o.buyer_id
    ),
    rings AS (
      SELECT subject_no, kind, link_key FROM tied GROUP BY subject_no, kind, link_key
      HAVING count(DISTINCT buyer_id) >= ${linked_min}
    )
    SELECT t.subject_no, t.order_no FROM tied t JOIN rings r
      ON r.subject_no = t.subject_no AND r.kind = t.kind AND r.link_key = t.link_key
    UNION
    SELECT s.subject_no, s.order_no
    FROM ${ordersOfAll} s
    JOIN pp_sig_order o ON o.order_no = s.order_no
    JOIN operator p ON p.operator_id = o.operator_id
    JOIN account_link l ON l.member_id = o.buyer_id AND l.link_key = p.contact`,
  );
  await site.make(
    'pp_sig_linked_review',
    `WITH tied AS (
      SELECT r.review_no, r.listing_id, r.member_id, t.kind, t.link_key
      FROM pp_sig_review r JOIN pp_sig_tie t ON t.member_id = r.member_id
    ),
    rings AS (
      SELECT listing_id, kind, link_key FROM tied GROUP BY listing_id, kind, link_key
      HAVING count(DISTINCT member_id) >= ${linked_min}
    )
    SELECT DISTINCT t.review_no FROM tied t JOIN rings r
      ON r.listing_id = t.listing_id AND r.kind = t.kind AND r.link_key = t.link_key`,
  );
}
