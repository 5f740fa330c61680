import type { DuckDb } from '../engine/duckdb.ts';
import { thresholds } from './thresholds.ts';

/** What the data hold of the things the grounds are drawn from. */
interface Supplied {
  readonly parcels: boolean;
  readonly commissions: boolean;
  readonly requests: boolean;
}

/**
 * Creates `pp_sig_order`: the paid orders up to an instant, numbered by id, with what each says on
 * its own. A flag is NULL where the data cannot say.
 *
 * - `undelivered`: said to have arrived, but without a parcel, with one whose number another
 *   buyer's order has too, or within minutes of leaving
 * - `money_back`: at least half of it came back to the buyer as commission, or nearly all of it as
 *   a refund nobody asked for
 *
 * `before` is a SQL instant.
 */
export async function stageOrders(engine: DuckDb, before: string): Promise<void> {
  const supplied = await look(engine);
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_sig_parcel AS
    SELECT s.order_id, min(s.shipped_at) AS shipped_at, max(s.delivered_at) AS delivered_at,
      bool_or(s.tracking_no IS NOT NULL) AS tracked, bool_or(t.buyers > 1) AS shared
    FROM shipment s LEFT JOIN (
      SELECT tracking_no, count(DISTINCT o.buyer_id) AS buyers
      FROM shipment p JOIN orders o ON o.order_id = p.order_id
      WHERE tracking_no IS NOT NULL GROUP BY tracking_no HAVING count(DISTINCT o.buyer_id) > 1
    ) t ON t.tracking_no = s.tracking_no
    WHERE s.order_id IS NOT NULL GROUP BY s.order_id`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE pp_sig_order AS
    WITH paid AS (
      SELECT o.order_id, o.buyer_id, coalesce(o.operator_id, h.operator_id) AS operator_id,
        l.mcn_id, coalesce(o.paid_at, o.ordered_at) AS acted_at, o.paid_minor, o.refunded_minor,
        coalesce(o.shipped_at, p.shipped_at) AS shipped_at,
        coalesce(o.delivered_at, p.delivered_at) AS delivered_at,
        o.status IN ('delivered', 'completed') OR o.delivered_at IS NOT NULL AS arrived,
        p.tracked, p.shared, b.back, r.order_id IS NOT NULL AS asked,
        o.live_session_id IS NULL AND o.group_buy_id IS NULL AS plain
      FROM orders o
      LEFT JOIN shop h ON h.shop_id = o.shop_id
      LEFT JOIN live_session l ON l.live_session_id = o.live_session_id
      LEFT JOIN pp_sig_parcel p ON p.order_id = o.order_id
      LEFT JOIN (${commissionBack}) b ON b.order_id = o.order_id AND b.buyer_id = o.buyer_id
      LEFT JOIN (SELECT DISTINCT order_id FROM after_sale) r ON r.order_id = o.order_id
      WHERE (o.paid OR o.paid_at IS NOT NULL) AND o.cancelled_at IS NULL
        AND o.status IS DISTINCT FROM 'cancelled' AND coalesce(o.deleted, FALSE) = FALSE
        AND coalesce(o.paid_at, o.ordered_at) < ${before}
    )
    SELECT CAST(row_number() OVER (ORDER BY order_id) - 1 AS INTEGER) AS order_no,
      order_id, buyer_id, operator_id, mcn_id, acted_at, paid_minor, delivered_at, plain,
      CASE WHEN arrived THEN ${undelivered(supplied)} END AS undelivered,
      CASE WHEN paid_minor > 0 THEN ${moneyBack(supplied)} END AS money_back
    FROM paid ORDER BY order_id`);
}

const commissionBack = `SELECT order_id, beneficiary_id AS buyer_id, sum(amount_minor) AS back
  FROM commission WHERE status IS DISTINCT FROM 'reversed' AND order_id IS NOT NULL
  GROUP BY order_id, beneficiary_id`;

async function look(engine: DuckDb): Promise<Supplied> {
  const [row] = await engine.rows(`SELECT
    EXISTS (SELECT 1 FROM shipment WHERE tracking_no IS NOT NULL) AS parcels,
    EXISTS (SELECT 1 FROM commission WHERE order_id IS NOT NULL) AS commissions,
    EXISTS (SELECT 1 FROM after_sale WHERE order_id IS NOT NULL) AS requests`);
  return {
    parcels: row?.['parcels'] === true,
    commissions: row?.['commissions'] === true,
    requests: row?.['requests'] === true,
  };
}

function undelivered({ parcels }: Supplied): string {
  const soon = `delivered_at < shipped_at + INTERVAL ${thresholds.delivery_minutes_min} MINUTE`;
  if (!parcels) return `(${soon})`;
  return `(NOT coalesce(tracked, FALSE) OR coalesce(shared, FALSE) OR coalesce(${soon}, FALSE))`;
}

function moneyBack({ commissions, requests }: Supplied): string {
  const { money_back_share, refund_share } = thresholds;
  const ways: string[] = [];
  if (commissions) ways.push(`coalesce(back, 0) >= ${money_back_share} * paid_minor`);
  if (requests) {
    ways.push(`(arrived IS TRUE AND NOT asked
      AND coalesce(refunded_minor, 0) >= ${refund_share} * paid_minor)`);
  }
  return ways.length === 0 ? 'NULL' : `(${ways.join(' OR ')})`;
}
