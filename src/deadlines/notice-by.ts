import type { Term } from '../model/calendar.ts';
import { addDays, addMonths } from '../model/days.ts';
import type { Calendar } from './calendar.ts';

/**
 * The last day on which a notice still comes its term ahead of an event. Of working days, as many
 * lie after the notice, the event's day among them. Throws `calendar.unknown_year` where the
 * answer hangs on a year without a calendar.
 */
export function noticeBy(event_on: string, { value, unit }: Term, calendar: Calendar): string {
  switch (unit) {
    case 'working_day': {
      let day = event_on;
      for (let left = value; left > 0; day = addDays(day, -1)) {
        if (calendar.isWorkingDay(day)) left -= 1;
      }
      return day;
    }
    case 'calendar_day':
      return addDays(event_on, -value);
    case 'month':
      return addMonths(event_on, -value);
    case 'year':
      return addMonths(event_on, -12 * value);
  }
}
