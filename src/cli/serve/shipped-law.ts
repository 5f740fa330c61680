import type { Law } from '../../casework/law.ts';
import { makeCalendar } from '../../deadlines/calendar.ts';
import { loadDeadlines } from '../../packs/load-deadlines.ts';
import { packPaths } from '../shipped-packs.ts';
import { shippedHead } from './shipped-head.ts';

/** What the clocks of matters run by: deadlines and working days of the shipped packs named. */
export async function shippedLaw(packs: readonly string[] = ['cn']): Promise<Law> {
  const read = [];
  for (const path of await packPaths(packs)) {
    const { currency } = await shippedHead(path);
    read.push({ ...(await loadDeadlines(path)), currency });
  }
  const [first, ...others] = read.map(({ currency }) => currency);
  return {
    deadlines: read.flatMap(({ deadlines }) => deadlines),
    calendar: makeCalendar(read.flatMap(({ calendar }) => calendar)),
    currency: first !== undefined && others.every((one) => one === first) ? first : null,
  };
}
