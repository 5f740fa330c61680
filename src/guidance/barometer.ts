import { compareText } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import { rateRatio } from './rate-ratio.ts';
import type { Rate, RateRatio } from './rate-ratio.ts';

/** A whole month of one figure; `month` is 'YYYY-MM'. */
export interface MonthRate extends Rate {
  readonly month: string;
}

/** One figure of the market. */
export interface Indicator {
  readonly name: string;
  readonly title: Localised;
  /** Whole months, each once. A month that is not there is not known. */
  readonly months: readonly MonthRate[];
}

export type Movement = 'rose' | 'fell' | 'no_clear_change' | 'cannot_tell';

/** A month beside the same month of the year before: the season is the same in both. */
export interface BarometerMonth extends MonthRate {
  readonly year_before: Rate | null;
  readonly against_year_before: RateRatio | null;
  readonly movement: Movement;
}

export interface BarometerReading {
  readonly name: string;
  readonly title: Localised;
  /** In order. */
  readonly months: readonly BarometerMonth[];
  /** Of the three latest months together, beside the same three a year before. */
  readonly quarter: { readonly ratio: RateRatio | null; readonly movement: Movement };
}

export interface Barometer {
  readonly readings: readonly BarometerReading[];
  /** Of each interval: 0.95 shared among the figures, so that all hold together for one month. */
  readonly confidence: number;
}

/**
 * How a market moves. A movement is told only where the interval of the ratio leaves 1 out;
 * the confidence is that of Bonferroni over the figures.
 */
export function barometer(indicators: readonly Indicator[]): Barometer {
  const confidence = 1 - 0.05 / Math.max(1, indicators.length);
  const readings = indicators.map(({ name, title, months }): BarometerReading => {
    const known = new Map(months.map((one) => [one.month, one]));
    const sorted = months.toSorted((a, b) => compareText(a.month, b.month));
    return {
      name,
      title,
      months: sorted.map((one) => {
        const before = known.get(shift(one.month, -12));
        const year_before = before ? { cases: before.cases, out_of: before.out_of } : null;
        const ratio = year_before && rateRatio(one, year_before, confidence);
        return { ...one, year_before, against_year_before: ratio, movement: movementOf(ratio) };
      }),
      quarter: quarterOf(known, sorted.at(-1)?.month, confidence),
    };
  });
  return { readings, confidence };
}

function quarterOf(
  known: ReadonlyMap<string, MonthRate>,
  last: string | undefined,
  confidence: number,
): BarometerReading['quarter'] {
  const sum = (to: string): Rate | null => {
    const months = [-2, -1, 0].map((by) => known.get(shift(to, by)));
    if (months.includes(undefined)) return null;
    const total = (of: 'cases' | 'out_of'): number =>
      months.reduce((all, month) => all + (month?.[of] ?? 0), 0);
    return { cases: total('cases'), out_of: total('out_of') };
  };
  const now = last === undefined ? null : sum(last);
  const before = last === undefined ? null : sum(shift(last, -12));
  const ratio = now && before && rateRatio(now, before, confidence);
  return { ratio, movement: movementOf(ratio) };
}

/** What an interval tells: a movement only where it leaves 1 out. */
export function movementOf(ratio: RateRatio | null): Movement {
  if (ratio === null) return 'cannot_tell';
  if (ratio.low > 1) return 'rose';
  return ratio.high !== null && ratio.high < 1 ? 'fell' : 'no_clear_change';
}

/** The month that many months later. */
export function shift(month: string, by: number): string {
  const [year = 0, of_year = 1] = month.split('-').map(Number);
  const number = year * 12 + of_year - 1 + by;
  const [in_year, then] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(in_year).padStart(4, '0')}-${String(then).padStart(2, '0')}`;
}
