import { makeCalendar } from '../deadlines/calendar.ts';
import type { CalendarYear } from '../model/calendar.ts';
import { dayNumber, dayText } from '../model/days.ts';

/** One day of a jurisdiction's official calendar, as `pp_calendar_day` holds it. */
export interface CalendarDay {
  readonly day: string;
  /** Working days of the calendar up to and including this one. */
  readonly working_no: number;
  /** This day or the first working one after it; null past the last year. */
  readonly next_working: string | null;
}

/** Days worked out by calendar: there are thousands, and every engine is given them. */
const known = new WeakMap<readonly CalendarYear[], readonly CalendarDay[]>();

/** Years are without a gap: the packs' reader sees to it. */
export function calendarDays(years: readonly CalendarYear[]): readonly CalendarDay[] {
  const days = known.get(years) ?? daysOf(years);
  known.set(years, days);
  return days;
}

function daysOf(years: readonly CalendarYear[]): readonly CalendarDay[] {
  const { isWorkingDay } = makeCalendar(years);
  const first = dayNumber(`${years[0]?.year}-01-01`);
  const last = dayNumber(`${years.at(-1)?.year}-12-31`);
  const names = Array.from({ length: last - first + 1 }, (_, at) => dayText(first + at));
  const works = names.map(isWorkingDay);
  let working_no = 0;
  const numbers = works.map((working) => (working_no += working ? 1 : 0));
  let next: string | null = null;
  const nexts = names.map((): string | null => null);
  for (let at = names.length - 1; at >= 0; at--) {
    if (works[at]) next = names[at]!;
    nexts[at] = next;
  }
  return names.map((day, at) => ({
    day,
    working_no: numbers[at]!,
    next_working: nexts[at]!,
  }));
}
