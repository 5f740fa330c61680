import { dayText } from '../model/days.ts';
import type { EvidenceValue } from '../model/provision.ts';
import { paidDays, sumsBelow } from '../network/crossings/paid-days.ts';
import type { Payments } from '../network/crossings/paid-days.ts';
import { serious_paid_minor } from '../network/crossings/write-paid-crossings.ts';
import { UNKNOWN_DAY } from '../network/forest.ts';
import type { NamedTree } from '../network/history/tie-intervals.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

/** Fees of one small data set: whose by member number, and on which day. */
export interface Fees {
  readonly rows: readonly Row[];
  readonly numberOf: (member_id: EvidenceValue) => number | undefined;
  readonly dayOf: (instant: EvidenceValue | undefined) => number;
}

/** The rows of `network_paid_crossing`, by the same kernel as a whole run, without an engine. */
export function paidCrossingRows(
  trees: readonly NamedTree[],
  fees: Fees,
  ids: readonly EvidenceValue[],
): Row[] {
  const { payments, refunds_known } = paymentsOf(fees);
  if (payments.member.length === 0) return [];
  return trees.flatMap((tree) => {
    const { member, grossDay, netDay } = paidDays(tree, payments, serious_paid_minor);
    const gross = sumsBelow(tree, payments, payments.gross);
    const net = sumsBelow(tree, payments, payments.net);
    return Array.from(member, (no, i) => ({
      tree: tree.name,
      member_id: ids[no]!,
      threshold_minor: serious_paid_minor,
      gross_minor: gross[no]!,
      net_minor: refunds_known ? net[no]! : null,
      gross_on: dateOf(grossDay[i]!),
      net_on: refunds_known ? dateOf(netDay[i]!) : null,
      net_holds: refunds_known ? net[no]! >= serious_paid_minor : null,
    })).filter((row) => row.gross_on !== null || row.gross_minor >= serious_paid_minor);
  });
}

function dateOf(day: number): string | null {
  return day === UNKNOWN_DAY ? null : dayText(day);
}

/** As `loadPayments`: a refund without a date on the day of the payment, none before it. */
function paymentsOf({ rows, numberOf, dayOf }: Fees) {
  const sums = new Map<string, { no: number; day: number; gross: number; net: number }>();
  const add = (no: number, day: number, gross: number, net: number): void => {
    const sum = sums.get(`${no} ${day}`) ?? { no, day, gross: 0, net: 0 };
    sums.set(`${no} ${day}`, { no, day, gross: sum.gross + gross, net: sum.net + net });
  };
  let refunds_known = false;
  for (const row of rows) {
    const no = numberOf(row['member_id'] ?? null);
    const amount = row['amount_minor'] ?? null;
    const paidOn = dayOf(row['paid_at']);
    if (no === undefined || amount === null || paidOn === UNKNOWN_DAY) continue;
    const paid = Number(amount);
    add(no, paidOn, Math.max(paid, 0), paid);
    const back = row['refunded_minor'] ?? null;
    if (back !== null) refunds_known = true;
    const given = Math.min(Math.max(Number(back ?? 0), 0), Math.max(paid, 0));
    const backOn = dayOf(row['refunded_at'] ?? row['paid_at']);
    if (given > 0) add(no, Math.max(paidOn, backOn), 0, -given);
  }
  const all = [...sums.values()].toSorted((a, b) => a.no - b.no || a.day - b.day);
  const payments: Payments = {
    member: Int32Array.from(all, ({ no }) => no),
    day: Int32Array.from(all, ({ day }) => day),
    gross: Float64Array.from(all, ({ gross }) => gross),
    net: Float64Array.from(all, ({ net }) => net),
  };
  return { payments, refunds_known };
}
