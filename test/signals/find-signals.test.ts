import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { seeded } from '../../src/generate/random.ts';
import { findSignals } from '../../src/signals/find-signals.ts';
import type { Signals } from '../../src/signals/suspicion.ts';
import { addSale, at, fillMarket, lawfulMarket, listingId } from './market.ts';
import type { Rows } from './market.ts';

const HOUR = 3_600_000;
let engine: DuckDb;

beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

async function signalsOf(rows: Rows): Promise<Signals> {
  await fillMarket(engine, rows);
  return await findSignals(engine, { as_of: '2026-12-31', time_zone: 'Asia/Shanghai' });
}

/** 'kind subject: grounds' for each suspicion. */
function told({ suspicions }: Signals): string[] {
  return suspicions.map(
    ({ kind, subject_id, grounds }) =>
      `${kind} ${subject_id}: ${grounds.map(({ name }) => name).join(' ')}`,
  );
}

/** Thirty accounts on one phone buy all six listings of seller 3, without a parcel. */
function plantRing(rows: Rows, what: { linked: boolean; parcel: boolean }): void {
  for (let i = 0; i < 30; i++) {
    const buyer_id = `x${String(i).padStart(2, '0')}`;
    const key = what.linked ? 'phone-farm' : `phone-${i}`;
    rows.account_link.push({ member_id: buyer_id, kind: 'device', link_key: key });
    for (let listing = 0; listing < 6; listing++) {
      addSale(rows, {
        order_id: `x-${i}-${listing}`,
        buyer_id,
        seller: 3,
        listing,
        hours: 100 + 13 * i + 40 * listing,
        parcel: what.parcel,
        price: 700 + 3 * i + listing,
      });
    }
  }
}

describe('signals', () => {
  it('are none in a market where nothing is wrong, over 5 seeds', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect({ seed, told: told(await signalsOf(lawfulMarket(seed))) }).toEqual({ seed, told: [] });
    }
  });

  it('name a seller with a ring of linked accounts and no parcels, on three grounds', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: true, parcel: false });
    const signals = await signalsOf(rows);
    expect(told(signals)).toEqual(['brushing s3: dense_block undelivered linked_accounts']);
    const [ring] = signals.suspicions;
    const block = ring!.grounds[0]!;
    // One ordinary buyer of half of the seller's listings may be taken in.
    expect(block.cases).toBeGreaterThanOrEqual(180);
    expect(block.cases).toBeLessThan(190);
    expect(block.statement.en).toMatch(/joins 3[01] accounts and 6 listings by 18\d pairs/);
    const linked = ring!.grounds[2]!;
    expect(linked).toMatchObject({ cases: 180, expected: 0, first_at: '2026-01-05T04:00:00Z' });
  });

  it('want two grounds: the ring alone, with parcels and apart, is not told of', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: false, parcel: true });
    expect(told(await signalsOf(rows))).toEqual([]);
  });

  it('count bursts of equal amounts, money that comes back, early and alike praise', async () => {
    const rows = lawfulMarket(7);
    const random = seeded(8);
    for (let i = 0; i < 40; i++) {
      const order_id = `y-${i}`;
      const buyer_id = `b${i}`;
      addSale(rows, { order_id, buyer_id, seller: 1, listing: i % 6, hours: 5_000, price: 8_800 });
      rows.commission.push({
        commission_id: `m-${i}`,
        order_id,
        beneficiary_id: buyer_id,
        amount_minor: i < 30 ? 4_400 : 4_399,
      });
      rows.review.push({
        review_id: `r-${order_id}`,
        order_id,
        listing_id: listingId(1, i % 6),
        member_id: buyer_id,
        score: 5,
        body: `孩子很喜欢这款,材质厚实没有异味,安装也简单,强烈推荐给大家${random.below(10)}`,
        created_at: at((5_000 + 48) * HOUR + 5 * 60_000),
      });
    }
    const signals = await signalsOf(rows);
    expect(told(signals)).toEqual([
      'brushing s1: equal_burst money_back early_reviews alike_reviews',
    ]);
    const cases = signals.suspicions[0]!.grounds.map((ground) => ground.cases);
    expect(cases).toEqual([40, 30, 40, 40]);
  });

  it('name a listing whose praise has no orders behind it and is all alike', async () => {
    const rows = lawfulMarket(9);
    for (let i = 0; i < 30; i++) {
      rows.review.push({
        review_id: `z-${i}`,
        order_id: null,
        listing_id: listingId(5, 2),
        member_id: `f${i}`,
        score: 5,
        body: `这是我买过最值得的一件,做工精细,送人自用都合适,五星好评${i % 3}`,
        created_at: at(2_000 * HOUR + i * HOUR),
      });
    }
    expect(told(await signalsOf(rows))).toEqual(['planted_reviews g5-2: unbacked alike_reviews']);
  });

  it('leave out a default text of the software and what the source calls planted', async () => {
    const rows = lawfulMarket(10);
    for (let i = 0; i < 60; i++) {
      rows.review.push({
        review_id: `z-${i}`,
        order_id: null,
        listing_id: listingId(i % 6, 2),
        member_id: `f${i}`,
        score: 5,
        body: '该用户觉得商品很好,系统默认给出五星好评',
        created_at: at(2_000 * HOUR + i * HOUR),
      });
      rows.review.push({
        review_id: `w-${i}`,
        order_id: null,
        listing_id: listingId(5, 1),
        member_id: null,
        planted: true,
        score: 5,
        body: '后台添加的一模一样的好评文字内容',
        created_at: at(2_000 * HOUR + i * HOUR),
      });
    }
    expect(told(await signalsOf(rows))).toEqual([]);
  });

  it('name a batch with more complaints and returns than its sisters', async () => {
    const rows = lawfulMarket(11);
    for (let i = 0; i < 60; i++) {
      const order_id = `q-${i}`;
      addSale(rows, {
        order_id,
        buyer_id: `b${i}`,
        seller: 2,
        listing: 4,
        hours: 9 * i,
        batch: 'Q',
      });
      const when = at((9 * i + 90) * HOUR);
      if (i < 15) {
        rows.complaint.push({
          complaint_id: `c-${i}`,
          order_id,
          listing_id: null,
          received_at: when,
        });
      }
      if (i >= 6 && i < 26) {
        const reason = { no_reason: i >= 21, kind: 'return', requested_at: when };
        rows.after_sale.push({ after_sale_id: `a-${i}`, order_id, ...reason });
      }
    }
    rows.quality_event.push(
      {
        quality_event_id: 'e1',
        listing_id: 'g2-4',
        batch: 'Q',
        kind: 'spot_check',
        result: 'failed',
      },
      {
        quality_event_id: 'e2',
        listing_id: 'g2-4',
        batch: 'Q',
        kind: 'spot_check',
        result: 'passed',
      },
    );
    const signals = await signalsOf(rows);
    expect(told(signals).filter((one) => one.includes('/'))).toEqual([
      'complaint_cluster g2-4/Q: complaints returns quality_events',
    ]);
    const batch = signals.suspicions.find(({ batch }) => batch === 'Q')!;
    expect(batch.grounds.map(({ cases, out_of }) => [cases, out_of])).toEqual([
      [15, 60],
      [15, 60],
      [1, 1],
    ]);
    expect(batch).toMatchObject({ subject_kind: 'batch', operator_id: 's2', listing_id: 'g2-4' });
  });
});
