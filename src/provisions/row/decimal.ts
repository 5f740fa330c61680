import { OutOfRange, absolute, divide, multiply, remainder, subtract } from './integer.ts';
import type { Integer } from './integer.ts';

/** 10 to the power of n, without loss. */
export function tenTo(n: number): Integer {
  return n <= 15 ? 10 ** n : 10n ** BigInt(n);
}

/** Digits with more places behind the point. */
export function widened(digits: Integer, places: number): Integer {
  return places === 0 ? digits : multiply(digits, tenTo(places));
}

/** The digits when they are no more than a DECIMAL of that width holds; an error otherwise. */
export function withinDigits(digits: Integer, width: number): Integer {
  if (absolute(digits) < tenTo(width)) return digits;
  throw new OutOfRange(`${digits} has more than ${width} digits`);
}

/** Without its places behind the point, rounded half away from zero. */
export function rounded(digits: Integer, scale: number): Integer {
  if (scale === 0) return digits;
  const unit = tenTo(scale);
  const whole = divide(digits, unit);
  const rest = absolute(remainder(digits, unit));
  if (multiply(rest, 2) < unit) return whole;
  return digits < 0 ? subtract(whole, 1) : subtract(whole, -1);
}

/** The nearest double; past 2^53 the way an engine goes about it. */
export function toDouble(digits: Integer, scale: number): number {
  const unit = Number(tenTo(scale));
  if (scale === 0 || typeof digits === 'number') return Number(digits) / unit;
  const whole = divide(digits, tenTo(scale));
  return Number(whole) + Number(remainder(digits, tenTo(scale))) / unit;
}

/** As SQL writes it: all places, a 0 before the point. */
export function decimalText(digits: Integer, scale: number): string {
  if (scale === 0) return String(digits);
  const text = String(absolute(digits)).padStart(scale + 1, '0');
  return `${digits < 0 ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
