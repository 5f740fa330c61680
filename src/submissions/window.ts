import type { Calendar } from '../deadlines/calendar.ts';
import { deadlineOn } from '../deadlines/deadline-on.ts';
import type { Deadline } from '../model/deadline.ts';
import { addMonths } from '../model/days.ts';
import type { Citation } from '../model/provision.ts';
import type { OwedReport } from './owed-report.ts';

/** When a report has to be handed over. */
export interface ReportWindow {
  readonly opens_on: string;
  readonly due_on: string;
  readonly cite: Citation;
}

/**
 * The window a report with this reference date belongs to: the first month of its own that ends on
 * that day or later. Null where it is due case by case, or no text in force asks for it. Throws
 * `calendar.unknown_year` where the last day hangs on such a year.
 */
export function windowOf(
  { window }: Pick<OwedReport, 'window'>,
  reference_on: string,
  deadlines: readonly Deadline[],
  calendar: Calendar,
): ReportWindow | null {
  const deadline = deadlines.find(({ id }) => id === window?.deadline);
  if (window === null || !deadline) return null;
  const opens_on = monthFrom(reference_on, window.months);
  if (opens_on === null) return null;
  const found = deadlineOn(deadline, opens_on, calendar);
  return found && { opens_on, due_on: found.due_on, cite: found.clause.cite };
}

/** The first day of the month of a day, or of the first of these months after it. */
function monthFrom(day: string, months: readonly number[]): string | null {
  let first = `${day.slice(0, 7)}-01`;
  for (let tried = 0; tried < 12; tried += 1) {
    if (months.includes(Number(first.slice(5, 7)))) return first;
    first = addMonths(first, 1);
  }
  return null;
}
