import { describe, expect, it } from 'vitest';
import type { SqlRow } from '../../src/engine/sql-engine.ts';
import { SlowFunding } from '../oracle/slow-funding.ts';
import { slowGain, slowMonth, slowSales } from '../oracle/slow-gains.ts';
import { derive } from './ledger.ts';
import { randomLedger } from './random-ledger.ts';

const seeds = Array.from({ length: 24 }, (_, i) => 4_000 + i);
const seen = new Set<string>();

describe('funding beside a tracer that goes row by row', () => {
  it.each(seeds)('agrees part by part, seed %i', async (seed) => {
    const ledger = randomLedger(seed);
    const { db, funding, bands, gains, sales, months } = await derive(ledger);
    try {
      const parts = new SlowFunding(ledger).parts();
      expect(funding.map(shown)).toEqual(parts);
      for (const { reason, part } of parts) seen.add(`${reason}/${part}`);
      const sum = (counts_as: string): number =>
        parts
          .filter((one) => one.counts_as === counts_as)
          .reduce((total, one) => total + one.amount_minor, 0);
      expect(bands.find((row) => row['scope'] === 'all')).toMatchObject({
        entries: new Set(parts.map((one) => one.commission_id)).size,
        recruitment_minor: sum('recruitment'),
        own_use_minor: sum('own_use'),
        retail_minor: sum('retail'),
        open_minor: sum('open'),
        total_minor: parts.reduce((total, one) => total + one.amount_minor, 0),
      });
      for (const row of gains) {
        const id = String(row['member_id']);
        const { fees, qualifying, own_use, accrued, paid, withdrawn } = slowGain(ledger, id);
        expect(row).toMatchObject({
          fees_minor: fees,
          qualifying_minor: qualifying,
          own_use_minor: own_use,
          paid_in_minor: fees + qualifying,
          accrued_minor: accrued,
          paid_minor: paid,
          withdrawn_minor: withdrawn,
          net_minor: accrued - fees - qualifying,
          net_all_minor: accrued - fees - qualifying - own_use,
        });
      }
      const listed = new Set(gains.map((row) => row['member_id']));
      for (const { member_id } of ledger.member) {
        if (listed.has(member_id ?? null)) continue;
        expect(Object.values(slowGain(ledger, String(member_id)))).toEqual([0, 0, 0, 0, 0, 0]);
      }
      expect(sales.length).toBeGreaterThan(0);
      for (const row of sales) {
        const slow = slowSales(ledger, String(row['member_id']), String(row['month']));
        expect(row).toMatchObject({
          sales_minor: slow.sales,
          outside_minor: slow.outside,
          unknown_minor: slow.unknown,
        });
      }
      for (const row of months) {
        expect(row).toMatchObject(slowMonth(ledger, String(row['month'])));
      }
    } finally {
      db.close();
    }
  });

  it('met every reason there is but those of tables and columns that are missing', () => {
    const reasons = [...new Set([...seen].map((one) => one.split('/')[0]))].toSorted();
    expect(reasons).toEqual([
      'buyer_not_named',
      'buyer_without_account',
      'exceeds_source',
      'fee_for_joining',
      'fee_kind_not_known',
      'order_at_rank_threshold',
      'order_before_joining',
      'order_before_right',
      'order_not_supplied',
      'order_of_outsider',
      'order_of_participant',
      'order_that_joined',
      'paid_by_head_without_fee',
      'participant_not_known',
      'right_not_dated',
      'source_not_named',
    ]);
    expect(seen).toContain('exceeds_source/2');
  });
});

function shown(row: SqlRow): unknown {
  const { commission_id, part, funding, counts_as, reason, amount_minor, source_id } = row;
  return { commission_id, part, funding, counts_as, reason, amount_minor, source_id };
}
