import type { LastDay, Term } from '../model/calendar.ts';
import { addDays, addMonths } from '../model/days.ts';
import type { Calendar } from './calendar.ts';

/**
 * The last day on which something that began on `start` is in time. The first day is not counted
 * (Civil Code of the PRC, art. 201; Order 121, art. 45); `excluded_days` are calendar days that
 * the law leaves out, such as those of testing, and lengthen the term. Throws
 * `calendar.unknown_year` where the answer hangs on a year without a calendar.
 */
export function dueOn(
  start: string,
  term: Term,
  calendar: Calendar,
  { last_day = 'stays', excluded_days = 0 }: { last_day?: LastDay; excluded_days?: number } = {},
): string {
  const end = addDays(endOf(start, term, calendar), excluded_days);
  return moveOn(end, last_day, calendar);
}

function endOf(start: string, { value, unit }: Term, calendar: Calendar): string {
  switch (unit) {
    case 'working_day':
      return calendar.addWorkingDays(start, value);
    case 'calendar_day':
      return addDays(start, value);
    case 'month':
      return addMonths(start, value);
    case 'year':
      return addMonths(start, 12 * value);
  }
}

function moveOn(day: string, last_day: LastDay, calendar: Calendar): string {
  if (last_day === 'stays') return day;
  let end = day;
  const off = (one: string): boolean =>
    last_day === 'after_holiday' ? calendar.isHoliday(one) : !calendar.isWorkingDay(one);
  while (off(end)) end = addDays(end, 1);
  return end;
}
