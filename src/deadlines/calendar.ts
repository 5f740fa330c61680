import type { CalendarYear } from '../model/calendar.ts';
import { dayNumber, dayText, yearOf } from '../model/days.ts';
import { PolyprismError } from '../model/issue.ts';

/** Days of the years an official calendar was published for. */
export interface Calendar {
  isWorkingDay(day: string): boolean;
  /** Whether an official notice made it a day off; a plain weekend is none. */
  isHoliday(day: string): boolean;
  /** Working days after `from`, up to and including `to`; 0 where `to` is not later. */
  workingDays(from: string, to: string): number;
  /** The `count`-th working day after `from`, `count` at least 1. */
  addWorkingDays(from: string, count: number): string;
}

/**
 * A calendar of these years. Every answer that depends on a day of another year throws
 * `calendar.unknown_year`: a holiday notice nobody has read yet is not guessed.
 */
export function makeCalendar(years: readonly CalendarYear[]): Calendar {
  const known = new Map(years.map((one) => [one.year, markDays(one)]));
  const kindOf = (day: number): DayKind => {
    const year = yearOf(day);
    const marked = known.get(year);
    if (!marked) throw new PolyprismError('calendar.unknown_year', { year });
    return marked.get(day) ?? (isWeekend(day) ? 'weekend' : 'working');
  };
  const works = (day: number): boolean => kindOf(day) === 'working';
  return {
    isWorkingDay: (day) => works(dayNumber(day)),
    isHoliday: (day) => kindOf(dayNumber(day)) === 'holiday',
    workingDays(from, to) {
      let count = 0;
      for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1)
        count += works(day) ? 1 : 0;
      return count;
    },
    addWorkingDays(from, count) {
      let day = dayNumber(from);
      for (let left = count; left > 0;) {
        day += 1;
        if (works(day)) left -= 1;
      }
      return dayText(day);
    },
  };
}

type DayKind = 'working' | 'weekend' | 'holiday';

function markDays({ days_off, work_days }: CalendarYear): ReadonlyMap<number, DayKind> {
  const marked = new Map<number, DayKind>();
  for (const { from, to } of days_off) {
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) marked.set(day, 'holiday');
  }
  for (const day of work_days) marked.set(dayNumber(day), 'working');
  return marked;
}

/** Day 0, 1970-01-01, was a Thursday. */
function isWeekend(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 >= 5;
}
