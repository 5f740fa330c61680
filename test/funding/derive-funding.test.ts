import { afterEach, describe, expect, it } from 'vitest';
import type { DuckDb } from '../../src/engine/duckdb.ts';
import type { SqlRow } from '../../src/engine/sql-engine.ts';
import type { Derived, Ledger } from './ledger.ts';
import { derive, members } from './ledger.ts';

const opened: DuckDb[] = [];

async function derived(ledger: Ledger, as_of?: string): Promise<Derived> {
  const all = await derive(ledger, as_of === undefined ? {} : { as_of });
  opened.push(all.db);
  return all;
}

afterEach(() => opened.splice(0).forEach((db) => db.close()));

/** 'id/part funding counts_as reason amount source', one line a row. */
function lines(rows: readonly SqlRow[]): string[] {
  return rows.map((row) =>
    [
      `${row['commission_id']}/${row['part']}`,
      row['funding'],
      row['counts_as'],
      row['reason'],
      row['amount_minor'],
      row['source_id'] ?? '-',
    ].join(' '),
  );
}

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T00:00:00Z`;

/** a recruits b and c; b recruits d; d only buys; e has no tie at all. */
const people = members(
  { member_id: 'a', is_promoter: true },
  { member_id: 'b', recruiter_id: 'a', is_promoter: true },
  { member_id: 'c', recruiter_id: 'a', is_promoter: true },
  { member_id: 'd', recruiter_id: 'b', is_promoter: false },
  { member_id: 'e', is_promoter: null },
);

const joinedByFee = [
  { fee_id: 'fa', member_id: 'a', kind: 'entry', amount_minor: 100, paid_at: day(1) },
  { fee_id: 'fb', member_id: 'b', kind: 'entry', amount_minor: 100, paid_at: day(10) },
  { fee_id: 'fc', member_id: 'c', kind: 'entry', amount_minor: 100, paid_at: day(10) },
];

const payAnything = { kind: 'downline_sale', level: 1, beneficiary_id: 'a', amount_minor: 10 };

describe('commission_funding', () => {
  it('names the payment each commission came from', async () => {
    const { funding } = await derived({
      member: people,
      fee: joinedByFee,
      plan: [{ plan_id: 'p', enabled: true, join_condition: 'fee' }],
      order: [
        { order_id: 'own', buyer_id: 'b', paid_minor: 500, paid: true, paid_at: day(12) },
        { order_id: 'out', buyer_id: 'd', paid_minor: 500, paid: true, paid_at: day(12) },
        { order_id: 'guest', buyer_id: 'x', paid_minor: 500, paid: true, paid_at: day(12) },
        { order_id: 'before', buyer_id: 'c', paid_minor: 500, paid: true, paid_at: day(9) },
        { order_id: 'nobody', buyer_id: null, paid_minor: 500, paid: true, paid_at: day(12) },
        { order_id: 'maybe', buyer_id: 'e', paid_minor: 500, paid: true, paid_at: day(12) },
      ],
      commission: [
        {
          commission_id: '1',
          kind: 'recruit',
          beneficiary_id: 'a',
          amount_minor: 30,
          source_member_id: 'b',
          accrued_at: day(10),
        },
        { commission_id: '2', order_id: 'own', ...payAnything },
        { commission_id: '3', order_id: 'out', ...payAnything },
        { commission_id: '4', order_id: 'guest', ...payAnything },
        { commission_id: '5', order_id: 'before', ...payAnything },
        { commission_id: '6', order_id: 'nobody', ...payAnything },
        { commission_id: '7', order_id: 'maybe', ...payAnything },
        { commission_id: '8', order_id: 'lost', ...payAnything },
        { commission_id: '9', source_member_id: 'b', ...payAnything },
        {
          commission_id: 'A',
          kind: 'recruit',
          beneficiary_id: 'b',
          amount_minor: 5,
          source_member_id: 'd',
        },
        { commission_id: 'B', kind: 'recruit', beneficiary_id: 'b', amount_minor: 5 },
      ],
    });
    expect(lines(funding)).toEqual([
      '1/1 entry_fee recruitment fee_for_joining 30 fb',
      '2/1 own_use own_use order_of_participant 10 own',
      '3/1 outside_retail retail order_of_outsider 10 out',
      '4/1 outside_retail retail buyer_without_account 10 guest',
      '5/1 outside_retail retail order_before_joining 10 before',
      '6/1 unknown open buyer_not_named 10 nobody',
      '7/1 unknown open participant_not_known 10 maybe',
      '8/1 unknown open order_not_supplied 10 -',
      '9/1 unknown open source_not_named 10 -',
      'A/1 subsidy recruitment paid_by_head_without_fee 5 -',
      'B/1 unknown recruitment source_not_named 5 -',
    ]);
  });

  it('takes a purchase for qualifying up to seven days before the right', async () => {
    const order = (order_id: string, paid_at: string) => ({
      order_id,
      buyer_id: 'c',
      paid_minor: 500,
      paid: true,
      paid_at,
    });
    const { funding } = await derived({
      member: people,
      fee: joinedByFee,
      plan: [{ plan_id: 'p', enabled: true, join_condition: 'purchase' }],
      order: [
        order('8days', '2026-03-02T23:59:59Z'),
        order('7days', day(3)),
        order('6days', day(4)),
        order('at', day(10)),
        order('after', '2026-03-10T00:00:01Z'),
      ],
      commission: ['8days', '7days', '6days', 'at', 'after'].map((order_id, i) => ({
        commission_id: String(i),
        order_id,
        ...payAnything,
      })),
    });
    expect(lines(funding)).toEqual([
      '0/1 outside_retail retail order_before_joining 10 8days',
      '1/1 qualifying_purchase recruitment order_before_right 10 7days',
      '2/1 qualifying_purchase recruitment order_before_right 10 6days',
      '3/1 qualifying_purchase recruitment order_before_right 10 at',
      '4/1 own_use own_use order_of_participant 10 after',
    ]);
  });

  it('takes the purchase that carries spending over the threshold for qualifying', async () => {
    const order = (order_id: string, paid_minor: number, paid_at: string) => ({
      order_id,
      buyer_id: 'c',
      paid_minor,
      paid: true,
      paid_at,
    });
    const { funding } = await derived({
      member: people,
      plan: [
        { plan_id: 'p', enabled: true, join_condition: 'spend_threshold', join_price_minor: 1000 },
      ],
      order: [
        order('o1', 400, '2026-02-22T00:00:00Z'),
        order('o2', 599, day(2)),
        order('o3', 1, day(3)),
        order('o4', 800, day(4)),
      ],
      commission: ['o1', 'o2', 'o3', 'o4'].map((order_id, i) => ({
        commission_id: String(i),
        order_id,
        ...payAnything,
        amount_minor: 1,
      })),
    });
    expect(lines(funding)).toEqual([
      '0/1 outside_retail retail order_before_joining 1 o1',
      '1/1 qualifying_purchase recruitment order_before_right 1 o2',
      '2/1 qualifying_purchase recruitment order_at_rank_threshold 1 o3',
      '3/1 own_use own_use order_of_participant 1 o4',
    ]);
  });

  it('knows an order that was paid to join or to rise, and counts its money once', async () => {
    const { funding, gains } = await derived({
      member: people,
      fee: [
        {
          fee_id: 'f1',
          member_id: 'b',
          kind: 'purchase_to_join',
          amount_minor: 600,
          refunded_minor: 100,
          paid_at: day(5),
          order_id: 'kit',
        },
        {
          fee_id: 'f2',
          member_id: 'c',
          kind: 'upgrade',
          amount_minor: 300,
          paid_at: day(6),
          order_id: 'up',
        },
        {
          fee_id: 'f3',
          member_id: 'c',
          kind: 'recharge',
          amount_minor: 300,
          paid_at: day(6),
          order_id: 'load',
        },
      ],
      order: [
        { order_id: 'kit', buyer_id: 'b', paid_minor: 600, paid: true, paid_at: day(5) },
        { order_id: 'load', buyer_id: 'c', paid_minor: 300, paid: true, paid_at: day(6) },
      ],
      commission: [
        { commission_id: '1', order_id: 'kit', ...payAnything },
        { commission_id: '2', order_id: 'up', ...payAnything },
        { commission_id: '3', order_id: 'load', ...payAnything },
      ],
    });
    expect(lines(funding)).toEqual([
      '1/1 qualifying_purchase recruitment order_that_joined 10 f1',
      '2/1 qualifying_purchase recruitment order_that_joined 10 f2',
      '3/1 unknown open fee_kind_not_known 10 f3',
    ]);
    // 600 - 100 given back; the order of the same money adds nothing.
    expect(gains.map((row) => [row['member_id'], row['qualifying_minor']])).toEqual([
      ['a', 0],
      ['b', 500],
      ['c', 300],
    ]);
  });

  it('splits what exceeds its payment off as subsidy, to the cent', async () => {
    const { funding } = await derived({
      member: people,
      order: [
        {
          order_id: 'o',
          buyer_id: 'd',
          paid_minor: 100,
          refunded_minor: 90,
          paid: true,
          paid_at: day(1),
        },
      ],
      commission: [
        { commission_id: 'x', order_id: 'o', ...payAnything, amount_minor: 7 },
        { commission_id: 'y', order_id: 'o', ...payAnything, amount_minor: 7 },
        { commission_id: 'z', order_id: 'o', ...payAnything, amount_minor: 1 },
        { commission_id: 'w', order_id: 'o', ...payAnything, amount_minor: -2 },
      ],
    });
    // 13 on 10 kept. Running sums 7, 14, 15, 13 become 5, 10, 11, 10 of 10: parts 5, 5, 1, -1.
    expect(lines(funding)).toEqual([
      'w/1 outside_retail retail order_of_outsider -1 o',
      'w/2 subsidy open exceeds_source -1 o',
      'x/1 outside_retail retail order_of_outsider 5 o',
      'x/2 subsidy open exceeds_source 2 o',
      'y/1 outside_retail retail order_of_outsider 5 o',
      'y/2 subsidy open exceeds_source 2 o',
      'z/1 outside_retail retail order_of_outsider 1 o',
    ]);
  });

  it('lets a payment carry as much as it kept, which may be nothing', async () => {
    const { funding } = await derived({
      member: people,
      order: [
        { order_id: 'even', buyer_id: 'd', paid_minor: 10, paid: true, paid_at: day(1) },
        { order_id: 'unpaid', buyer_id: 'd', amount_minor: 10, paid: false, ordered_at: day(1) },
        {
          order_id: 'back',
          buyer_id: 'd',
          paid_minor: 10,
          paid: true,
          paid_at: day(1),
          refund_status: 'refunded',
        },
        { order_id: 'returned', buyer_id: 'd', paid_minor: 10, paid: true, paid_at: day(1) },
        { order_id: 'amount', buyer_id: 'd', paid: true, paid_at: day(1) },
      ],
      after_sale: [{ after_sale_id: 's', order_id: 'returned', refunded_minor: 4 }],
      commission: ['even', 'unpaid', 'back', 'returned', 'amount'].map((order_id, i) => ({
        commission_id: String(i),
        order_id,
        ...payAnything,
      })),
    });
    expect(lines(funding)).toEqual([
      '0/1 outside_retail retail order_of_outsider 10 even',
      '1/1 subsidy open exceeds_source 10 unpaid',
      '2/1 subsidy open exceeds_source 10 back',
      '3/1 outside_retail retail order_of_outsider 6 returned',
      '3/2 subsidy open exceeds_source 4 returned',
      '4/1 outside_retail retail order_of_outsider 10 amount',
    ]);
  });

  it('leaves reversed and later entries out, and keeps those without an amount', async () => {
    const { funding, bands } = await derived(
      {
        member: people,
        order: [{ order_id: 'o', buyer_id: 'd', paid_minor: 90, paid: true, paid_at: day(1) }],
        commission: [
          { commission_id: '1', order_id: 'o', ...payAnything, status: 'reversed' },
          {
            commission_id: '2',
            order_id: 'o',
            ...payAnything,
            status: 'paid',
            accrued_at: '2026-03-31T23:59:59Z',
          },
          { commission_id: '3', order_id: 'o', ...payAnything, accrued_at: '2026-04-01T00:00:00Z' },
          { commission_id: '4', order_id: 'o', ...payAnything, amount_minor: null },
        ],
      },
      '2026-03-31',
    );
    expect(lines(funding)).toEqual([
      '2/1 outside_retail retail order_of_outsider 10 o',
      '4/1 outside_retail retail order_of_outsider  o',
    ]);
    expect(bands.find((row) => row['scope'] === 'all')).toMatchObject({
      entries: 2,
      unpriced: 1,
      total_minor: 10,
      settled: false,
    });
  });

  it('says the fees are missing rather than that the platform pays', async () => {
    const { funding } = await derived({
      member: people,
      commission: [
        {
          commission_id: '1',
          kind: 'recruit',
          beneficiary_id: 'a',
          amount_minor: 5,
          source_member_id: 'b',
        },
      ],
    });
    expect(lines(funding)).toEqual(['1/1 unknown recruitment fee_not_supplied 5 -']);
  });
});
