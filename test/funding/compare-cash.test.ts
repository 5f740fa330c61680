import { describe, expect, it } from 'vitest';
import { scansHere } from '../../src/engine/scan-site.ts';
import { compareCash } from '../../src/funding/compare-cash.ts';
import type { FundingCash } from '../../src/model/report-funding.ts';
import { derive, members } from './ledger.ts';
import type { Ledger } from './ledger.ts';

const at = '2026-03-01T00:00:00Z';

async function cash(ledger: Ledger): Promise<FundingCash> {
  const { db } = await derive(ledger);
  try {
    const tables = Object.fromEntries(
      Object.entries(ledger).map(([name, rows]) => [
        name,
        { columns_present: [...new Set(rows.flatMap((row) => Object.keys(row)))] },
      ]),
    );
    return await compareCash(scansHere(db), { as_of: '2026-12-31', time_zone: 'UTC', tables });
  } finally {
    db.close();
  }
}

const member = members({ member_id: 'a' }, { member_id: 'b', recruiter_id: 'a' });

const fee = (fee_id: string, more: Readonly<Record<string, string | number | null>> = {}) => ({
  fee_id,
  member_id: 'b',
  kind: 'entry',
  amount_minor: 100,
  paid_at: at,
  ...more,
});

const order = (order_id: string, more: Readonly<Record<string, string | number | null>> = {}) => ({
  order_id,
  buyer_id: 'b',
  paid_minor: 50,
  paid: true,
  paid_at: at,
  ...more,
});

const earned = (commission_id: string, amount_minor: number | null, status = 'paid') => ({
  commission_id,
  beneficiary_id: 'a',
  amount_minor,
  status,
  accrued_at: at,
});

const base = {
  member,
  fee: [fee('f', { refunded_minor: 10 }), fee('r', { kind: 'recharge', amount_minor: 1_000 })],
  order: [order('o'), order('p', { refunded_minor: 20 }), order('q', { paid_at: '2027-02-01' })],
};

describe('commission beside what came in', () => {
  it('is unpaid more than what is left where more was earned than came in', async () => {
    // 90 of the fee, 50 and 30 of the orders; 171 earned, of which 40 is paid. 131 > 130.
    const commission = [earned('1', 40), earned('2', 131, 'accrued'), earned('3', 9, 'reversed')];
    expect(await cash({ ...base, commission })).toEqual({
      fees: 90,
      orders: 80,
      cash_in: 170,
      stored: 1_000,
      unnamed: 0,
      unpriced: 0,
      accrued: 171,
      paid: 40,
      unpaid: 131,
      left: 130,
      exceeds: true,
      needs: [],
    });
  });

  it('is not at the very sum, however much is paid', async () => {
    for (const paid of [0, 40, 170]) {
      const commission = [earned('1', paid), earned('2', 170 - paid, 'accrued')];
      expect(await cash({ ...base, commission })).toMatchObject({ paid, exceeds: false });
    }
  });

  it('counts an order paid as a fee once, and a split order by its parts', async () => {
    const found = await cash({
      member,
      fee: [fee('f', { kind: 'purchase_to_join', order_id: 'o', amount_minor: null })],
      order: [
        order('o', { parent_order_id: null }),
        order('whole', { paid_minor: 70 }),
        order('half', { paid_minor: 30, parent_order_id: 'whole' }),
        order('rest', { paid_minor: 40, parent_order_id: 'whole' }),
      ],
      commission: [earned('1', 1)],
    });
    expect(found).toMatchObject({ fees: 50, orders: 70, cash_in: 120, unpriced: 0 });
  });

  it.each([
    ['fees not supplied', { order: base.order }, ['fee.amount_minor']],
    ['orders not supplied', { fee: base.fee }, ['order.paid_minor']],
    [
      'an order without an amount',
      { ...base, order: [...base.order, order('z', { paid_minor: null })] },
      ['order.paid_minor'],
    ],
    [
      'a fee without an amount',
      { ...base, fee: [...base.fee, fee('z', { amount_minor: null })] },
      ['fee.amount_minor'],
    ],
    [
      'a fee of unknown kind that would cover it',
      { ...base, fee: [...base.fee, fee('z', { kind: null, amount_minor: 30 })] },
      ['fee.kind'],
    ],
  ] as const)('cannot be told with %s', async (_, supplied, needs) => {
    const found = await cash({ member, ...supplied, commission: [earned('1', 200)] });
    expect(found).toMatchObject({ exceeds: null, needs });
    // More coming in could not turn the other answer.
    const less = await cash({ member, ...supplied, commission: [earned('1', 10)] });
    expect(less).toMatchObject({ exceeds: false, needs: [] });
  });

  it('exceeds whatever a fee of unknown kind was, where it would not cover it', async () => {
    const unnamed = fee('z', { kind: null, amount_minor: 29 });
    const ledger = { ...base, fee: [...base.fee, unnamed], commission: [earned('1', 200)] };
    expect(await cash(ledger)).toMatchObject({ unnamed: 29, exceeds: true, needs: [] });
  });

  it('cannot be told to be covered where a commission has no amount', async () => {
    const some = { ...base, commission: [earned('1', 170), earned('2', null)] };
    expect(await cash(some)).toMatchObject({ exceeds: null, needs: ['commission.amount_minor'] });
    const more = { ...base, commission: [earned('1', 171), earned('2', null)] };
    expect(await cash(more)).toMatchObject({ exceeds: true, needs: [] });
  });

  it('does not take unmarked for unpaid', async () => {
    const { status: _, ...unmarked } = earned('1', 171);
    expect(await cash({ ...base, commission: [unmarked] })).toMatchObject({
      paid: null,
      unpaid: null,
      left: null,
      exceeds: true,
    });
  });
});
