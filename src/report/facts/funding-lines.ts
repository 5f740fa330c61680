import type { Localised } from '../../model/localised.ts';
import type { FundingSums } from '../../model/report-funding.ts';
import { percent } from '../show.ts';
import { texts } from '../texts.ts';
import { crossingPoint } from './recruitment-share.ts';
import type { ShareLine } from './recruitment-share.ts';

export interface CountedAs {
  readonly label: Localised;
  readonly hint: Localised;
  readonly sum: number;
  /** Of the total; null where there is no share to state. */
  readonly share: number | null;
}

/** What commission counts as, in the order it is read. */
export function countsAs(sums: FundingSums): readonly CountedAs[] {
  const { settled, total } = sums;
  const line = (label: Localised, hint: Localised, sum: number): CountedAs => ({
    label,
    hint,
    sum,
    share: settled ? sum / total : null,
  });
  return [
    line(texts.counts_recruitment, texts.counts_recruitment_hint, sums.recruitment),
    line(texts.counts_own_use, texts.counts_own_use_hint, sums.own_use),
    line(texts.counts_retail, texts.counts_retail_hint, sums.retail),
    line(texts.counts_open, texts.counts_open_hint, sums.open),
  ];
}

export const lineTexts: Readonly<Record<ShareLine['key'], Localised>> = {
  fifth: texts.line_fifth,
  third: texts.line_third,
  half: texts.line_half,
};

/** When an end of the band is past a line, in words. */
export function crossingText(
  sums: FundingSums,
  line: ShareLine,
  end: 'low' | 'high',
): { readonly text: Localised; readonly values: Readonly<Record<string, string>> } {
  const at = crossingPoint(sums, line, end);
  if (at === 'always') return { text: texts.crossed_always, values: {} };
  if (at === 'never') return { text: texts.crossed_never, values: {} };
  return { text: texts.crossed_below, values: { share: percent(at) } };
}
