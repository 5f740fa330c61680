import { afterEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { analyseNetwork } from '../../../src/network/analyse-network.ts';
import { addForest, addRows, emptyNetworkTables } from '../../support/network-tables.ts';

const opened: DuckDb[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

type Fee = Readonly<Record<string, string | number | null>>;

/** top over a and b; everybody joined on the first day of 2024. */
async function crossings(fees: readonly Fee[], paid_minor?: number): Promise<unknown> {
  const db = await DuckDb.open({ threads: 1 });
  opened.push(db);
  await emptyNetworkTables(db);
  await addForest(db, [
    ['top', null],
    ['a', 'top'],
    ['b', 'a'],
  ]);
  const none = { refunded_minor: null, refunded_at: null };
  await addRows(
    db,
    'fee',
    fees.map((one) => ({ ...none, ...one })),
  );
  await analyseNetwork(db, {
    time_zone: 'Asia/Shanghai',
    ...(paid_minor !== undefined && { paid_minor }),
  });
  return db.rows('SELECT * EXCLUDE (tree, threshold_minor) FROM network_paid_crossing');
}

describe('the day on which 2.5 million yuan had been paid', () => {
  it('is that of the payment that makes it 2,500,000.00, not one fen less', async () => {
    const fees: Fee[] = [
      { fee_id: '1', member_id: 'b', amount_minor: 249_999_999, paid_at: '2024-02-01 00:00:00' },
      { fee_id: '2', member_id: 'top', amount_minor: 1, paid_at: '2024-03-01 16:00:00' },
    ];
    expect(await crossings(fees)).toEqual([
      {
        member_id: 'top',
        gross_minor: 250_000_000,
        net_minor: null,
        gross_on: '2024-03-02',
        net_on: null,
        net_holds: null,
      },
    ]);
  });

  it('is later, and may be passed again, when money was given back', async () => {
    const fees: Fee[] = [
      {
        fee_id: '1',
        member_id: 'b',
        amount_minor: 100,
        refunded_minor: 60,
        paid_at: '2024-02-01 00:00:00',
        refunded_at: '2024-02-10 00:00:00',
      },
      { fee_id: '2', member_id: 'a', amount_minor: 50, paid_at: '2024-03-01 00:00:00' },
      { fee_id: '3', member_id: 'a', amount_minor: 20, paid_at: null },
    ];
    expect(await crossings(fees, 100)).toEqual([
      row('a', 150, 90, '2024-02-01', '2024-02-01', false),
      row('b', 100, 40, '2024-02-01', '2024-02-01', false),
      row('top', 150, 90, '2024-02-01', '2024-02-01', false),
    ]);
    expect(await crossings(fees, 120)).toEqual([
      row('a', 150, 90, '2024-03-01', null, false),
      row('top', 150, 90, '2024-03-01', null, false),
    ]);
  });

  it('takes an undated refund off the payment, and never more than was paid', async () => {
    const fees: Fee[] = [
      { ...fee('1', 'b', 100, '2024-02-01'), refunded_minor: 500 },
      {
        ...fee('2', 'b', 100, '2024-02-05'),
        refunded_minor: 0,
        refunded_at: '2024-01-01 00:00:00',
      },
      fee('3', 'b', -10, '2024-02-06'),
    ];
    expect(await crossings(fees, 100)).toEqual([
      row('a', 200, 90, '2024-02-01', '2024-02-05', false),
      row('b', 200, 90, '2024-02-01', '2024-02-05', false),
      row('top', 200, 90, '2024-02-01', '2024-02-05', false),
    ]);
  });

  it('is not asked where no payment has a date', async () => {
    expect(await crossings([{ ...fee('1', 'b', 500, ''), paid_at: null }], 100)).toEqual([]);
  });
});

function fee(fee_id: string, member_id: string, amount_minor: number, on: string): Fee {
  return { fee_id, member_id, amount_minor, paid_at: `${on} 00:00:00` };
}

function row(
  ...[member_id, gross_minor, net_minor, gross_on, net_on, net_holds]: unknown[]
): unknown {
  return { member_id, gross_minor, net_minor, gross_on, net_on, net_holds };
}
