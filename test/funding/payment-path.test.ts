import { afterEach, describe, expect, it } from 'vitest';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { paymentPath } from '../../src/funding/payment-path.ts';
import type { PaymentPath } from '../../src/funding/payment-path.ts';
import { keptOfFee, keptOfOrder } from '../oracle/slow-funding.ts';
import { derive, members } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { randomLedger } from './random-ledger.ts';

const opened: DuckDb[] = [];

afterEach(() => opened.splice(0).forEach((db) => db.close()));

type Ask = (table: 'fee' | 'order', id: string) => Promise<PaymentPath | null>;

async function paths(ledger: Ledger, as_of = '2026-12-31'): Promise<Ask> {
  const { db } = await derive(ledger, { as_of });
  opened.push(db);
  const tables = Object.fromEntries(
    Object.entries(ledger).map(([name, rows]) => [
      name,
      { columns_present: [...new Set(rows.flatMap((row) => Object.keys(row)))] },
    ]),
  );
  return async (table, id) =>
    await paymentPath(db, { table, id }, { as_of, time_zone: 'UTC', tables });
}

const march = '2026-03-01T00:00:00Z';

/** a over b over c over d; e beside them. */
const chain = members(
  { member_id: 'a' },
  { member_id: 'b', recruiter_id: 'a' },
  { member_id: 'c', recruiter_id: 'b' },
  { member_id: 'd', recruiter_id: 'c', is_promoter: false },
  { member_id: 'e' },
);

function earned(
  commission_id: string,
  beneficiary_id: string,
  amount_minor: number | null,
  more: Readonly<Record<string, string | number | null>> = {},
): NonNullable<Ledger['commission']>[number] {
  return {
    commission_id,
    beneficiary_id,
    amount_minor,
    kind: 'recruit',
    source_member_id: 'd',
    order_id: null,
    level: null,
    status: 'paid',
    accrued_at: march,
    ...more,
  };
}

const shown = (path: PaymentPath | null): unknown[] | undefined =>
  path?.parts.map((one) => [
    one.commission_id,
    one.beneficiary_id,
    one.distance,
    one.amount_minor,
    one.funding,
  ]);

const feeOfD = { fee_id: 'f', member_id: 'd', kind: 'entry', amount_minor: 500, paid_at: march };

describe('the path of a payment', () => {
  it('goes up the tree, and the platform keeps the rest', async () => {
    const ask = await paths({
      member: chain,
      fee: [{ ...feeOfD, refunded_minor: 100 }],
      commission: [earned('1', 'a', 50), earned('2', 'c', 200), earned('3', 'e', 25)],
    });
    const path = await ask('fee', 'f');
    expect(shown(path)).toEqual([
      ['2', 'c', 1, 200, 'entry_fee'],
      ['1', 'a', 3, 50, 'entry_fee'],
      ['3', 'e', null, 25, 'entry_fee'],
    ]);
    // 500 less 100 given back; 200 + 50 + 25 were paid of it.
    expect(path).toMatchObject({
      table: 'fee',
      id: 'f',
      payer_id: 'd',
      kept_minor: 400,
      covered_minor: 275,
      beyond_minor: 0,
      remainder_minor: 125,
    });
  });

  it('shows what is paid beyond it, and then nothing is left', async () => {
    const ask = await paths({
      member: chain,
      fee: [{ ...feeOfD, amount_minor: 90 }],
      commission: [earned('1', 'c', 120), earned('2', 'b', 60)],
    });
    const path = await ask('fee', 'f');
    // 90 of 180 is one half: 60 and 30 are covered.
    expect(shown(path)).toEqual([
      ['1', 'c', 1, 60, 'entry_fee'],
      ['1', 'c', 1, 60, 'subsidy'],
      ['2', 'b', 2, 30, 'entry_fee'],
      ['2', 'b', 2, 30, 'subsidy'],
    ]);
    expect(path).toMatchObject({ covered_minor: 90, beyond_minor: 90, remainder_minor: 0 });
  });

  it('of an order says whose money it is, and the buyer who earned on it stands at 0', async () => {
    const ask = await paths({
      member: chain.map((row) => ({ ...row, is_promoter: row.member_id !== 'd' })),
      order: [
        { order_id: 'out', buyer_id: 'd', paid_minor: 1_000, paid: true, paid_at: march },
        { order_id: 'own', buyer_id: 'c', paid_minor: 300, paid: true, paid_at: march },
        { order_id: 'still', buyer_id: 'd', paid_minor: 70, paid: true, paid_at: march },
      ],
      plan: [{ plan_id: 'p', enabled: true, join_condition: 'appointed' }],
      commission: [
        earned('1', 'c', 100, { order_id: 'out', kind: 'own_sale' }),
        earned('2', 'c', 30, { order_id: 'own', kind: 'own_sale' }),
        earned('3', 'b', 15, { order_id: 'own', kind: 'downline_sale' }),
      ],
    });
    expect(shown(await ask('order', 'out'))).toEqual([['1', 'c', 1, 100, 'outside_retail']]);
    expect(shown(await ask('order', 'own'))).toEqual([
      ['2', 'c', 0, 30, 'own_use'],
      ['3', 'b', 1, 15, 'own_use'],
    ]);
    expect(await ask('order', 'own')).toMatchObject({ payer_id: 'c', remainder_minor: 255 });
    expect(await ask('order', 'still')).toMatchObject({ parts: [], remainder_minor: 70 });
  });

  it('of an order paid as a fee is that of the fee, asked for either way', async () => {
    const ask = await paths({
      member: chain,
      order: [{ order_id: 'o', buyer_id: 'd', paid_minor: 399, paid: true, paid_at: march }],
      fee: [{ ...feeOfD, kind: 'purchase_to_join', order_id: 'o', amount_minor: null }],
      commission: [earned('1', 'c', 99, { order_id: 'o' }), earned('2', 'b', 50)],
    });
    const path = await ask('order', 'o');
    expect(path).toMatchObject({ table: 'fee', id: 'f', kept_minor: 399, remainder_minor: 250 });
    expect(await ask('fee', 'f')).toEqual(path);
    expect(shown(path)).toEqual([
      ['1', 'c', 1, 99, 'qualifying_purchase'],
      ['2', 'b', 2, 50, 'qualifying_purchase'],
    ]);
  });

  it('shares among all who name the order or its payer what the order kept', async () => {
    const ask = await paths({
      member: chain,
      order: [{ order_id: 'o', buyer_id: 'd', paid_minor: 300, paid: true, paid_at: march }],
      fee: [{ ...feeOfD, kind: 'purchase_to_join', order_id: 'o', amount_minor: null }],
      commission: [earned('1', 'c', 200, { order_id: 'o' }), earned('2', 'b', 400)],
    });
    // 300 of 600 is one half of each.
    expect(shown(await ask('fee', 'f'))).toEqual([
      ['1', 'c', 1, 100, 'qualifying_purchase'],
      ['1', 'c', 1, 100, 'subsidy'],
      ['2', 'b', 2, 200, 'qualifying_purchase'],
      ['2', 'b', 2, 200, 'subsidy'],
    ]);
    expect(await ask('order', 'o')).toMatchObject({ beyond_minor: 300, remainder_minor: 0 });
  });

  it('leaves open what has no amount, and knows no payment of a later day', async () => {
    const ledger = {
      member: chain,
      fee: [
        { ...feeOfD, refunded_minor: null },
        { ...feeOfD, fee_id: 'g', member_id: 'c', amount_minor: null },
        { ...feeOfD, fee_id: 'h', paid_at: null },
      ],
      commission: [
        earned('1', 'c', null),
        earned('2', 'b', 10),
        earned('3', 'a', 20, { source_member_id: 'c' }),
      ],
    };
    const ask = await paths(ledger);
    expect(await ask('fee', 'f')).toMatchObject({
      kept_minor: 500,
      covered_minor: null,
      beyond_minor: null,
      remainder_minor: null,
    });
    expect(await ask('fee', 'g')).toMatchObject({
      kept_minor: null,
      covered_minor: 20,
      remainder_minor: null,
    });
    expect([await ask('fee', 'h'), await ask('fee', "no'body"), await ask('order', 'f')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await (await paths(ledger, '2026-02-28'))('fee', 'f')).toBeNull();
  });
});

describe('every payment of a random platform', () => {
  const seeds = Array.from({ length: 8 }, (_, i) => 7_100 + i);
  const beyond = new Set<boolean>();
  it.each(seeds)('is the sum of its parts and what remains, seed %i', async (seed) => {
    const ledger = randomLedger(seed);
    const ask = await paths(ledger);
    const paid = ledger.fee.filter(({ paid_at }) => paid_at !== null);
    const orders = ledger.order.map(
      (order) => ['order', String(order['order_id']), keptOfOrder(order)] as const,
    );
    const fees = paid.map((fee) => ['fee', String(fee['fee_id']), keptOfFee(fee)] as const);
    let traced = 0;
    const seen = new Set<string>();
    for (const [table, id, kept] of [...fees, ...orders]) {
      const path = (await ask(table, id))!;
      if (path.table === table) expect([id, path.kept_minor]).toEqual([id, kept]);
      const of = (exceeds: boolean): number =>
        path.parts
          .filter(({ reason }) => (reason === 'exceeds_source') === exceeds)
          .reduce((sum, { amount_minor }) => sum + amount_minor!, 0);
      expect(of(false) + path.remainder_minor!).toBe(path.kept_minor);
      expect(of(true)).toBe(path.beyond_minor);
      expect(path.remainder_minor).toBeGreaterThanOrEqual(0);
      beyond.add(path.beyond_minor! > 0);
      if (seen.has(`${path.table} ${path.id}`)) continue;
      seen.add(`${path.table} ${path.id}`);
      traced += path.parts.length;
    }
    const [row] = await opened
      .at(-1)!
      .rows('SELECT count(*) AS parts FROM commission_funding WHERE source_id IS NOT NULL');
    expect(traced).toBe(row?.['parts']);
  });

  it('was exceeded by its commissions in some', () => {
    expect(beyond).toEqual(new Set([true, false]));
  });
});
