import type { Law } from '../../casework/law.ts';
import { makeCalendar } from '../../deadlines/calendar.ts';
import { loadDeadlines } from '../../packs/load-deadlines.ts';
import { packPaths } from '../shipped-packs.ts';

/** What the clocks of matters run by: deadlines and working days of the shipped packs named. */
export async function shippedLaw(packs: readonly string[] = ['cn']): Promise<Law> {
  const read = [];
  for (const path of await packPaths(packs)) read.push(await loadDeadlines(path));
  return {
    deadlines: read.flatMap(({ deadlines }) => deadlines),
    calendar: makeCalendar(read.flatMap(({ calendar }) => calendar)),
  };
}
