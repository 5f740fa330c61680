import { addMonths, dayText } from '../../model/days.ts';
import { offsetReader } from '../../model/zone-offset.ts';
import { DAY_S, HOUR_S, MINUTE_S } from './time.ts';

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

/** The clock of a zone: one for all who ask, for its offsets are looked up once. */
export const clockIn = workedOutOnce((time_zone: string): Clock => {
  const offsetAt = offsetsOf(time_zone);
  const at = (date: string, seconds = 0): number => {
    const local = Date.parse(`${date}T00:00:00Z`) / 1000;
    // No zone here changes its clock between its midnight and that of UTC.
    return local - offsetAt(local - offsetAt(local)) + seconds;
  };
  const day = (seconds: number): string => dayOf(seconds + offsetAt(seconds));
  const midnights = workedOutOnce((name: string) => at(name));
  return {
    at,
    text(seconds) {
      const local = seconds + offsetAt(seconds);
      return `${dayOf(local)} ${timeOf(local)}`;
    },
    day,
    year: (seconds) => Number(day(seconds).slice(0, 4)),
    midnight: (seconds) => midnights(day(seconds)),
    dayMonthsAfter: (seconds, months, days = 0) =>
      day(at(addMonths(day(seconds), months)) + days * DAY_S + HOUR_S),
  };
});

/** 'YYYY-MM-DDThh:mm:ssZ' of Unix seconds. */
export function utcText(seconds: number): string {
  return `${dayOf(seconds)}T${timeOf(seconds)}Z`;
}

function dayOf(seconds: number): string {
  return dayText(Math.floor(seconds / DAY_S));
}

/** 'hh:mm:ss' of Unix seconds, put together of minutes and seconds written before. */
function timeOf(seconds: number): string {
  const second = ((Math.floor(seconds) % DAY_S) + DAY_S) % DAY_S;
  return `${minutes[Math.floor(second / MINUTE_S)]!}:${sixty[second % MINUTE_S]!}`;
}

const sixty = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const minutes = sixty.slice(0, 24).flatMap((hour) => sixty.map((minute) => `${hour}:${minute}`));

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

/**
 * Seconds ahead of UTC, remembered: asking Intl takes microseconds. A day that begins and ends
 * with the same offset has it all along; on any other it is asked for by the hour.
 */
function offsetsOf(time_zone: string): (seconds: number) => number {
  const offsetAt = offsetReader(time_zone);
  const ofHour = workedOutOnce((hour: number) => offsetAt(hour * HOUR_S));
  const ofDay = workedOutOnce((day: number): number | 'changes' => {
    const begins = ofHour(day * 24);
    return begins === ofHour(day * 24 + 24) ? begins : 'changes';
  });
  return (seconds) => {
    const offset = ofDay(Math.floor(seconds / DAY_S));
    return offset === 'changes' ? ofHour(Math.floor(seconds / HOUR_S)) : offset;
  };
}
