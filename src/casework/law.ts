import type { Calendar } from '../deadlines/calendar.ts';
import type { Deadline } from '../model/deadline.ts';

/** What the terms of matters are found in: the deadlines of a pack and its working days. */
export interface Law {
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
}
