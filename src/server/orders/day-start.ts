import { legalDay } from '../../model/legal-day.ts';

/** No zone is further from UTC. */
const furthest_s = 15 * 3_600;

/** The first second of a calendar day in a zone, as ISO 8601 UTC. */
export function dayStart(time_zone: string, day: string): string {
  const midnight_s = Date.parse(`${day}T00:00:00Z`) / 1_000;
  let [before, in_it] = [midnight_s - furthest_s, midnight_s + furthest_s];
  while (in_it - before > 1) {
    const middle = Math.floor((before + in_it) / 2);
    if (legalDay(time_zone, new Date(middle * 1_000)) < day) before = middle;
    else in_it = middle;
  }
  return new Date(in_it * 1_000).toISOString();
}
