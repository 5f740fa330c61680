import { dayNumberOf, dayText } from './calendar-day.ts';
import { add, divideDown, integerOf, multiply, subtract } from './integer.ts';
import type { Integer } from './integer.ts';

const day_us = 86_400_000_000;

/** Days since 1970-01-01 of 'YYYY-MM-DD'; null for what is no day of the calendar. */
export function readDay(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  if (year === 0 || month < 1 || month > 12 || day < 1) return null;
  const days = dayNumberOf({ year, month, day });
  return dayText(days) === text ? days : null;
}

const instant_form =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(?:Z|\+00(?::?00)?)?$/;

/** Microseconds since 1970-01-01 UTC of 'YYYY-MM-DDThh:mm:ss.ffffffZ', T and Z optional. */
export function readInstant(text: string): Integer | null {
  const found = instant_form.exec(text);
  const days = readDay(found?.[1] ?? '');
  if (!found || days === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(2, 5).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const micros = Number((found[5] ?? '').padEnd(6, '0'));
  return add(multiply(days, day_us), ((hours * 60 + minutes) * 60 + seconds) * 1e6 + micros);
}

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
