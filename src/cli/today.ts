import { legalDay } from '../model/legal-day.ts';

/** The calendar date of this moment in a zone. */
export function today(time_zone: string): string {
  return legalDay(time_zone, new Date());
}
