import { chinaTime } from '../../names.ts';
import { HOUR_S } from '../../lawful/time.ts';
import type { Value } from '../../lawful/row.ts';
import { num } from '../scene.ts';

/** Ten in the morning of a day in China. */
export function on(day: string): number {
  return chinaTime(day, 10 * HOUR_S);
}

/** Whether an instant lies on that day in China or later; false where there is none. */
export function after(value: Value | undefined, day: string): boolean {
  return num(value) >= chinaTime(day);
}

/** Whether an instant lies before that day in China; false where there is none. */
export function before(value: Value | undefined, day: string): boolean {
  return num(value) < chinaTime(day);
}
