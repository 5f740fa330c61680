import { makeCalendar } from '../deadlines/calendar.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import type { Deadline } from '../model/deadline.ts';

/** What the terms of matters are found in: the deadlines of a pack and its working days. */
export interface Law {
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
  /** ISO 4217, of the amounts it imposes; null where its pack names none. */
  readonly currency: string | null;
}

/** The law of every jurisdiction, by the name of its pack. */
export type Laws = ReadonlyMap<string, Law>;

/** Of a jurisdiction without a pack nothing is known: every last day hangs on what is missing. */
export const noLaw: Law = { deadlines: [], calendar: makeCalendar([]), currency: null };
