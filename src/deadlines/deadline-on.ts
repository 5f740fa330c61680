import type { Deadline, DeadlineClause } from '../model/deadline.ts';
import { rankOf } from '../model/rank.ts';
import type { Calendar } from './calendar.ts';
import { dueOn } from './due-on.ts';
import { noticeBy } from './notice-by.ts';

/** The day a deadline falls on, with the text that sets it. */
export interface DeadlineOn {
  readonly due_on: string;
  readonly clause: DeadlineClause;
  /** Clauses in force on the day of the event as well, which a higher text displaces. */
  readonly displaced: readonly DeadlineClause[];
}

/** What is known of the event besides its day. */
export interface DeadlineFacts {
  /** Calendar days the law leaves out of the term. */
  readonly excluded_days?: number;
  /** Whether the clause's extension was granted. */
  readonly extended?: boolean;
}

/**
 * The deadline of an event of a day, by the text in force on that day, the highest in rank where
 * there are two. Null where none was in force. Throws `calendar.unknown_year` where the answer
 * hangs on a year without a calendar.
 */
export function deadlineOn(
  deadline: Deadline,
  event_on: string,
  calendar: Calendar,
  { excluded_days = 0, extended = false }: DeadlineFacts = {},
): DeadlineOn | null {
  const [clause, ...displaced] = clausesOn(deadline, event_on);
  if (!clause) return null;
  const due_on =
    deadline.kind === 'notice_before'
      ? noticeBy(event_on, clause.term, calendar)
      : endOf(event_on, clause, calendar, excluded_days, extended);
  return { due_on, clause, displaced };
}

/** Clauses in force on a day, the highest in rank first; of one rank there is one at most. */
export function clausesOn({ clauses }: Deadline, day: string): DeadlineClause[] {
  return clauses
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .toSorted((a, b) => rankOf(b.cite.rank) - rankOf(a.cite.rank));
}

/** An extension runs on from the end of the term: the last day moves once, at the end. */
function endOf(
  start: string,
  { term, last_day, extension }: DeadlineClause,
  calendar: Calendar,
  excluded_days: number,
  extended: boolean,
): string {
  if (!extended || extension === null)
    return dueOn(start, term, calendar, { last_day, excluded_days });
  const first = dueOn(start, term, calendar, { excluded_days });
  return dueOn(first, extension.term, calendar, { last_day });
}
