import { sqlName } from '../../src/engine/duckdb.ts';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { seeded } from '../../src/generate/random.ts';
import type { Random } from '../../src/generate/random.ts';
import type { TestRow } from '../../src/provisions/test-file.ts';
import { columnsOf, isTableName, relationOf, sqlTypeOf } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';

export type Rows = Record<
  | 'order'
  | 'order_line'
  | 'shipment'
  | 'review'
  | 'account_link'
  | 'commission'
  | 'complaint'
  | 'after_sale'
  | 'quality_event'
  | 'listing'
  | 'operator'
  | 'shop'
  | 'live_session'
  | 'price_event',
  TestRow[]
> &
  Partial<Record<TableName, TestRow[]>>;

export const start = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

/** Milliseconds after the start as the tables write an instant. */
export function at(ms: number): string {
  return new Date(start + ms).toISOString();
}

export const sellers = 8;
export const listingsEach = 6;
export const buyers = 600;

export function emptyRows(): Rows {
  return {
    order: [],
    order_line: [],
    shipment: [],
    review: [],
    account_link: [],
    commission: [],
    complaint: [],
    after_sale: [],
    quality_event: [],
    listing: [],
    operator: [],
    shop: [],
    live_session: [],
    price_event: [],
  };
}

export interface Sale {
  readonly order_id: string;
  readonly buyer_id: string;
  readonly seller: number;
  readonly listing: number;
  readonly hours: number;
  readonly price?: number;
  readonly batch?: string;
  /** No parcel at all. */
  readonly parcel?: boolean;
}

export function listingId(seller: number, listing: number): string {
  return `g${seller}-${listing}`;
}

/** A sale that arrived two days later. */
export function addSale(rows: Rows, sale: Sale): void {
  const { order_id, buyer_id, seller, listing, hours, price = 1_000, batch, parcel = true } = sale;
  const paid = hours * HOUR;
  rows.order.push({
    order_id,
    buyer_id,
    operator_id: `s${seller}`,
    paid: true,
    paid_at: at(paid),
    paid_minor: price,
    refunded_minor: 0,
    shipped_at: at(paid + 10 * HOUR),
    delivered_at: at(paid + 48 * HOUR),
    status: 'completed',
  });
  const listing_id = listingId(seller, listing);
  rows.order_line.push({
    order_line_id: `l-${order_id}`,
    order_id,
    listing_id,
    batch: batch ?? null,
  });
  if (parcel) {
    rows.shipment.push({ shipment_id: `p-${order_id}`, order_id, tracking_no: `T${order_id}` });
  }
}

const openings = ['昨天收到货', '第二次买了', '朋友推荐来的', '给家里老人买的', '看直播间下的单'];
const middles = [
  '包装比想象的结实',
  '颜色和图片差一点',
  '味道清淡不腻',
  '尺寸刚好合适',
  '用了一周没问题',
];
const ends = ['下次有活动再来', '物流慢了两天', '客服回复挺快', '价格还算公道', '整体满意给五星'];

/** Praise in words of its own. */
export function praise(random: Random): string {
  const words = [random.pick(openings), random.pick(middles), random.pick(ends)];
  const own = random.below(1_000_000_000);
  return `${words.join(',')}${own.toString(36)}${random.below(1_000_000_000)}`;
}

/** A market in which nothing is wrong: 3,600 orders of 600 buyers from 8 sellers. */
export function lawfulMarket(seed: number): Rows {
  const random = seeded(seed);
  const rows = emptyRows();
  for (let seller = 0; seller < sellers; seller++) {
    rows.operator.push({ operator_id: `s${seller}`, contact: `c${seller}` });
    for (let listing = 0; listing < listingsEach; listing++) {
      const listing_id = listingId(seller, listing);
      rows.listing.push({ listing_id, operator_id: `s${seller}`, category: `k${seller % 2}` });
    }
  }
  for (let buyer = 0; buyer < buyers; buyer++) {
    rows.account_link.push({ member_id: `b${buyer}`, kind: 'device', link_key: `d${buyer >> 1}` });
  }
  for (let no = 0; no < 3_600; no++) addOrdinary(rows, random, no);
  return rows;
}

function addOrdinary(rows: Rows, random: Random, no: number): void {
  const order_id = `o${String(no).padStart(5, '0')}`;
  const buyer_id = `b${random.below(buyers)}`;
  const seller = random.below(sellers);
  const listing = random.below(listingsEach);
  const hours = random.below(24 * 300);
  const batch = random.pick(['A', 'B', 'C']);
  addSale(rows, {
    order_id,
    buyer_id,
    seller,
    listing,
    hours,
    price: random.between(5, 300) * 100,
    batch,
    parcel: !random.chance(0.01),
  });
  const listing_id = listingId(seller, listing);
  if (random.chance(0.5)) {
    rows.review.push({
      review_id: `r-${order_id}`,
      order_id,
      listing_id,
      member_id: buyer_id,
      score: 5,
      body: praise(random),
      created_at: at((hours + 48 + random.between(2, 200)) * HOUR),
    });
  }
  const later = at((hours + 80) * HOUR);
  if (random.chance(0.02)) {
    rows.complaint.push({
      complaint_id: `c-${order_id}`,
      order_id,
      listing_id,
      received_at: later,
    });
  }
  if (random.chance(0.04)) {
    rows.after_sale.push({
      after_sale_id: `a-${order_id}`,
      order_id,
      kind: 'return',
      requested_at: later,
    });
  }
}

/** Puts the rows into the engine, by way of JSON: thousands of rows in one statement are slow. */
export async function fillMarket(engine: DuckDb, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    if (!isTableName(table)) continue;
    const columns = [...columnsOf(table)];
    const relation = sqlName(relationOf(table));
    const types = columns.map(([name, { type }]) => `${sqlName(name)} ${sqlTypeOf(type)}`);
    await engine.run(`CREATE OR REPLACE TABLE ${relation} (${types.join(', ')})`);
    if (list.length === 0) continue;
    const shape = columns.map(([name, { type }]) => `"${name}":"${sqlTypeOf(type)}"`).join(',');
    const values = columns.map(([name]) => `row.${sqlName(name)}`).join(', ');
    const json = JSON.stringify(list).replaceAll("'", "''");
    await engine.run(`INSERT INTO ${relation} SELECT ${values} FROM (
      SELECT unnest(from_json('${json}', '[{${shape}}]')) AS row)`);
  }
}
