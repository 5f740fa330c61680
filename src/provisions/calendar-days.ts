import { makeCalendar } from '../deadlines/calendar.ts';
import type { CalendarYear } from '../model/calendar.ts';
import { addDays } from '../model/days.ts';

/** One day of a jurisdiction's official calendar, as `pp_calendar_day` holds it. */
export interface CalendarDay {
  readonly day: string;
  /** Working days of the calendar up to and including this one. */
  readonly working_no: number;
  /** This day or the first working one after it; null past the last year. */
  readonly next_working: string | null;
}

/** Years are without a gap: the packs' reader sees to it. */
export function calendarDays(years: readonly CalendarYear[]): CalendarDay[] {
  const { isWorkingDay } = makeCalendar(years);
  const first = `${years[0]?.year}-01-01`;
  const last = `${years.at(-1)?.year}-12-31`;
  const days: CalendarDay[] = [];
  let working_no = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day)) working_no += 1;
    days.push({ day, working_no, next_working: null });
  }
  let next_working: string | null = null;
  return days
    .toReversed()
    .map((one) => {
      if (isWorkingDay(one.day)) next_working = one.day;
      return { ...one, next_working };
    })
    .toReversed();
}
