import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { seeded } from '../../src/generate/random.ts';
import type { OnProgress } from '../../src/model/progress.ts';
import { findSignals } from '../../src/signals/find-signals.ts';
import { spanOf } from '../../src/signals/suspicion.ts';
import type { Ground, Signals } from '../../src/signals/suspicion.ts';
import { writeSignals } from '../../src/signals/write-signals.ts';
import { addSale, at, fillMarket, lawfulMarket, listingId } from './market.ts';
import type { Rows } from './market.ts';

const options = { as_of: '2026-12-31', time_zone: 'Asia/Shanghai' };
const HOUR = 3_600_000;
let engine: DuckDb;

beforeAll(async () => {
  engine = await DuckDb.open({ threads: 2 });
});
afterAll(() => engine.close());

async function signalsOf(rows: Rows): Promise<Signals> {
  await fillMarket(engine, rows);
  return await findSignals(engine, options);
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

  it('are the same on one thread and four, in any order of rows', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: true, parcel: false });
    const first = await signalsOf(rows);
    const other = await DuckDb.open({ threads: 1 });
    try {
      for (const list of Object.values(rows)) list.reverse();
      await fillMarket(other, rows);
      expect(await findSignals(other, options)).toEqual(first);
      const left = await other.rows('SELECT table_name FROM duckdb_tables() WHERE temporary');
      expect(left).toEqual([]);
    } finally {
      other.close();
    }
  });

  it('do not see what is later than the day they are judged as of', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: true, parcel: false });
    await fillMarket(engine, rows);
    // The first order of the ring is of hour 100: the fifth of January, noon in Shanghai.
    const early = { ...options, as_of: '2026-01-05' };
    expect(told(await findSignals(engine, early))).toEqual([]);
    expect(told(await findSignals(engine, { ...options, as_of: '2026-02-20' }))).toHaveLength(1);
  });

  it('leave dense blocks out of scope above the limit of pairs', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: true, parcel: false });
    await fillMarket(engine, rows);
    const bought = rows.order.map(({ buyer_id }, i) => [
      buyer_id,
      rows.order_line[i]!['listing_id'],
    ]);
    const pairs = new Set(bought.map((pair) => pair.join(' '))).size;
    const at = async (pairs_max: number): Promise<unknown> => {
      const seen: string[] = [];
      const progress: OnProgress = ({ subject, done, total }) => {
        seen.push(`${subject} ${done}/${total}`);
      };
      const found = await findSignals(engine, { ...options, pairs_max, progress });
      // Whoever watches sees each of the twelve steps, whether blocks are searched for or not.
      expect(seen).toEqual(Array.from({ length: 12 }, (_, i) => `signal ${i + 1}/12`));
      const scope = found.scopes.find(({ ground }) => ground === 'dense_block');
      return [told(found), scope?.measured];
    };
    const without = [['brushing s3: undelivered linked_accounts'], false];
    const with_ = [['brushing s3: dense_block undelivered linked_accounts'], true];
    expect(await at(pairs - 1)).toEqual(without);
    expect(await at(pairs)).toEqual(with_);
    expect(await at(pairs + 1)).toEqual(with_);
  });

  it('say what the data do not allow to be looked for', async () => {
    const rows = { ...lawfulMarket(6), shipment: [], account_link: [] };
    const { scopes } = await signalsOf(rows);
    const sellers = scopes.filter(({ subject_kind }) => subject_kind === 'operator');
    expect(sellers.map(({ ground, measured }) => [ground, measured])).toEqual([
      ['dense_block', true],
      ['undelivered', true],
      ['linked_accounts', false],
      ['equal_burst', true],
      ['money_back', true],
      ['early_reviews', true],
      ['alike_reviews', true],
    ]);
    const agencies = scopes.filter(({ subject_kind }) => subject_kind === 'mcn');
    expect(new Set(agencies.map(({ needs }) => needs))).toEqual(new Set(['live_session.mcn_id']));
    expect(agencies.some(({ measured }) => measured)).toBe(false);
    const batches = scopes.filter(({ subject_kind }) => subject_kind === 'batch');
    expect(batches.map(({ ground, measured, needs }) => [ground, measured, needs])).toEqual([
      ['complaints', true, 'order_line.batch'],
      ['returns', true, 'order_line.batch'],
      ['bad_reviews', true, 'order_line.batch'],
      ['quality_events', false, 'quality_event.kind'],
    ]);
  });

  it('are written with days in the zone, grounds in order and ids of their own', async () => {
    const rows = lawfulMarket(6);
    plantRing(rows, { linked: true, parcel: false });
    const signals = await signalsOf(rows);
    const twice = { ...signals, suspicions: [...signals.suspicions, ...signals.suspicions] };
    for (const table of ['signal', 'signal_ground', 'signal_scope'] as const) {
      await writeSignals(engine, table, twice, 'Asia/Shanghai');
    }
    const [first, second] = await engine.rows('SELECT * FROM signal ORDER BY signal_id');
    // Hours 100 and 100 + 13 × 29 + 40 × 5 = 677, eight hours ahead of UTC.
    expect(first).toMatchObject({
      signal_id: 'brushing:operator:s3',
      operator_id: 's3',
      grounds: 3,
      ground_names: 'dense_block, undelivered, linked_accounts',
      first_on: '2026-01-05',
      last_on: '2026-01-29',
    });
    expect(second).toMatchObject({ signal_id: 'brushing:operator:s3#2' });
    const grounds = await engine.rows(`SELECT ground, family, threshold FROM signal_ground
      WHERE signal_id = 'brushing:operator:s3' ORDER BY ground`);
    expect(grounds).toEqual([
      { ground: 'dense_block', family: 'purchases', threshold: 1.585 },
      { ground: 'linked_accounts', family: 'accounts', threshold: 1.585 },
      { ground: 'undelivered', family: 'logistics', threshold: 1.585 },
    ]);
    const [scope] = await engine.rows('SELECT count(*) AS n FROM signal_scope WHERE measured');
    expect(scope).toEqual({ n: signals.scopes.filter(({ measured }) => measured).length });
  });

  it('name a group of accounts that serves several sellers, and none of these', async () => {
    const rows = lawfulMarket(12);
    for (let i = 0; i < 25; i++) {
      const buyer_id = `x${String(i).padStart(2, '0')}`;
      rows.account_link.push({ member_id: buyer_id, kind: 'payment', link_key: 'card' });
      for (let seller = 0; seller < 8; seller++) {
        const order_id = `x-${i}-${seller}`;
        const hours = 100 + 31 * i + 7 * seller;
        // A listing that nobody else buys.
        const price = 900 + 8 * i + seller;
        addSale(rows, { order_id, buyer_id, seller, listing: 6, hours, price });
      }
    }
    const signals = await signalsOf(rows);
    expect(told(signals)).toEqual(['account_group x00: dense_block linked_accounts']);
    const [group] = signals.suspicions;
    expect(group).toMatchObject({ subject_kind: 'account_group', operator_id: null });
    expect(group!.grounds[1]).toMatchObject({ cases: 200, expected: 0, family: 'accounts' });
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

describe('the span of a suspicion', () => {
  const ground = (first_at: string | null, last_at: string | null): Ground => ({
    name: '',
    family: '',
    cases: 0,
    out_of: 0,
    expected: 0,
    strength: 0,
    threshold: 0,
    statement: { zh: '', en: '' },
    first_at,
    last_at,
  });

  it('is where all grounds are seen, else from the first to the last, else unknown', () => {
    const one = ground('2026-01-02T00:00:00Z', '2026-03-01T00:00:00Z');
    const two = ground('2026-02-01T00:00:00Z', '2026-09-01T00:00:00Z');
    const apart = ground('2026-03-02T00:00:00Z', '2026-04-01T00:00:00Z');
    expect(spanOf([one, two])).toEqual({ first_at: two.first_at, last_at: one.last_at });
    expect(spanOf([apart, one])).toEqual({ first_at: one.first_at, last_at: apart.last_at });
    expect(spanOf([ground(null, null)])).toEqual({ first_at: null, last_at: null });
    expect(spanOf([ground(null, null), one])).toEqual({
      first_at: one.first_at,
      last_at: one.last_at,
    });
  });
});
