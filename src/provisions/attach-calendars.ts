import { makeCalendar } from '../deadlines/calendar.ts';
import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { CalendarYear } from '../model/calendar.ts';
import { addDays } from '../model/days.ts';
import type { Pack } from '../model/provision.ts';

/** One day of a jurisdiction's official calendar, as `pp_calendar_day` holds it. */
interface CalendarDay {
  readonly day: string;
  /** Working days of the calendar up to and including this one. */
  readonly working_no: number;
  /** This day or the first working one after it; null past the last year. */
  readonly next_working: string | null;
}

/**
 * Makes the table behind `pp_working_days` and its kin: every day of the years the packs know.
 * Days of other years are not in it, so that what hangs on them is NULL, never a guess. Of
 * several packs of one jurisdiction the first by id that brings a calendar counts.
 */
export async function attachCalendars(engine: SqlEngine, packs: readonly Pack[]): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS pp_calendar_day');
  await engine.run(emptyCalendar);
  const seen = new Set<string>();
  for (const { jurisdiction, calendar } of packs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (calendar.length === 0 || seen.has(jurisdiction)) continue;
    seen.add(jurisdiction);
    const rows = daysOf(calendar).map(({ day, working_no, next_working }) => {
      const next = next_working === null ? 'NULL' : `DATE ${sqlText(next_working)}`;
      return `(${sqlText(jurisdiction)}, DATE ${sqlText(day)}, ${working_no}, ${next})`;
    });
    await engine.run(`INSERT INTO pp_calendar_day VALUES ${rows.join(', ')}`);
  }
}

/** The table without a day in it. */
export const emptyCalendar =
  'CREATE TABLE IF NOT EXISTS pp_calendar_day' +
  ' (calendar VARCHAR, day DATE, working_no BIGINT, next_working DATE)';

/** Years are without a gap: the packs' reader sees to it. */
function daysOf(years: readonly CalendarYear[]): CalendarDay[] {
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

/** Whether a statement asks for working days, so that the calendar must be there. */
export function asksForCalendar(sql: string): boolean {
  return /\bpp_(working_days|add_working_days|next_working)\b/i.test(sql);
}
