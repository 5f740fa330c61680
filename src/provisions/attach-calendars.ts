import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { CalendarYear } from '../model/calendar.ts';
import { dayNumber } from '../model/days.ts';
import type { Pack } from '../model/provision.ts';
import { calendarDays } from './calendar-days.ts';

/** Whose calendars each engine has: writing thousands of days again takes longer than judging. */
const attached = new WeakMap<SqlEngine, readonly Pack[]>();

/**
 * Makes the table behind `pp_working_days` and its kin: every day of the years the packs know.
 * Days of other years are not in it, so that what hangs on them is NULL, never a guess. Of
 * several packs of one jurisdiction the first by id that brings a calendar counts.
 */
export async function attachCalendars(engine: SqlEngine, packs: readonly Pack[]): Promise<void> {
  if (attached.get(engine) === packs) return;
  attached.delete(engine);
  await engine.run('DROP TABLE IF EXISTS pp_calendar_day');
  await engine.run(emptyCalendar);
  const seen = new Set<string>();
  for (const { jurisdiction, calendar } of packs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (calendar.length === 0 || seen.has(jurisdiction)) continue;
    seen.add(jurisdiction);
    await engine.run(daysInserted(jurisdiction, calendar));
  }
  attached.set(engine, packs);
}

/**
 * The days as three columns of numbers in three texts: a statement that names each value of
 * thousands of days takes an engine half a second to plan.
 */
function daysInserted(jurisdiction: string, calendar: readonly CalendarYear[]): string {
  const days = calendarDays(calendar);
  const first = dayNumber(days[0]!.day);
  const columns = [
    days.map(({ day }) => dayNumber(day) - first),
    days.map(({ working_no }) => working_no),
    days.map(({ next_working }) => next_working && dayNumber(next_working) - first),
  ];
  const [at, number, next] = columns.map(
    (column) => `CAST(nullif(unnest(string_to_array('${column.join()}', ',')), '') AS INTEGER)`,
  );
  const start = `DATE ${sqlText(days[0]!.day)}`;
  return `INSERT INTO pp_calendar_day
    SELECT ${sqlText(jurisdiction)}, ${start} + pp_at, pp_number, ${start} + pp_next
    FROM (SELECT ${at} AS pp_at, ${number} AS pp_number, ${next} AS pp_next) pp_days`;
}

/** The table without a day in it. */
export const emptyCalendar =
  'CREATE TABLE IF NOT EXISTS pp_calendar_day' +
  ' (pp_calendar VARCHAR, pp_day DATE, pp_working_no BIGINT, pp_next_working DATE)';

/** Whether a statement asks for working days, so that the calendar must be there. */
export function asksForCalendar(sql: string): boolean {
  return /\bpp_(working_days|add_working_days|next_working)\b/i.test(sql);
}
