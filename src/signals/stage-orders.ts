import type { ScanSite } from '../engine/scan-site.ts';
import { wordsOf } from '../engine/sql-words.ts';
import { anyRow } from './any-row.ts';
import { thresholds } from './thresholds.ts';

/** What the data hold of the things the grounds are drawn from. */
interface Supplied {
  readonly parcels: boolean;
  readonly commissions: boolean;
  readonly requests: boolean;
}

/**
 * Creates `pp_sig_order`: the paid orders up to an instant, numbered, with what each says on
 * its own. A flag is NULL where the data cannot say.
 *
 * - `undelivered`: said to have arrived, but without a parcel, with one whose number another
 *   buyer's order has too, or within minutes of leaving
 * - `money_back`: at least half of it came back to the buyer as commission, or nearly all of it as
 *   a refund nobody asked for
 *
 * `before` is a SQL instant.
 */
export async function stageOrders(site: ScanSite, before: string): Promise<void> {
  const supplied = await look(site);
  await site.make(
    'pp_sig_parcel',
    `SELECT s.order_id, min(s.shipped_at) AS shipped_at, max(s.delivered_at) AS delivered_at,
      bool_or(s.tracking_no IS NOT NULL) AS tracked, bool_or(t.buyers > 1) AS shared
    FROM shipment s LEFT JOIN (
      SELECT tracking_no, count(DISTINCT o.buyer_id) AS buyers
      FROM shipment p JOIN orders o ON o.order_id = p.order_id
      WHERE tracking_no IS NOT NULL GROUP BY tracking_no HAVING count(DISTINCT o.buyer_id) > 1
    ) t ON t.tracking_no = s.tracking_no
    WHERE s.order_id IS NOT NULL GROUP BY s.order_id`,
  );
  await site.make(
    'pp_sig_order',
    `WITH paid AS (
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
    SELECT ${wordsOf(site.engine).numbered('order_id')} AS order_no,
      order_id, buyer_id, operator_id, mcn_id, acted_at, paid_minor, delivered_at, plain,
      CASE WHEN arrived THEN ${undelivered(supplied)} END AS undelivered,
      CASE WHEN paid_minor > 0 THEN ${moneyBack(supplied)} END AS money_back
    FROM paid`,
  );
}

const commissionBack = `SELECT order_id, beneficiary_id AS buyer_id, sum(amount_minor) AS back
  FROM commission WHERE status IS DISTINCT FROM 'reversed' AND order_id IS NOT NULL
  GROUP BY order_id, beneficiary_id`;

async function look(site: ScanSite): Promise<Supplied> {
  return {
    parcels: await anyRow(site, 'shipment', 'tracking_no IS NOT NULL'),
    commissions: await anyRow(site, 'commission', 'order_id IS NOT NULL'),
    requests: await anyRow(site, 'after_sale', 'order_id IS NOT NULL'),
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
  return ways.length === 0 ? 'CAST(NULL AS BOOLEAN)' : `(${ways.join(' OR ')})`;
}
