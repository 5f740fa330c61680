import type { Localised } from '../../model/localised.ts';
import type { FundingGains } from '../../model/report-funding.ts';
import { grouped, percent, same } from '../show.ts';
import { texts } from '../texts.ts';
import { filled } from './filled.ts';

/** What is said of gains and losses as a whole. */
export function gainsNotes(gains: FundingGains): readonly Localised[] {
  const { payers, never_back, never_back_all, earners } = gains;
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
