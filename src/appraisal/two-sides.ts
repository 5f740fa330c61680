import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import type { Argument, Bearing } from '../model/appraisal.ts';
import { payFollows } from './pay-follows.ts';

/**
 * Measures on art. 5 of the 2013 opinions: team pay whose purpose is to sell goods and whose
 * basis is sales is no crime; team pay that follows heads in substance is. Each measure may
 * support one side, the other, or neither; the thresholds are ours, and no sum is formed.
 */
export async function twoSides(engine: SqlEngine): Promise<Argument[]> {
  return [
    await outsideRetail(engine),
    await boughtAgain(engine),
    await purchasesForRight(engine),
    await priceToCost(engine),
    await moneyBack(engine),
    await payFollows(engine),
  ];
}

/** Shares from which a measure speaks for one side; between them it speaks for neither. */
const half = 0.5;
const few = 0.2;
const most = 0.8;

/** Retail beyond doubt is `retail`, what is open may be either. */
async function outsideRetail(engine: SqlEngine): Promise<Argument> {
  const row = await one(
    engine,
    `SELECT recruitment_minor, own_use_minor, retail_minor, open_minor, total_minor, settled
     FROM funding_band WHERE scope = 'all'`,
  );
  const total = Number(row?.['total_minor'] ?? 0);
  if (!row || row['settled'] !== true || total <= 0) {
    return unknown('outside_retail', ['commission.order_id']);
  }
  const least = Number(row['retail_minor']) / total;
  const open = Number(row['open_minor']) / total;
  const bears: Bearing = least > half ? 'sales' : least + open < few ? 'heads' : 'neither';
  return told('outside_retail', bears, { retail_ratio: least, open_ratio: open });
}

/** Of members who paid or bought for a right, how many bought anything afterwards for use. */
async function boughtAgain(engine: SqlEngine): Promise<Argument> {
  const row = await one(
    engine,
    `SELECT count(*) FILTER (WHERE paid_in_minor > 0) AS payers,
       count(*) FILTER (WHERE paid_in_minor > 0 AND own_use_minor > 0) AS again
     FROM member_gain`,
  );
  const orders = await one(engine, 'SELECT count(*) AS n FROM orders WHERE buyer_id IS NOT NULL');
  const payers = Number(row?.['payers'] ?? 0);
  if (payers === 0) return unknown('bought_again', ['fee.amount_minor']);
  if (Number(orders?.['n'] ?? 0) === 0) return unknown('bought_again', ['order.buyer_id']);
  const again = Number(row?.['again'] ?? 0);
  return told('bought_again', side(again / payers, { sales: half, heads: few }), {
    payers,
    again,
    again_ratio: again / payers,
  });
}

/** Of what participants spent, how much went into what earns a right. */
async function purchasesForRight(engine: SqlEngine): Promise<Argument> {
  const row = await one(
    engine,
    `SELECT CAST(coalesce(sum(paid_in_minor), 0) AS BIGINT) AS for_right,
       CAST(coalesce(sum(own_use_minor), 0) AS BIGINT) AS own_use FROM member_gain`,
  );
  const forRight = Number(row?.['for_right'] ?? 0);
  const all = forRight + Number(row?.['own_use'] ?? 0);
  if (all <= 0) return unknown('purchases_for_right', ['order.buyer_id', 'fee.amount_minor']);
  const share = forRight / all;
  const bears = share > half ? 'heads' : share < few ? 'sales' : 'neither';
  return told('purchases_for_right', bears, { for_right_minor: forRight, for_right_ratio: share });
}

/** Price against unit cost, where the data know the cost: the median listing. */
async function priceToCost(engine: SqlEngine): Promise<Argument> {
  const row = await one(
    engine,
    `SELECT count(*) AS priced, median(price_minor / cost_minor) AS times FROM price_event
     WHERE cost_minor > 0 AND price_minor > 0`,
  );
  const priced = Number(row?.['priced'] ?? 0);
  if (priced === 0) return unknown('price_to_cost', ['price_event.cost_minor']);
  const times = Math.round(Number(row?.['times']) * 10) / 10;
  const bears = times >= 5 ? 'heads' : times <= 2 ? 'sales' : 'neither';
  return told('price_to_cost', bears, { priced, times });
}

/** Of applications for money back, how many were granted. */
async function moneyBack(engine: SqlEngine): Promise<Argument> {
  const row = await one(
    engine,
    `SELECT count(*) AS asked, count(*) FILTER (WHERE refunded_minor > 0) AS granted
     FROM after_sale WHERE kind IN ('refund_only', 'return') OR kind IS NULL`,
  );
  const asked = Number(row?.['asked'] ?? 0);
  if (asked === 0) return unknown('money_back', ['after_sale rows']);
  const share = Number(row?.['granted'] ?? 0) / asked;
  return told('money_back', side(share, { sales: most, heads: half }), {
    asked,
    granted_ratio: share,
  });
}

function side(share: number, at: { readonly sales: number; readonly heads: number }): Bearing {
  if (share >= at.sales) return 'sales';
  return share < at.heads ? 'heads' : 'neither';
}

async function one(engine: SqlEngine, sql: string): Promise<SqlRow | undefined> {
  const [row] = await engine.rows(sql);
  return row;
}

function told(id: Argument['id'], bears: Bearing, figures: Argument['figures']): Argument {
  return { id, bears, figures, needs: [] };
}

function unknown(id: Argument['id'], needs: readonly string[]): Argument {
  return { id, bears: 'unknown', figures: {}, needs };
}
