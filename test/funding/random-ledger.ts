import { seeded } from '../../src/generate/random.ts';
import type { TestRow } from '../../src/provisions/test-file.ts';
import type { SlowLedger } from '../oracle/slow-funding.ts';
import { members } from './ledger.ts';

/** A small platform in which every way to join, buy, earn and take back happens somewhere. */
export function randomLedger(seed: number): SlowLedger {
  const { below, pick } = seeded(seed);
  const at = (): string =>
    new Date(Date.UTC(2026, 0, 1) + below(40 * 24) * 3_600_000).toISOString();
  const ids = Array.from({ length: 12 }, (_, i) => `m${String(i).padStart(2, '0')}`);
  const people = members(
    ...ids.map((member_id, i) => ({
      member_id,
      ...(i > 0 && below(4) > 0 && { recruiter_id: ids[below(Math.min(i, 5))]! }),
      is_promoter: pick([true, false, null]),
      joined_at: at(),
    })),
  );
  const kinds = ['entry', 'purchase_to_join', 'upgrade', 'renewal', 'deposit', 'recharge', null];
  const fee: TestRow[] = Array.from({ length: below(8) }, (_, i) => ({
    fee_id: `f${i}`,
    member_id: pick(ids),
    kind: pick(kinds),
    amount_minor: below(300),
    refunded_minor: pick([null, 0, 50, 400]),
    paid_at: below(6) === 0 ? null : at(),
    order_id: below(3) === 0 ? `o${below(20)}` : null,
  }));
  const order: TestRow[] = Array.from({ length: 20 }, (_, i) => ({
    order_id: `o${i}`,
    buyer_id: pick([...ids, ...ids, 'guest', null]),
    promoter_id: pick([...ids, null]),
    paid: below(8) > 0,
    paid_minor: below(200),
    refunded_minor: pick([null, null, 30, 500]),
    paid_at: at(),
  }));
  const conditions = ['open', 'appointed', 'purchase', 'spend_threshold', 'fee'];
  const plan: TestRow[] = Array.from({ length: below(3) }, (_, i) => ({
    plan_id: `p${i}`,
    enabled: below(4) > 0,
    join_condition: pick(conditions),
    join_price_minor: 150 + below(200),
  }));
  const commission: TestRow[] = Array.from({ length: 30 }, (_, i) => ({
    commission_id: `c${String(i).padStart(2, '0')}`,
    beneficiary_id: ids[below(6)]!,
    kind: pick(['recruit', 'entry_fee', 'own_sale', 'downline_sale', 'bonus', null]),
    amount_minor: below(5) === 0 ? -1 - below(40) : below(120),
    order_id: below(4) > 0 ? `o${below(22)}` : null,
    source_member_id: pick([...ids, null]),
    status: pick(['accrued', 'paid', 'paid', 'reversed']),
    accrued_at: below(6) === 0 ? null : at(),
  }));
  const withdrawal: TestRow[] = Array.from({ length: 5 }, (_, i) => ({
    withdrawal_id: `w${i}`,
    member_id: pick(ids),
    amount_minor: below(100),
    status: pick(['requested', 'paid', 'refused']),
    paid_at: at(),
  }));
  return { member: people, fee, order, plan, commission, withdrawal };
}
