import type { LastDay, Term } from './calendar.ts';
import type { Localised } from './localised.ts';
import type { Citation, InForce, Stage } from './provision.ts';

/** What one text says of a deadline, for events of the days it is in force. */
export interface DeadlineClause extends InForce {
  /** Its rank decides where two clauses are in force at once. */
  readonly cite: Citation;
  readonly term: Term;
  readonly last_day: LastDay;
  /** Time the law leaves out, such as that of testing; null for none. */
  readonly excluded: Localised | null;
  /** What may be added, and under which condition; null for nothing. */
  readonly extension: { readonly term: Term; readonly condition: Localised } | null;
}

/**
 * - `act_by`: the act is in time up to the last day of the term after the event
 * - `keep_until`: the record is kept up to that day at least
 * - `notice_before`: the act comes at least the term before the event
 */
export type DeadlineKind = 'act_by' | 'keep_until' | 'notice_before';

/** A deadline of the law as data, whatever texts have set it over time. */
export interface Deadline {
  readonly id: string;
  readonly title: Localised;
  readonly kind: DeadlineKind;
  readonly stage: Stage;
  readonly duty_bearer: readonly string[];
  /** 'table.column' of the event the term runs from; null where no table holds it. */
  readonly event: string | null;
  /** 'table.column' of the act that is due; null where no table holds it. */
  readonly act: string | null;
  readonly clauses: readonly DeadlineClause[];
}
