import { addMonths } from '../../model/days.ts';
import { DAY_S, HOUR_S } from './time.ts';

/** Wall-clock times of one zone, and the instants (Unix seconds) they name. */
export interface Clock {
  /** The instant of a date and seconds into the day, on a clock that does not change that day. */
  at(date: string, seconds?: number): number;
  /** 'YYYY-MM-DD hh:mm:ss'. */
  text(seconds: number): string;
  day(seconds: number): string;
  year(seconds: number): number;
  midnight(seconds: number): number;
  /** The calendar day that many months after the instant's, and some days beyond. */
  dayMonthsAfter(seconds: number, months: number, days?: number): string;
}

export function clockIn(time_zone: string): Clock {
  const offsetAt = hourlyOffsets(time_zone);
  const at = (date: string, seconds = 0): number => {
    const local = Date.parse(`${date}T00:00:00Z`) / 1000;
    // No zone here changes its clock between its midnight and that of UTC.
    return local - offsetAt(local - offsetAt(local)) + seconds;
  };
  const text = (seconds: number): string =>
    new Date((seconds + offsetAt(seconds)) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const day = (seconds: number): string =>
    dayNamed(Math.floor((seconds + offsetAt(seconds)) / DAY_S));
  const midnights = workedOutOnce((name: string) => at(name));
  return {
    at,
    text,
    day,
    year: (seconds) => Number(day(seconds).slice(0, 4)),
    midnight: (seconds) => midnights(day(seconds)),
    dayMonthsAfter: (seconds, months, days = 0) =>
      day(at(addMonths(day(seconds), months)) + days * DAY_S + HOUR_S),
  };
}

/** 'YYYY-MM-DD' of the days since 1970: there are few of them, and writing one takes long. */
const dayNamed = workedOutOnce((days: number) =>
  new Date(days * DAY_S * 1000).toISOString().slice(0, 10),
);

/** A function that works out each value once. */
function workedOutOnce<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** Seconds ahead of UTC, remembered by the hour: asking Intl takes microseconds. */
function hourlyOffsets(time_zone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: time_zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  });
  const offsets = workedOutOnce((hour: number) => {
    const parts = new Map(
      format.formatToParts(hour * HOUR_S * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour')) / 1000;
    return local - hour * HOUR_S;
  });
  return (seconds) => offsets(Math.floor(seconds / HOUR_S));
}
