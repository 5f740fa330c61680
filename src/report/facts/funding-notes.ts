import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { FundingGains } from '../../model/report-funding.ts';
import type { ReportMoney } from '../../model/report.ts';
import { amount, grouped, percent, same } from '../show.ts';
import { texts } from '../texts.ts';

type Values = Readonly<Record<string, Localised>>;

/** What is said of gains and losses as a whole. */
export function gainsNotes(gains: FundingGains, money: ReportMoney): readonly Localised[] {
  const { payers, never_back, never_back_all, accrued, paid, withdrawn, earners } = gains;
  const notes: Localised[] = [];
  if (payers > 0) {
    const values = {
      payers: same(grouped(payers)),
      never: same(grouped(never_back)),
      share: same(percent(never_back / payers)),
      never_all: same(grouped(never_back_all)),
    };
    notes.push(filled(texts.gains_note, values));
  }
  notes.push(
    filled(texts.gains_owed, {
      accrued: amount(accrued, money),
      paid: amount(paid, money),
      withdrawn: amount(withdrawn, money),
      owed: amount(accrued - paid, money),
    }),
  );
  if (earners > 0) {
    const values = {
      earners: same(grouped(earners)),
      top: same(grouped(gains.top_earners)),
      share: same(percent(gains.top_earners_minor / gains.earners_minor)),
      gini: same(String(gains.gini ?? '—')),
    };
    notes.push(filled(texts.gains_top, values));
  }
  return notes;
}

/** Amounts read differently in each language. */
function filled(text: Localised, values: Values): Localised {
  const of = (lang: keyof Localised): string =>
    fill(
      text[lang],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[lang]])),
    );
  return { en: of('en'), zh: of('zh') };
}
