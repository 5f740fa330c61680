import { divideDown } from './integer.ts';
import type { Integer } from './integer.ts';
import { offsetReader } from '../../model/zone-offset.ts';

const day_us = 86_400_000_000;
const day_s = 86_400;

/** Seconds a zone is ahead of UTC during one UTC day; where that changes, at which second. */
interface DayOffset {
  readonly before_s: number;
  readonly after_s: number;
  /** Second of the UTC day from which `after_s` holds. */
  readonly changes_s: number;
}

/**
 * The calendar day in a zone of an instant (microseconds since 1970-01-01 UTC), as days since
 * 1970-01-01. Asking Intl takes microseconds, so what it says of a UTC day is remembered; no zone
 * has changed its offset twice within one.
 */
export function zoneDays(time_zone: string): (instant_us: Integer) => number {
  const offsetAt = offsetReader(time_zone);
  const known = new Map<number, DayOffset>();
  return (instant_us) => {
    const day = dayOf(instant_us);
    let offset = known.get(day);
    if (offset === undefined) {
      if (known.size >= days_max) known.clear();
      known.set(day, (offset = dayOffset(day, offsetAt)));
    }
    const second = secondOfDay(instant_us, day);
    const local_s = second + (second < offset.changes_s ? offset.before_s : offset.after_s);
    return local_s < 0 ? day - 1 : local_s >= day_s ? day + 1 : day;
  };
}

const days_max = 200_000;

/** Up to 2^53 the quotient of doubles lies on the right side of every whole number of days. */
function dayOf(instant_us: Integer): number {
  return typeof instant_us === 'number'
    ? Math.floor(instant_us / day_us)
    : divideDown(instant_us, day_us);
}

function secondOfDay(instant_us: Integer, day: number): number {
  if (typeof instant_us === 'number') return Math.floor((instant_us - day * day_us) / 1e6);
  return Math.floor(Number(instant_us - BigInt(day) * BigInt(day_us)) / 1e6);
}

function dayOffset(day: number, offsetAt: (second: number) => number): DayOffset {
  const start = day * day_s;
  const before_s = offsetAt(start);
  const after_s = offsetAt(start + day_s - 1);
  if (before_s === after_s) return { before_s, after_s, changes_s: 0 };
  let low = 0;
  let high = day_s - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(start + middle) === before_s) low = middle;
    else high = middle;
  }
  return { before_s, after_s, changes_s: high };
}
