import type { Localised } from '../../model/localised.ts';
import type { ReportMoney } from '../../model/report.ts';
import { texts } from '../texts.ts';

export interface MoneyLine {
  readonly label: Localised;
  readonly hint: Localised;
  /** Records and their sum; null where the data have none such. */
  readonly count: number | null;
  readonly sum: number | null;
  /** Seen from the platform. */
  readonly kind: 'incoming' | 'outgoing';
}

/** The sums of a report in the order they are read. */
export function moneyLines({ counts, ...sums }: ReportMoney): readonly MoneyLine[] {
  const line = (
    label: Localised,
    hint: Localised,
    count: number | null,
    sum: number | null,
    kind: MoneyLine['kind'],
  ): MoneyLine => ({ label, hint, count, sum, kind });
  const { fees, orders, orders_paid, refunds, commissions, withdrawals } = sums;
  const refunded = counts.orders_with_refund_status;
  return [
    line(texts.fees, texts.fees_hint, counts.fees, fees, 'incoming'),
    line(texts.orders, texts.orders_hint, counts.orders, orders, 'incoming'),
    line(texts.orders_paid, texts.orders_paid_hint, counts.orders_paid, orders_paid, 'incoming'),
    line(texts.refunds, texts.refunds_hint, refunded, refunds, 'outgoing'),
    line(texts.commissions, texts.commissions_hint, counts.commissions, commissions, 'outgoing'),
    line(texts.withdrawals, texts.withdrawals_hint, counts.withdrawals, withdrawals, 'outgoing'),
  ];
}
