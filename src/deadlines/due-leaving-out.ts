import type { LastDay, Term } from '../model/calendar.ts';
import { addDays, dayNumber } from '../model/days.ts';
import type { Calendar } from './calendar.ts';
import { dueOn } from './due-on.ts';

/**
 * Days that do not count in a term: those after `after`, up to and including `to`. Null `to`: they
 * go on and nobody knows until when. That the day on which it begins still counts is our reading,
 * after the rule that the first day of a term is not part of it.
 */
export interface LeftOut {
  readonly name: string;
  readonly after: string;
  readonly to: string | null;
}

export type DueLeavingOut =
  | { readonly due_on: string; readonly left_out_days: number }
  /** The stretch of time, still open, that the last day hangs on. */
  | { readonly open: string };

/**
 * The last day of terms that follow each other, counted day by day where days are left out: of
 * working days only those outside count, of days, months and years the days they have. The last
 * day moves once, at the end. Throws `calendar.unknown_year` where it hangs on such a year.
 */
export function dueLeavingOut(
  start: string,
  terms: readonly Term[],
  last_day: LastDay,
  calendar: Calendar,
  left_out: readonly LeftOut[],
): DueLeavingOut {
  let due_on = start;
  let left_out_days = 0;
  for (const term of terms) {
    const end = left_out.length === 0 ? null : stepOver(due_on, term, calendar, left_out);
    if (end && 'open' in end) return end;
    due_on = end ? end.due_on : dueOn(due_on, term, calendar);
    left_out_days += end ? end.left_out_days : 0;
  }
  const none = { value: 0, unit: 'calendar_day' } as const;
  return { due_on: dueOn(due_on, none, calendar, { last_day }), left_out_days };
}

function stepOver(
  start: string,
  term: Term,
  calendar: Calendar,
  left_out: readonly LeftOut[],
): DueLeavingOut {
  const working = term.unit === 'working_day';
  const days = working ? term.value : dayNumber(dueOn(start, term, calendar)) - dayNumber(start);
  let day = start;
  let left_out_days = 0;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const out = left_out.find(({ after, to }) => day > after && (to === null || day <= to));
    if (out?.to === null) return { open: out.name };
    if (out) left_out_days += 1;
    else if (!working || calendar.isWorkingDay(day)) left -= 1;
  }
  return { due_on: day, left_out_days };
}
