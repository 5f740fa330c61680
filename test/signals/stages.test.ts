import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { scansHere } from '../../src/engine/scan-site.ts';
import { stageAlike } from '../../src/signals/stage-alike.ts';
import { stageNoBlocks } from '../../src/signals/stage-blocks.ts';
import { stageBursts } from '../../src/signals/stage-bursts.ts';
import { stageLinks } from '../../src/signals/stage-links.ts';
import { stageOrders } from '../../src/signals/stage-orders.ts';
import { stageReviews } from '../../src/signals/stage-reviews.ts';
import { stageSales } from '../../src/signals/stage-sales.ts';
import { stageSubjects } from '../../src/signals/stage-subjects.ts';
import { addSale, at, emptyRows, fillMarket } from './market.ts';
import type { Rows } from './market.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const never = "TIMESTAMP '2030-01-01'";
let engine: DuckDb;

beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

async function staged(rows: Rows, before = never): Promise<void> {
  await fillMarket(engine, rows);
  await stageOrders(scansHere(engine), before);
  await stageSubjects(scansHere(engine));
  await stageNoBlocks(scansHere(engine));
}

/** One column of a staged table by the key of its row. */
async function column(table: string, key: string, name: string): Promise<Record<string, unknown>> {
  const rows = await engine.rows(`SELECT ${key} AS k, ${name} AS v FROM ${table} ORDER BY k`);
  return Object.fromEntries(rows.map(({ k, v }) => [String(k), v]));
}

/** An order that left at hour 10 and arrived at hour 50, with a parcel of its own. */
function order(rows: Rows, order_id: string, change: Rows['order'][number] = {}): void {
  const times = { paid_at: at(0), shipped_at: at(10 * HOUR), delivered_at: at(50 * HOUR) };
  const money = { paid: true, paid_minor: 1_000, refunded_minor: 0 };
  const whose = { buyer_id: `b-${order_id}`, operator_id: 's1', status: 'completed' };
  rows.order.push({ order_id, ...whose, ...money, ...times, ...change });
  rows.shipment.push({ shipment_id: `p-${order_id}`, order_id, tracking_no: `T-${order_id}` });
}

describe('orders', () => {
  it('are those paid and neither cancelled, deleted nor later', async () => {
    const rows = emptyRows();
    order(rows, 'a');
    order(rows, 'unpaid', { paid: false, paid_at: null });
    order(rows, 'by-time', { paid: null });
    order(rows, 'cancelled', { cancelled_at: at(HOUR) });
    order(rows, 'status', { status: 'cancelled' });
    order(rows, 'deleted', { deleted: true });
    order(rows, 'later', { paid_at: at(2 * HOUR) });
    await staged(rows, `TIMESTAMP '2026-01-01 02:00:00'`);
    const seen = await column('pp_sig_order', 'order_id', 'order_no');
    expect(seen).toEqual({ a: 0, 'by-time': 1 });
  });

  it('did not arrive without a parcel, with a shared one, or within minutes', async () => {
    const rows = emptyRows();
    const minutes = (n: number): string => at(10 * HOUR + n * MINUTE);
    order(rows, 'well');
    order(rows, 'nine', { delivered_at: minutes(9) });
    order(rows, 'ten', { delivered_at: minutes(10) });
    order(rows, 'before', { delivered_at: minutes(-60) });
    order(rows, 'on-its-way', { status: 'shipped', delivered_at: null });
    order(rows, 'bare');
    rows.shipment.pop();
    order(rows, 'x');
    order(rows, 'y');
    order(rows, 'z', { buyer_id: 'b-same' });
    order(rows, 'zz', { buyer_id: 'b-same' });
    const numbers: Record<string, string> = { x: 'T1', y: 'T1', z: 'T2', zz: 'T2' };
    rows.shipment = rows.shipment.map((row) => ({
      ...row,
      tracking_no: numbers[String(row['order_id'])] ?? row['tracking_no']!,
    }));
    await staged(rows);
    expect(await column('pp_sig_order', 'order_id', 'undelivered')).toEqual({
      bare: true,
      before: true,
      nine: true,
      'on-its-way': null,
      ten: false,
      well: false,
      x: true,
      y: true,
      z: false,
      zz: false,
    });
    // Without any tracking number nothing can be said of parcels.
    await staged({ ...rows, shipment: [] });
    const without = await column('pp_sig_order', 'order_id', 'undelivered');
    expect([without['bare'], without['nine']]).toEqual([false, true]);
  });

  it('gave money back as commission to the buyer or as a refund nobody asked for', async () => {
    const rows = emptyRows();
    for (const id of ['half', 'less', 'other', 'reversed', 'none']) order(rows, id);
    order(rows, 'refund', { refunded_minor: 900 });
    order(rows, 'partial', { refunded_minor: 899 });
    order(rows, 'asked', { refunded_minor: 1_000 });
    order(rows, 'free', { paid_minor: 0 });
    const paid = (order_id: string, beneficiary_id: string, amount_minor: number): void => {
      const commission_id = `c-${order_id}`;
      const status = order_id === 'reversed' ? 'reversed' : 'paid';
      rows.commission.push({ commission_id, order_id, beneficiary_id, amount_minor, status });
    };
    paid('half', 'b-half', 500);
    paid('less', 'b-less', 499);
    paid('other', 'b-half', 900);
    paid('reversed', 'b-reversed', 900);
    rows.after_sale.push({ after_sale_id: 'a', order_id: 'asked' });
    await staged(rows);
    expect(await column('pp_sig_order', 'order_id', 'money_back')).toEqual({
      asked: false,
      free: null,
      half: true,
      less: false,
      none: false,
      other: false,
      partial: false,
      refund: true,
      reversed: false,
    });
    await staged({ ...rows, commission: [], after_sale: [] });
    const without = await column('pp_sig_order', 'order_id', 'money_back');
    expect(new Set(Object.values(without))).toEqual(new Set([null]));
  });
});

describe('bursts', () => {
  /** So many buyers pay seven within the hour, and a hundred others one an hour before. */
  async function burst(buyers: number, change: Rows['order'][number] = {}): Promise<number> {
    const rows = emptyRows();
    for (let i = 0; i < 100; i++) order(rows, `q${i}`, { paid_at: at(i * 40 * HOUR) });
    for (let i = 0; i < 12; i++) {
      const buyer_id = `r${Math.min(i, buyers - 1)}`;
      order(rows, `r${i}`, { buyer_id, paid_at: at(5_000 * HOUR + i * MINUTE), ...change });
    }
    rows.order_line.push({ order_line_id: 'l', order_id: 'r0', listing_id: 'g' });
    await staged(rows);
    await stageBursts(scansHere(engine));
    const [row] = await engine.rows('SELECT count(*) AS n FROM pp_sig_burst');
    return Number(row?.['n']);
  }

  it('take ten buyers of one amount, in ordinary sales', async () => {
    expect(await burst(10)).toBe(12);
    expect(await burst(9)).toBe(0);
    expect(await burst(12, { live_session_id: 'L' })).toBe(0);
    expect(await burst(12, { group_buy_id: 'G' })).toBe(0);
  });

  it('are none where every hour is like that', async () => {
    const rows = emptyRows();
    for (let i = 0; i < 600; i++)
      order(rows, `q${i}`, { paid_at: at((i % 60) * HOUR + i * 1_000) });
    await staged(rows);
    await stageBursts(scansHere(engine));
    expect(await engine.rows('SELECT count(*) AS n FROM pp_sig_burst')).toEqual([{ n: 0 }]);
  });

  it('leave out what was on promotion then', async () => {
    const rows = emptyRows();
    for (let i = 0; i < 12; i++) {
      order(rows, `r${i}`, { paid_at: at(500 * HOUR + i * MINUTE) });
      const listing_id = i < 6 ? 'g' : i < 9 ? 'h' : 'k';
      rows.order_line.push({ order_line_id: `l${i}`, order_id: `r${i}`, listing_id });
    }
    order(rows, 'first');
    const event = (listing_id: string, kind: string, starts: number, ends: number | null): void => {
      const price_event_id = `${listing_id}-${kind}`;
      const ends_at = ends === null ? null : at(ends * HOUR);
      rows.price_event.push({
        price_event_id,
        listing_id,
        kind,
        starts_at: at(starts * HOUR),
        ends_at,
      });
    };
    event('g', 'flash_sale', 499, null);
    event('h', 'base', 499, null);
    event('k', 'promotion', 400, 450);
    await staged(rows);
    await stageBursts(scansHere(engine));
    expect(await engine.rows('SELECT count(*) AS n FROM pp_sig_burst')).toEqual([{ n: 6 }]);
  });
});

describe('links', () => {
  async function linked(sharers: number, elsewhere = 0): Promise<number> {
    const rows = emptyRows();
    for (let i = 0; i < sharers; i++) {
      order(rows, `o${i}`);
      rows.account_link.push({ member_id: `b-o${i}`, kind: 'device', link_key: 'd' });
    }
    for (let i = 0; i < elsewhere; i++) {
      rows.account_link.push({ member_id: `e${i}`, kind: 'device', link_key: 'd' });
    }
    await staged(rows);
    await stageReviews(scansHere(engine), never);
    await stageLinks(scansHere(engine));
    const [row] = await engine.rows('SELECT count(*) AS n FROM pp_sig_linked');
    return Number(row?.['n']);
  }

  it('take five accounts of one seller, and no value that two hundred share', async () => {
    expect(await linked(5)).toBe(5);
    expect(await linked(4)).toBe(0);
    expect(await linked(4, 10)).toBe(0);
    expect(await linked(5, 195)).toBe(5);
    expect(await linked(5, 196)).toBe(0);
  });

  it("see the seller's own contact among the buyers", async () => {
    const rows = emptyRows();
    rows.operator.push(
      { operator_id: 's1', contact: 'phone-1' },
      { operator_id: 's2', contact: 'x' },
    );
    order(rows, 'own');
    order(rows, 'theirs', { operator_id: 's2' });
    for (const member_id of ['b-own', 'b-theirs']) {
      rows.account_link.push({ member_id, kind: 'phone', link_key: 'phone-1' });
    }
    await staged(rows);
    await stageReviews(scansHere(engine), never);
    await stageLinks(scansHere(engine));
    const found = await engine.rows(`SELECT o.order_id FROM pp_sig_linked l
      JOIN pp_sig_order o ON o.order_no = l.order_no`);
    expect(found).toEqual([{ order_id: 'own' }]);
  });
});

describe('praise', () => {
  it('is early within ten minutes of delivery, and unbacked without the order', async () => {
    const rows = emptyRows();
    order(rows, 'o');
    rows.order_line.push({ order_line_id: 'l', order_id: 'o', listing_id: 'g' });
    const arrived = 50 * HOUR;
    const review = (review_id: string, change: Rows['review'][number]): void => {
      const whose = { order_id: 'o', listing_id: 'g', member_id: 'b-o', score: 5 };
      const created_at = at(arrived + 10 * MINUTE);
      rows.review.push({ review_id, ...whose, created_at, ...change });
    };
    review('well', {});
    review('early', { created_at: at(arrived + 10 * MINUTE - 1_000) });
    review('no-order', { order_id: null });
    review('unknown', { order_id: 'gone' });
    review('another', { member_id: 'm2' });
    review('nameless', { member_id: null });
    review('other-goods', { listing_id: 'h' });
    review('four', { score: 4 });
    review('three', { score: 3 });
    review('no-score', { score: null });
    review('planted', { planted: true });
    review('deleted', { deleted: true });
    await staged(rows);
    await stageReviews(scansHere(engine), never);
    const flags = await column('pp_sig_review', 'review_id', "early || ' ' || unbacked");
    expect(flags).toEqual({
      another: 'false true',
      early: 'true false',
      four: 'false false',
      nameless: 'false false',
      'no-order': null,
      'no-score': 'false false',
      'other-goods': 'false true',
      unknown: null,
      well: 'false false',
    });
    const unbacked = await column('pp_sig_review', 'review_id', 'unbacked');
    expect([unbacked['no-order'], unbacked['unknown']]).toEqual([true, true]);
  });

  async function alike(authors: number, sellersWithText = 1): Promise<number> {
    const rows = emptyRows();
    for (let seller = 0; seller < sellersWithText; seller++) {
      rows.listing.push({ listing_id: `g${seller}`, operator_id: `s${seller}` });
      for (let i = 0; i < 6; i++) {
        const member_id = `m${seller}-${Math.min(i, authors - 1)}`;
        const body = '这款面霜质地轻薄不油腻,早晚都在用';
        const whose = { listing_id: `g${seller}`, member_id, score: 5, body };
        rows.review.push({ review_id: `r${seller}-${i}`, ...whose, created_at: at(0) });
      }
    }
    await staged(rows);
    await stageReviews(scansHere(engine), never);
    await stageAlike(engine, scansHere(engine));
    const [row] = await engine.rows('SELECT count(*) AS n FROM pp_sig_alike');
    return Number(row?.['n']);
  }

  it('is alike with that of five authors of one seller, unless three sellers have it', async () => {
    expect(await alike(5)).toBe(6);
    expect(await alike(4)).toBe(0);
    expect(await alike(5, 2)).toBe(12);
    expect(await alike(5, 3)).toBe(0);
  });
});

describe('sales', () => {
  it('count complaints and returns where it is clear of what', async () => {
    const rows = emptyRows();
    for (const order_id of ['one', 'two']) {
      addSale(rows, { order_id, buyer_id: 'b', seller: 1, listing: 1, hours: 1, batch: 'A' });
    }
    const more = { order_line_id: 'more', order_id: 'two', listing_id: 'g1-2', batch: 'B' };
    rows.order_line.push(more, { ...more, order_line_id: 'again' });
    const complaint = (order_id: string, listing_id: string | null, received_at: string): void => {
      const complaint_id = `c${rows.complaint.length}`;
      rows.complaint.push({ complaint_id, order_id, listing_id, received_at });
    };
    complaint('one', null, at(9 * HOUR));
    complaint('one', 'g1-1', at(8 * HOUR));
    complaint('two', null, at(7 * HOUR));
    complaint('two', 'g1-2', at(6 * HOUR));
    const asked = { kind: 'return', requested_at: at(5 * HOUR) };
    rows.after_sale.push({ after_sale_id: 'a1', order_id: 'one', ...asked, no_reason: false });
    rows.after_sale.push({ after_sale_id: 'a2', order_id: 'two', ...asked });
    await staged(rows);
    await stageSales(scansHere(engine), never);
    const seen = await engine.rows(`SELECT listing_id, batch, complained, complained_at, returned
      FROM pp_sig_sale ORDER BY alone DESC, listing_id, batch`);
    const hour = (n: number): string => `2026-01-01T0${n}:00:00Z`;
    const sale = (batch: string, complained: boolean, n: number, returned: boolean): unknown => {
      const listing_id = batch === 'A' ? 'g1-1' : 'g1-2';
      return { listing_id, batch, complained, complained_at: hour(n), returned };
    };
    // The order of two things was complained of at seven without saying of which.
    expect(seen).toEqual([
      sale('A', true, 8, true),
      sale('A', false, 7, false),
      sale('B', true, 6, false),
    ]);
  });

  it('leave out returns without a reason, and those withdrawn', async () => {
    const rows = emptyRows();
    for (const order_id of ['a', 'b', 'c']) {
      addSale(rows, { order_id, buyer_id: 'b', seller: 1, listing: 1, hours: 1 });
    }
    const asked = { kind: 'return', requested_at: at(5 * HOUR) };
    rows.after_sale.push({ after_sale_id: '1', order_id: 'a', ...asked, no_reason: true });
    rows.after_sale.push({ after_sale_id: '2', order_id: 'b', ...asked, status: 'withdrawn' });
    rows.after_sale.push({ after_sale_id: '3', order_id: 'c', ...asked, no_reason: null });
    await staged(rows);
    await stageSales(scansHere(engine), never);
    const [row] = await engine.rows(
      'SELECT count(*) FILTER (WHERE returned) AS n FROM pp_sig_sale',
    );
    expect(row).toEqual({ n: 1 });
  });
});
