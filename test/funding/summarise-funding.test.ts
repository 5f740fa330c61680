import { afterEach, describe, expect, it } from 'vitest';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import { summariseFunding } from '../../src/funding/summarise-funding.ts';
import { derive, members } from './ledger.ts';

const opened: DuckDb[] = [];

afterEach(() => opened.splice(0).forEach((db) => db.close()));

const options = {
  as_of: '2026-12-31',
  time_zone: 'UTC',
  tables: Object.fromEntries(
    [
      ['fee', 'amount_minor paid_at'],
      ['order', 'paid_minor'],
      ['commission', 'status'],
    ].map(([table, columns]) => [table!, { columns_present: columns!.split(' ') }]),
  ),
};

/** a over b and c, c over d; each paid 100 to join, and a and c earned on it. */
async function platform(): Promise<DuckDb> {
  const joined = (n: number): string => `2026-0${n}-01T00:00:00Z`;
  const { db } = await derive({
    member: members(
      { member_id: 'a', joined_at: joined(1) },
      { member_id: 'b', recruiter_id: 'a', joined_at: joined(2) },
      { member_id: 'c', recruiter_id: 'a', joined_at: joined(2) },
      { member_id: 'd', recruiter_id: 'c', joined_at: joined(3) },
    ),
    fee: ['a', 'b', 'c', 'd'].map((member_id, i) => ({
      fee_id: `f${member_id}`,
      member_id,
      kind: 'entry',
      amount_minor: 100,
      paid_at: joined([1, 2, 2, 3][i]!),
    })),
    order: [{ order_id: 'o', buyer_id: 'd', paid_minor: 70, paid: true, paid_at: joined(4) }],
    commission: [
      ['1', 'a', 'b', 60, 'paid', null],
      ['2', 'a', 'c', 60, 'accrued', null],
      ['3', 'c', 'd', 40, 'paid', null],
      ['4', 'a', 'd', 20, 'paid', null],
      ['5', 'c', null, 20, 'accrued', 'o'],
    ].map(([commission_id, beneficiary_id, source_member_id, amount_minor, status, order_id]) => ({
      commission_id: commission_id!,
      beneficiary_id: beneficiary_id!,
      source_member_id: source_member_id!,
      amount_minor: amount_minor!,
      status: status!,
      order_id: order_id!,
      kind: order_id === null ? 'recruit' : 'downline_sale',
      level: 1,
      accrued_at: joined(order_id === null ? 3 : 4),
    })),
    withdrawal: [{ withdrawal_id: 'w', member_id: 'a', amount_minor: 50, status: 'paid' }],
  });
  opened.push(db);
  return db;
}

describe('the summary of funding', () => {
  it('adds up what a hand can', async () => {
    const summary = await summariseFunding(await platform(), options);
    // 60 + 60 + 40 + 20 from fees, 20 from what d bought for itself.
    expect(summary?.whole).toMatchObject({ recruitment: 180, own_use: 20, total: 200, entries: 5 });
    expect(summary?.months.map(({ id, total }) => [id, total])).toEqual([
      ['2026-03', 180],
      ['2026-04', 20],
    ]);
    expect(summary?.beneficiaries.map(({ id, total }) => [id, total])).toEqual([
      ['a', 140],
      ['c', 60],
    ]);
    // Each paid 100: a earned 140, c 60, b and d nothing. Gini of 60 and 140:
    // (2 (1 · 60 + 2 · 140) - 3 · 200) / (2 · 200) = 80 / 400.
    expect(summary?.gains).toEqual({
      id: 'all',
      payers: 4,
      never_back: 3,
      paid_in: 400,
      earned: 200,
      never_back_all: 3,
      own_use: 70,
      accrued: 200,
      paid: 120,
      withdrawn: 50,
      earners: 2,
      top_earners: 1,
      earners_minor: 200,
      top_earners_minor: 140,
      gini: 0.2,
    });
    // Four fees of 100 and an order of 70; 120 of 200 is paid.
    expect(summary?.cash).toMatchObject({ cash_in: 470, unpaid: 80, left: 350, exceeds: false });
    expect(summary?.by_level).toEqual([
      { id: '1', payers: 1, never_back: 0, paid_in: 100, earned: 140 },
      { id: '2', payers: 2, never_back: 2, paid_in: 200, earned: 60 },
      { id: '3', payers: 1, never_back: 1, paid_in: 100, earned: 0 },
    ]);
    expect(summary?.by_month.map(({ id, payers }) => [id, payers])).toEqual([
      ['2026-01', 1],
      ['2026-02', 2],
      ['2026-03', 1],
    ]);
    expect(summary?.flows).toEqual([
      { from_level: 2, to_level: 1, amount: 120 },
      { from_level: 3, to_level: 2, amount: 60 },
      { from_level: 3, to_level: 1, amount: 20 },
    ]);
  });

  it.each([1, 2, 3, 4])('holds at most the rows it may: %i', async (most) => {
    const summary = await summariseFunding(await platform(), options, most);
    expect(summary?.by_level).toHaveLength(Math.min(most, 3));
    expect(summary?.by_month).toHaveLength(Math.min(most, 3));
    expect(summary?.flows).toHaveLength(Math.min(most, 3));
  });

  it('says nothing where there is no commission', async () => {
    const { db } = await derive({ member: members({ member_id: 'a' }) });
    opened.push(db);
    expect(await summariseFunding(db, options)).toBeNull();
  });
});
