import { addMonths } from '../../model/days.ts';
import { chinaTime, DAY_S } from '../names.ts';

export { chinaTime, DAY_S };
export const MINUTE_S = 60;
export const HOUR_S = 3_600;
const CHINA_S = 8 * HOUR_S;

/** 'YYYY-MM-DD hh:mm:ss' on a Chinese clock. */
export function clockOf(seconds: number): string {
  return new Date((seconds + CHINA_S) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The calendar day in China. */
export function dayOf(seconds: number): string {
  return clockOf(seconds).slice(0, 10);
}

export function yearOf(seconds: number): number {
  return Number(clockOf(seconds).slice(0, 4));
}

/** The calendar day that many months after the instant's, and some days beyond. */
export function dayMonthsAfter(seconds: number, months: number, days = 0): string {
  return dayOf(chinaTime(addMonths(dayOf(seconds), months)) + days * DAY_S);
}

/** Chinese midnight of the instant's day. */
export function midnight(seconds: number): number {
  return chinaTime(dayOf(seconds));
}
