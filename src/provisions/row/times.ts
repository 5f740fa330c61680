import type { CalendarYear } from '../../model/calendar.ts';
import { dayNumber } from '../../model/days.ts';
import type { Pack } from '../../model/provision.ts';
import { calendarDays } from '../calendar-days.ts';
import type { Integer } from './integer.ts';
import { zoneDays } from './zone-days.ts';

/** What days depend on, one for all expressions of a run: days are counted from 1970-01-01. */
export interface Times {
  /** The day of an instant in the run's zone. */
  readonly zoneDay: (instant_us: Integer) => number;
  readonly workingDays: WorkingDays;
}

/** An official calendar; null for what hangs on a year it does not have. */
export interface WorkingDays {
  /** Working days after the first up to and including the second. */
  readonly between: (from: number, to: number) => number | null;
  readonly add: (day: number, days: Integer) => number | null;
  /** The day itself, or the first working one after it. */
  readonly next: (day: number) => number | null;
}

export function timesOf(time_zone: string, years: readonly CalendarYear[]): Times {
  return { zoneDay: zoneDays(time_zone), workingDays: workingDaysOf(years) };
}

/** The calendar of a jurisdiction: that of the first pack by id that brings one. */
export function calendarOf(
  packs: readonly Pick<Pack, 'id' | 'jurisdiction' | 'calendar'>[],
  jurisdiction: string,
): readonly CalendarYear[] {
  const bringing = packs
    .filter((pack) => pack.jurisdiction === jurisdiction && pack.calendar.length > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return bringing[0]?.calendar ?? [];
}

/** Thousands of days by calendar: looking them up again for every case takes longer than a case. */
const known = new WeakMap<readonly CalendarYear[], WorkingDays>();

function workingDaysOf(years: readonly CalendarYear[]): WorkingDays {
  const days = known.get(years) ?? readyDays(years);
  known.set(years, days);
  return days;
}

/** The same table the engines are given, looked up by number. */
function readyDays(years: readonly CalendarYear[]): WorkingDays {
  const days = years.length === 0 ? [] : calendarDays(years);
  const byDay = new Map(days.map((one) => [dayNumber(one.day), one]));
  const firstOf = new Map(
    days.toReversed().map(({ day, working_no }) => [working_no, dayNumber(day)]),
  );
  return {
    between(from, to) {
      if (to <= from) return 0;
      const [first, last] = [byDay.get(from), byDay.get(to)];
      return first && last ? last.working_no - first.working_no : null;
    },
    add(day, count) {
      const from = byDay.get(day);
      return from ? (firstOf.get(from.working_no + Number(count)) ?? null) : null;
    },
    next(day) {
      const next = byDay.get(day)?.next_working ?? null;
      return next === null ? null : dayNumber(next);
    },
  };
}
