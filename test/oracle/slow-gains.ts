import { SlowFunding, fundingOfFee, keptOfFee, keptOfOrder } from './slow-funding.ts';
import type { SlowLedger } from './slow-funding.ts';

export interface SlowGain {
  readonly fees: number;
  readonly qualifying: number;
  readonly own_use: number;
  readonly accrued: number;
  readonly paid: number;
  readonly withdrawn: number;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What one member paid in, earned and took out, looked up record by record. */
export function slowGain(ledger: SlowLedger, member: string): SlowGain {
  const tracer = new SlowFunding(ledger);
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const fees = ledger.fee.filter((fee) => fee['member_id'] === member && fee['paid_at'] !== null);
  const feesOf = (funding: string): number =>
    sum(fees.filter((fee) => fundingOfFee(fee) === funding).map(keptOfFee));
  const ordersOf = (funding: string): number =>
    sum(
      ledger.order
        .filter((order) => order['buyer_id'] === member)
        .filter((order) => {
          const fee = ledger.fee.some(
            (one) => one['order_id'] === order['order_id'] && one['paid_at'] !== null,
          );
          return !fee && tracer.judgeOrder(order).funding === funding;
        })
        .map(keptOfOrder),
    );
  const earned = ledger.commission.filter((one) => one['beneficiary_id'] === member);
  const amounts = (list: readonly SlowLedger['commission'][number][]): number =>
    sum(list.map((one) => numberOf(one['amount_minor'])));
  return {
    fees: feesOf('entry_fee'),
    qualifying: feesOf('qualifying_purchase') + ordersOf('qualifying_purchase'),
    own_use: ordersOf('own_use'),
    accrued: amounts(earned.filter((one) => one['status'] !== 'reversed')),
    paid: amounts(earned.filter((one) => one['status'] === 'paid')),
    withdrawn: amounts(
      ledger.withdrawal.filter((one) => one['member_id'] === member && one['status'] === 'paid'),
    ),
  };
}

/** Sales of one month below a member, its own purchases included, by climbing from each order. */
export function slowSales(
  ledger: SlowLedger,
  member: string,
  month: string,
): { readonly sales: number; readonly outside: number; readonly unknown: number } {
  const tracer = new SlowFunding(ledger);
  const recruiter = new Map(
    ledger.member.map((one) => [one['member_id'], one['recruiter_id'] ?? null]),
  );
  const out = { sales: 0, outside: 0, unknown: 0 };
  for (const order of ledger.order) {
    if (!String(order['paid_at']).startsWith(month)) continue;
    const { funding } = tracer.judgeOrder(order);
    let at = order['buyer_id'] ?? null;
    if (funding === 'outside_retail' || at === null) at = order['promoter_id'] ?? at;
    while (at !== null && at !== member) at = recruiter.get(at) ?? null;
    if (at !== member) continue;
    out.sales += keptOfOrder(order);
    if (funding === 'outside_retail') out.outside += keptOfOrder(order);
    if (funding === 'unknown') out.unknown += keptOfOrder(order);
  }
  return out;
}

/** Sales of one month by what they are, order by order. */
export function slowMonth(ledger: SlowLedger, month: string): Readonly<Record<string, number>> {
  const tracer = new SlowFunding(ledger);
  const own = ledger.order.filter((order) => String(order['paid_at']).startsWith(month));
  const of = (...fundings: readonly string[]): number =>
    own
      .filter((order) => fundings.includes(tracer.judgeOrder(order).funding))
      .reduce((total, order) => total + keptOfOrder(order), 0);
  return {
    sales_minor: own.reduce((total, order) => total + keptOfOrder(order), 0),
    outside_minor: of('outside_retail'),
    own_use_minor: of('own_use'),
    qualifying_minor: of('qualifying_purchase', 'entry_fee'),
    unknown_minor: of('unknown'),
  };
}
