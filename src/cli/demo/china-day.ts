import { legalDay } from '../../model/legal-day.ts';

/** Where the demonstration takes place. */
export const demo_time_zone = 'Asia/Shanghai';

/** The calendar day there: in the evening of UTC already the next one. */
export function chinaDay(at: Date): string {
  return legalDay(demo_time_zone, at);
}
