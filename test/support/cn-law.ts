import { makeCalendar } from '../../src/deadlines/calendar.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import type { Law } from './casework.ts';

/** Deadlines and calendar of the pack of Chinese law. */
export async function cnLaw(): Promise<Law> {
  const pack = await loadPack(new URL('../../packs/cn', import.meta.url).pathname);
  return { deadlines: pack.deadlines, calendar: makeCalendar(pack.calendar) };
}
