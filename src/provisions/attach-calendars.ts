import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
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
    const rows = calendarDays(calendar).map(({ day, working_no, next_working }) => {
      const next = next_working === null ? 'NULL' : `DATE ${sqlText(next_working)}`;
      return `(${sqlText(jurisdiction)}, DATE ${sqlText(day)}, ${working_no}, ${next})`;
    });
    await engine.run(`INSERT INTO pp_calendar_day VALUES ${rows.join(', ')}`);
  }
  attached.set(engine, packs);
}

/** The table without a day in it. */
export const emptyCalendar =
  'CREATE TABLE IF NOT EXISTS pp_calendar_day' +
  ' (pp_calendar VARCHAR, pp_day DATE, pp_working_no BIGINT, pp_next_working DATE)';

/** Whether a statement asks for working days, so that the calendar must be there. */
export function asksForCalendar(sql: string): boolean {
  return /\bpp_(working_days|add_working_days|next_working)\b/i.test(sql);
}
