import { dayNumberOf, dayText } from './calendar-day.ts';
import { add, divideDown, integerOf, multiply, subtract } from './integer.ts';
import type { Integer } from './integer.ts';

const day_us = 86_400_000_000;

/** Days since 1970-01-01 of 'YYYY-MM-DD'; null for what is no day of the calendar. */
export function readDay(text: string): number | null {
  return text.length === 10 ? dayAtStart(text) : null;
}

/** The day a text begins with. Read digit by digit: records come by the hundred thousand. */
function dayAtStart(text: string): number | null {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return null;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  if (!(year > 0 && month >= 1 && month <= 12 && day >= 1)) return null;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (day > (lengths[month - 1] ?? 0) + leap) return null;
  return dayNumberOf({ year, month, day });
}

const dash = 45;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number two digits make; NaN where they are none. */
function digits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const instant_form =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(?:Z|\+00(?::?00)?)?$/;

/** Microseconds since 1970-01-01 UTC of 'YYYY-MM-DDThh:mm:ss.ffffffZ', T and Z optional. */
export function readInstant(text: string): Integer | null {
  return readWholeSeconds(text) ?? readAnyInstant(text);
}

/** The form nearly all have: 'YYYY-MM-DDThh:mm:ssZ'; null for any other. */
function readWholeSeconds(text: string): Integer | null {
  if (text.length !== 20 || text[10] !== 'T' || text[19] !== 'Z') return null;
  if (text[13] !== ':' || text[16] !== ':') return null;
  const day = dayAtStart(text);
  const [hours, minutes, seconds] = [digits(text, 11), digits(text, 14), digits(text, 17)];
  if (day === null || !(hours <= 23 && minutes <= 59 && seconds <= 59)) return null;
  return add(multiply(day, day_us), ((hours * 60 + minutes) * 60 + seconds) * 1e6);
}

function readAnyInstant(text: string): Integer | null {
  const found = instant_form.exec(text);
  const days = readDay(found?.[1] ?? '');
  if (!found || days === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(2, 5).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const micros = Number((found[5] ?? '').padEnd(6, '0'));
  return add(multiply(days, day_us), ((hours * 60 + minutes) * 60 + seconds) * 1e6 + micros);
}

/** The same where the text says its zone, by Z or an offset such as +08:00; null where not. */
export function readZonedInstant(text: string): Integer | null {
  const whole = readWholeSeconds(text);
  if (whole !== null) return whole;
  const [, local = '', sign, hours, minutes] = zoned_form.exec(text) ?? [];
  const read = readAnyInstant(local);
  if (read === null || sign === undefined) return text.endsWith('Z') ? readAnyInstant(text) : null;
  const ahead_us = (Number(hours) * 60 + Number(minutes)) * 60_000_000;
  return sign === '+' ? subtract(read, ahead_us) : add(read, ahead_us);
}

const zoned_form = /^(.{10}[T ].*?)([+-])((?:0\d|1[0-4])):([0-5]\d)$/;

/** ISO 8601 in UTC, a fraction only where there is one: as an engine's rows give it. */
export function instantText(instant_us: Integer): string {
  const day = divideDown(instant_us, day_us);
  const rest = Number(subtract(instant_us, multiply(day, day_us)));
  const seconds = Math.floor(rest / 1e6);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  const micros = String(rest % 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${dayText(day)}T${time}${micros === '' ? '' : `.${micros}`}Z`;
}

/** The number a text of digits stands for; null for anything else. */
export function readInteger(text: string): Integer | null {
  return /^-?\d{1,20}$/.test(text) ? integerOf(BigInt(text)) : null;
}
