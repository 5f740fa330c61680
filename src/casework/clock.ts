import type { DeadlineClause, DeadlineKind } from '../model/deadline.ts';

/**
 * - `running`, `due_soon`, `overdue`: not done yet
 * - `in_time`, `late`, `early`: done; early is a record or display ended before its term
 * - `over`: a record or display whose term has passed
 * - `no_term`: no text in force on the day of the event sets one
 * - `cannot_tell`: the last day hangs on something not known
 */
export type ClockState =
  | 'running'
  | 'due_soon'
  | 'overdue'
  | 'in_time'
  | 'late'
  | 'early'
  | 'over'
  | 'no_term'
  | 'cannot_tell';

/** Why the last day is not known. */
export type Unknown =
  /** A year whose official calendar nobody has published yet. */
  | { readonly why: 'calendar_year'; readonly year: number }
  /** Time is being left out and has not ended. */
  | { readonly why: 'time_left_out'; readonly span: string }
  /** No pack has the deadline. */
  | { readonly why: 'no_deadline'; readonly deadline: string };

/** One run of one term of a matter. 时限 */
export interface Clock {
  /** Its name in the rules of the kind. */
  readonly clock: string;
  /** The deadline's id in the pack; null where a step set the day. */
  readonly deadline_id: string | null;
  readonly kind: DeadlineKind;
  readonly item: string | null;
  readonly from_on: string;
  readonly due_on: string | null;
  readonly done_on: string | null;
  readonly state: ClockState;
  readonly unknown: Unknown | null;
  /** The text in force on the day of the event that sets the term. */
  readonly clause: DeadlineClause | null;
  /** `too_late`: granted when the term was over already, and so nothing. */
  readonly extension: 'none' | 'granted' | 'too_late';
  /** Days within the term that did not count. */
  readonly left_out_days: number;
}
