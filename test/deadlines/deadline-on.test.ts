import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCalendar } from '../../src/deadlines/calendar.ts';
import type { Calendar } from '../../src/deadlines/calendar.ts';
import { deadlineOn } from '../../src/deadlines/deadline-on.ts';
import type { DeadlineFacts } from '../../src/deadlines/deadline-on.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import type { Pack } from '../../src/model/provision.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { attachCalendars } from '../../src/provisions/attach-calendars.ts';
import { expandSql } from '../../src/provisions/sql/expand.ts';

let pack: Pack;
let calendar: Calendar;
beforeAll(async () => {
  pack = await loadPack(new URL('../../packs/cn', import.meta.url).pathname);
  calendar = makeCalendar(pack.calendar);
});

function due(id: string, event_on: string, facts?: DeadlineFacts) {
  const deadline = pack.deadlines.find((one) => one.id === `cn.deadline.${id}`);
  expect.assert(deadline);
  return deadlineOn(deadline, event_on, calendar, facts);
}

describe('mediation of a complaint, set by two texts at once from 2024-07-01 to 2026-04-14', () => {
  it('takes 45 working days under Order 20 alone', () => {
    // 28 June 1, July 23, August 21 of its 22 working days: the last but one, Thursday the 29th.
    expect(due('complaint.mediation', '2024-06-27')?.due_on).toBe('2024-08-29');
  });

  it('takes the 60 days of the regulation, which outranks the order', () => {
    // 30 days to 31 July, 30 more to 30 August.
    const found = due('complaint.mediation', '2024-07-01');
    expect(found?.due_on).toBe('2024-08-30');
    expect(found?.clause.cite).toMatchObject({
      article: 'art. 46',
      rank: 'administrative_regulation',
    });
    expect(found?.displaced.map(({ cite }) => cite.article)).toEqual(['art. 21']);
  });

  it('is displaced by Order 121 as little as by Order 20', () => {
    const found = due('complaint.mediation', '2026-04-15');
    expect(found?.clause.cite.article).toBe('art. 46');
    expect(found?.displaced.map(({ cite }) => cite.article)).toEqual(['arts. 22, 23']);
  });

  it('leaves out the days of testing', () => {
    expect(due('complaint.mediation', '2024-07-01', { excluded_days: 12 })?.due_on).toBe(
      '2024-09-11',
    );
  });

  it('is set by no text before 2020', () => {
    expect(due('complaint.mediation', '2019-12-31')).toBe(null);
  });
});

describe('a deadline', () => {
  it('moves past a holiday once, at its end, with or without the extension', () => {
    // 90 days from 5 January 2026 end on 5 April, in the holiday of 4 to 6 April; 30 more on
    // 5 May, in that of 1 to 5 May.
    expect(due('case.decision', '2026-01-05')?.due_on).toBe('2026-04-07');
    expect(due('case.decision', '2026-01-05', { extended: true })?.due_on).toBe('2026-05-06');
  });

  it('extends working days by working days', () => {
    // 15 working days after Friday 13 February 2026: the 14th (worked) 1, 24 to 27 make 5, the 28th
    // (worked) 6, 2 to 6 March 11, 9 to 12 March 15. Another 15: 13 March to 2 April.
    expect(due('case.filing', '2026-02-13')?.due_on).toBe('2026-03-12');
    expect(due('case.filing', '2026-02-13', { extended: true })?.due_on).toBe('2026-04-02');
  });

  it('that is a notice lies before its event', () => {
    expect(due('rule.notice', '2026-03-20')?.due_on).toBe('2026-03-13');
    expect(due('rule.notice-major', '2026-03-20')?.due_on).toBe('2026-03-05');
    expect(due('rule.notice-major', '2026-01-31')).toBe(null);
  });

  it('that is a notice in working days has as many after it, up to its event', () => {
    // Monday 12 October 2026 1, Saturday the 10th (worked) 2, the 9th 3, the 8th 4; 1 to 7 are
    // days off; 30 September 5, 29th 6, 28th 7: the notice comes on Sunday the 27th at the latest.
    expect(due('case.hearing-notice', '2026-10-12')?.due_on).toBe('2026-09-27');
  });

  it('that keeps a record ends on the same day, or on the last of a shorter month', () => {
    expect(due('replay.kept', '2024-02-29')?.due_on).toBe('2027-02-28');
  });

  it('that hangs on a year without a calendar is an error', () => {
    expect(() => due('complaint.acceptance', '2026-12-30')).toThrow('2027');
  });
});

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);

describe(`working days in SQL and in casework agree on 5,000 dates (seed ${seed})`, () => {
  let engine: DuckDb;
  beforeAll(async () => {
    engine = await DuckDb.open({ threads: 1 });
    await attachCalendars(engine, [pack]);
    await engine.run('CREATE TABLE asked (i BIGINT, day DATE, later DATE, n BIGINT)');
  });
  afterAll(() => engine.close());

  it('forwards, between two days, and to the next working day', async () => {
    const dayOf = fc
      .integer({ min: 0, max: 2_556 })
      .map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10));
    const asked = fc.sample(fc.tuple(dayOf, dayOf, fc.integer({ min: 1, max: 60 })), {
      numRuns: 5_000,
      seed,
    });
    const rows = asked.map(([a, b, n], i) => `(${i}, DATE '${a}', DATE '${b}', ${n})`);
    await engine.run(`INSERT INTO asked VALUES ${rows.join(', ')}`);
    const sql = expandSql(
      `SELECT pp_add_working_days(day, n) AS ahead, pp_working_days(day, later) AS apart,
        pp_next_working(day) AS upcoming FROM asked ORDER BY i`,
      'duckdb',
      { as_of: '2026-01-01', time_zone: 'Asia/Shanghai', calendar: 'CN', parameters: {} },
    );
    const answers = await engine.rows(sql);
    const expected = asked.map(([a, b, n]) => {
      let upcoming = a;
      while (!calendar.isWorkingDay(upcoming)) upcoming = calendar.addWorkingDays(upcoming, 1);
      return { ahead: calendar.addWorkingDays(a, n), apart: calendar.workingDays(a, b), upcoming };
    });
    expect(answers).toEqual(expected);
  });
});
