import type { ScanSite } from '../engine/scan-site.ts';
import type { SqlWords } from '../engine/sql-words.ts';

/**
 * Creates `pp_sig_purchase`: who bought which listing in which order, buyers and listings numbered
 * as `numbered` says: by id for whoever searches them for blocks. Returns how many distinct pairs
 * of buyer and listing there are.
 */
export async function stagePurchases(
  site: ScanSite,
  numbered: SqlWords['numbered'],
): Promise<number> {
  await site.make(
    'pp_sig_buyer',
    `SELECT ${numbered('buyer_id')} AS buyer_no, buyer_id
    FROM (SELECT DISTINCT buyer_id FROM pp_sig_order WHERE buyer_id IS NOT NULL)`,
  );
  await site.make(
    'pp_sig_listing',
    `SELECT ${numbered('listing_id')} AS listing_no, listing_id
    FROM (SELECT DISTINCT listing_id FROM order_line WHERE listing_id IS NOT NULL)`,
  );
  await site.make(
    'pp_sig_purchase',
    `SELECT DISTINCT o.order_no, b.buyer_no, l.listing_no
    FROM pp_sig_order o
    JOIN order_line ol ON ol.order_id = o.order_id
    JOIN pp_sig_buyer b ON b.buyer_id = o.buyer_id
    JOIN pp_sig_listing l ON l.listing_id = ol.listing_id`,
  );
  const [row] = await site.engine.rows(`SELECT count(*) AS pairs
    FROM (SELECT DISTINCT buyer_no, listing_no FROM pp_sig_purchase)`);
  return Number(row?.['pairs'] ?? 0);
}
