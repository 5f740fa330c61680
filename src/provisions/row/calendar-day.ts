import { OutOfRange } from './integer.ts';

/** A day of the Gregorian calendar, extended to all times; the year before 1 is 0. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The calendar day of a number of days since 1970-01-01 (Hinnant, chrono-compatible dates). */
export function calendarDay(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const in_era = shifted - era * 146_097;
  const year = Math.floor(
    (in_era -
      Math.floor(in_era / 1_460) +
      Math.floor(in_era / 36_524) -
      Math.floor(in_era / 146_096)) /
      365,
  );
  const in_year = in_era - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const from_march = Math.floor((5 * in_year + 2) / 153);
  const month = from_march < 10 ? from_march + 3 : from_march - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: in_year - Math.floor((153 * from_march + 2) / 5) + 1,
  };
}

/** Days since 1970-01-01 of a calendar day. */
export function dayNumberOf({ year, month, day }: CalendarDay): number {
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const in_era = from - era * 400;
  const in_year = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    in_era * 365 +
    Math.floor(in_era / 4) -
    Math.floor(in_era / 100) +
    in_year -
    719_468
  );
}

/** A day as engines write it: years of four digits at least, those before 1 counted back. */
export function dayText(days: number): string {
  const known = texts.get(days);
  if (known !== undefined) return known;
  if (texts.size >= texts_max) texts.clear();
  const text = writeDay(days);
  texts.set(days, text);
  return text;
}

/** Acts are of few days, each told many times. */
const texts = new Map<number, string>();
const texts_max = 50_000;

function writeDay(days: number): string {
  const { year, month, day } = calendarDay(days);
  const counted = year > 0 ? year : 1 - year;
  return `${pad(counted, 4)}-${pad(month, 2)}-${pad(day, 2)}${year > 0 ? '' : ' (BC)'}`;
}

export function monthText(days: number): string {
  const { year, month } = calendarDay(days);
  return `${year < 0 ? String(year) : pad(year, 4)}-${pad(month, 2)}`;
}

/** Monday 1 to Sunday 7. */
export function weekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The same day that many months later, or the last day of a shorter month. */
export function monthsLater(days: number, months: number): number {
  const { year, month, day } = calendarDay(days);
  const count = year * 12 + month - 1 + months;
  const first = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1, day: 1 };
  // Beyond these years an instant has no 64 bits of microseconds.
  if (first.year < -290_307 || first.year > 294_246) throw new OutOfRange('a day out of range');
  const next =
    first.month === 12 ? { year: first.year + 1, month: 1 } : { ...first, month: first.month + 1 };
  const start = dayNumberOf(first);
  const length = dayNumberOf({ ...next, day: 1 }) - start;
  return start + Math.min(day, length) - 1;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
