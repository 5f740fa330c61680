import type { Localised } from './localised.ts';
import type { Citation } from './provision.ts';

/** A stretch of days off, as an official notice orders it; both ends included. */
export interface DaysOff {
  readonly name: Localised;
  readonly from: string;
  readonly to: string;
}

/** One year of an official calendar: what differs from working Monday to Friday. */
export interface CalendarYear {
  readonly year: number;
  readonly sources: readonly Pick<Citation, 'url' | 'checked' | 'confidence'>[];
  readonly days_off: readonly DaysOff[];
  /** Saturdays and Sundays worked to make up for days off. */
  readonly work_days: readonly string[];
}

export type TermUnit = 'working_day' | 'calendar_day' | 'month' | 'year';

/** A length of time as a law states it. */
export interface Term {
  readonly value: number;
  readonly unit: TermUnit;
}

/**
 * What happens when a term ends on a day off: nothing, it moves past public holidays, or it
 * moves to the next working day, past plain weekends too.
 */
export type LastDay = 'stays' | 'after_holiday' | 'next_working_day';
