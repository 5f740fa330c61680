import { dayText } from '../../model/days.ts';

export interface MonthEnd {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly last_day: number;
}

/** Months from that of one day to that of another, both included; the latest, at most so many. */
export function monthEnds(first: number, last: number, most: number): MonthEnd[] {
  const [from, to] = [monthIndex(first), monthIndex(last)];
  const size = Math.min(most, to - from + 1);
  return Array.from({ length: size }, (_, i) => {
    const index = to - size + 1 + i;
    const last_day = Date.UTC(1970, index + 1, 1) / 86_400_000 - 1;
    return { month: dayText(last_day).slice(0, 7), last_day };
  });
}

/** Months since January 1970. */
function monthIndex(day: number): number {
  const date = new Date(day * 86_400_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
