import type { Localised } from '../../model/localised.ts';
import type { FundingCash } from '../../model/report-funding.ts';
import type { ReportMoney } from '../../model/report.ts';
import { amount } from '../show.ts';
import { texts } from '../texts.ts';
import { filled } from './filled.ts';

/** What came in, what is owed of it, and whether there is enough. */
export function cashNotes(cash: FundingCash, money: ReportMoney): readonly Localised[] {
  const of = (minor: number): Localised => amount(minor, money);
  const { fees, orders, cash_in, stored, unnamed, accrued, paid, unpaid, left } = cash;
  const all = { cash_in: of(cash_in), accrued: of(accrued) };
  const notes = [filled(texts.cash_in, { fees: of(fees), orders: of(orders), ...all })];
  if (stored !== 0) notes.push(filled(texts.cash_stored, { stored: of(stored) }));
  if (unnamed !== 0) notes.push(filled(texts.cash_unnamed, { unnamed: of(unnamed) }));
  notes.push(
    paid === null || unpaid === null || left === null
      ? filled(texts.cash_unmarked, all)
      : filled(texts.cash_owed, { paid: of(paid), unpaid: of(unpaid), left: of(left), ...all }),
    settled(cash, of),
  );
  return notes;
}

function settled(
  { accrued, cash_in, exceeds, needs }: FundingCash,
  of: (minor: number) => Localised,
): Localised {
  if (exceeds === null) {
    return filled(texts.cash_open, { needs: { en: needs.join(', '), zh: needs.join('、') } });
  }
  return filled(exceeds ? texts.cash_exceeds : texts.cash_covers, {
    gap: of(Math.abs(accrued - cash_in)),
  });
}
