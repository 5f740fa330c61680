import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeCalendar } from '../../src/deadlines/calendar.ts';
import type { Calendar } from '../../src/deadlines/calendar.ts';
import { dueOn } from '../../src/deadlines/due-on.ts';
import { checkedPack } from '../support/shipped-packs.ts';

const folder = new URL('../../packs/cn/calendar/', import.meta.url);

let calendar: Calendar;
beforeAll(async () => {
  const { pack, diagnostics } = await checkedPack('cn');
  expect(diagnostics).toEqual([]);
  calendar = makeCalendar(pack?.calendar ?? []);
});

describe('the calendar of China', () => {
  // Published notices: the February and October weekends worked, festivals off, the lengthened
  // Spring Festival of 2020 and the Labour Day of 2019 that a second notice made longer.
  it.each([
    ['2019-05-02', false],
    ['2019-05-05', true],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2020-02-03', true],
    ['2021-02-07', true],
    ['2022-01-30', true],
    ['2023-10-08', true],
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-23', false],
    ['2026-11-25', true],
    ['2026-11-28', false],
  ])('%s: worked is %s', (day, works) => {
    expect(calendar.isWorkingDay(day)).toBe(works);
  });

  it.each([
    // Every year's working days, counted off the notices: weekdays less days off that fall on
    // them, and the weekends worked.
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    const first = calendar.isWorkingDay(`${year}-01-01`) ? 1 : 0;
    expect(first + calendar.workingDays(`${year}-01-01`, `${year}-12-31`)).toBe(days);
  });
});

/** Knows the days off and the weekends worked as texts, and walks from day to day. */
function naive(): (day: string) => boolean {
  const free = new Set<string>();
  const worked = new Set<string>();
  for (const name of readdirSync(folder)) {
    const year = parse(readFileSync(new URL(name, folder), 'utf8')) as {
      days_off: { from: string; to: string }[];
      work_days: string[];
    };
    for (const day of year.work_days) worked.add(day);
    for (const { from, to } of year.days_off) {
      for (let day = from; day <= to; day = tomorrow(day)) free.add(day);
    }
  }
  return (day) => {
    if (free.has(day)) return false;
    if (worked.has(day)) return true;
    return !['Sat', 'Sun'].includes(new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3));
  };
}

function tomorrow(day: string): string {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const pad = (n: number): string => String(n).padStart(2, '0');
  if (d < (lengths[m - 1] ?? 0)) return `${y}-${pad(m)}-${pad(d + 1)}`;
  return m < 12 ? `${y}-${pad(m + 1)}-01` : `${y + 1}-01-01`;
}

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);
const dayOf2019to2025 = fc
  .integer({ min: 0, max: 2_556 })
  .map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10));

describe(`terms agree with a naive counter on 5,000 dates (seed ${seed})`, () => {
  it('in working days, and what is counted back', () => {
    const works = naive();
    fc.assert(
      fc.property(dayOf2019to2025, fc.integer({ min: 1, max: 60 }), (start, count) => {
        let [day, left] = [start, count];
        while (left > 0) {
          day = tomorrow(day);
          if (works(day)) left -= 1;
        }
        expect(dueOn(start, { value: count, unit: 'working_day' }, calendar)).toBe(day);
        expect(calendar.workingDays(start, day)).toBe(count);
      }),
      { numRuns: 5_000, seed },
    );
  });

  it('in calendar days that end on a day off', () => {
    const works = naive();
    fc.assert(
      fc.property(dayOf2019to2025, fc.integer({ min: 1, max: 90 }), (start, count) => {
        let day = start;
        for (let i = 0; i < count; i += 1) day = tomorrow(day);
        const term = { value: count, unit: 'calendar_day' } as const;
        expect(dueOn(start, term, calendar)).toBe(day);
        while (!works(day)) day = tomorrow(day);
        expect(dueOn(start, term, calendar, { last_day: 'next_working_day' })).toBe(day);
      }),
      { numRuns: 5_000, seed },
    );
  });
});

describe('a term', () => {
  it('of months ends on the same day, or on the last of a shorter month', () => {
    const months = (start: string, value: number): string =>
      dueOn(start, { value, unit: 'month' }, calendar);
    expect(months('2024-01-31', 1)).toBe('2024-02-29');
    expect(months('2025-08-31', 6)).toBe('2026-02-28');
    expect(months('2025-11-15', 2)).toBe('2026-01-15');
    expect(dueOn('2024-02-29', { value: 3, unit: 'year' }, calendar)).toBe('2027-02-28');
  });

  it('moves past a public holiday, and past a plain weekend only where the law says so', () => {
    // 2025-09-26 and 7 days: 10-03, in the holiday until 10-08; 2025-11-15 is a Saturday.
    const week = { value: 7, unit: 'calendar_day' } as const;
    expect(dueOn('2025-09-26', week, calendar, { last_day: 'after_holiday' })).toBe('2025-10-09');
    expect(dueOn('2025-11-08', week, calendar, { last_day: 'after_holiday' })).toBe('2025-11-15');
    expect(dueOn('2025-11-08', week, calendar, { last_day: 'next_working_day' })).toBe(
      '2025-11-17',
    );
    // 2023-12-30, a Saturday: the notice spends it together with New Year, and orders 1 January.
    const days15 = { value: 15, unit: 'calendar_day' } as const;
    expect(dueOn('2023-12-15', days15, calendar, { last_day: 'after_holiday' })).toBe('2023-12-30');
  });

  it('leaves out the days the law excludes', () => {
    const mediation = { value: 60, unit: 'calendar_day' } as const;
    expect(dueOn('2026-05-06', mediation, calendar)).toBe('2026-07-05');
    expect(dueOn('2026-05-06', mediation, calendar, { excluded_days: 10 })).toBe('2026-07-15');
  });

  it('that hangs on a year without a calendar is an error', () => {
    const late = (): string => dueOn('2026-12-30', { value: 7, unit: 'working_day' }, calendar);
    expect(late).toThrow('calendar.unknown_year: No calendar of working days is at hand for 2027');
    expect(() => calendar.isWorkingDay('2018-12-31')).toThrow('calendar.unknown_year');
    expect(() => makeCalendar([]).workingDays('2020-01-01', '2020-01-02')).toThrow('2020');
  });
});
