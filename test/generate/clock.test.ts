import { expect, it } from 'vitest';
import { clockIn, utcText } from '../../src/generate/lawful/clock.ts';

/** The instants by hand: Brussels is an hour ahead of UTC in winter and two in summer. */
it('tells the days of a zone whose clocks change', () => {
  const clock = clockIn('Europe/Brussels');
  const second = (text: string): number => Date.parse(text) / 1000;
  expect(clock.at('2026-03-29')).toBe(second('2026-03-28T23:00:00Z'));
  expect(clock.at('2026-03-30')).toBe(second('2026-03-29T22:00:00Z'));
  expect(clock.at('2026-07-01', 36_000)).toBe(second('2026-07-01T08:00:00Z'));
  expect(clock.text(second('2026-10-25T00:59:59Z'))).toBe('2026-10-25 02:59:59');
  expect(clock.text(second('2026-10-25T01:00:00Z'))).toBe('2026-10-25 02:00:00');
  expect(clock.midnight(second('2026-10-25T22:59:59Z'))).toBe(second('2026-10-24T22:00:00Z'));
  expect(clock.day(second('2026-10-25T23:00:00Z'))).toBe('2026-10-26');
  expect(clock.year(second('2025-12-31T23:00:00Z'))).toBe(2026);
  expect(clock.dayMonthsAfter(second('2026-01-31T12:00:00Z'), 1, 1)).toBe('2026-03-01');
});

it('tells those of New York, which changes on other days', () => {
  const clock = clockIn('America/New_York');
  expect(clock.at('2026-03-08')).toBe(Date.parse('2026-03-08T05:00:00Z') / 1000);
  expect(clock.at('2026-03-09')).toBe(Date.parse('2026-03-09T04:00:00Z') / 1000);
  expect(clock.text(Date.parse('2026-11-01T05:30:00Z') / 1000)).toBe('2026-11-01 01:30:00');
  expect(clock.text(Date.parse('2026-11-01T06:30:00Z') / 1000)).toBe('2026-11-01 01:30:00');
});

it.each(['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Brussels', 'America/New_York'])(
  'tells every odd moment of two years as Intl does: %s',
  (time_zone) => {
    const clock = clockIn(time_zone);
    const asIntl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: time_zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const end = Date.parse('2027-01-01T00:00:00Z') / 1000;
    const differ: number[] = [];
    for (let at = Date.parse('2025-01-01T00:00:00Z') / 1000; at < end; at += 1_799) {
      if (clock.text(at) !== asIntl.format(at * 1000)) differ.push(at);
    }
    expect(differ).toEqual([]);
  },
);

it('writes instants in UTC, those before 1970 too', () => {
  expect(utcText(Date.parse('2026-03-29T01:02:03Z') / 1000)).toBe('2026-03-29T01:02:03Z');
  expect(utcText(-1)).toBe('1969-12-31T23:59:59Z');
});
