import type { DuckDb } from '../engine/duckdb.ts';

/**
 * Creates `pp_sig_purchase`: who bought which listing in which order, buyers and listings numbered
 * by id. Returns how many distinct pairs of buyer and listing there are.
 */
export async function stagePurchases(engine: DuckDb): Promise<number> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_sig_buyer AS
    SELECT CAST(row_number() OVER (ORDER BY buyer_id) - 1 AS INTEGER) AS buyer_no, buyer_id
    FROM (SELECT DISTINCT buyer_id FROM pp_sig_order WHERE buyer_id IS NOT NULL)`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_sig_listing AS
    SELECT CAST(row_number() OVER (ORDER BY listing_id) - 1 AS INTEGER) AS listing_no, listing_id
    FROM (SELECT DISTINCT listing_id FROM order_line WHERE listing_id IS NOT NULL)`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_sig_purchase AS
    SELECT DISTINCT o.order_no, b.buyer_no, l.listing_no
    FROM pp_sig_order o
    JOIN order_line ol ON ol.order_id = o.order_id
    JOIN pp_sig_buyer b ON b.buyer_id = o.buyer_id
    JOIN pp_sig_listing l ON l.listing_id = ol.listing_id`);
  const [row] = await engine.rows(`SELECT count(*) AS pairs
    FROM (SELECT DISTINCT buyer_no, listing_no FROM pp_sig_purchase)`);
  return Number(row?.['pairs'] ?? 0);
}
