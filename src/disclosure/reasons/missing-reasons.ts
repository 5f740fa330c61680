import type { Localised } from '../../model/localised.ts';
import { reasonDuties } from './reason-duties.ts';
import type { ReasonLaw } from './reason-duties.ts';
import type { StatementOfReasons } from './statement-of-reasons.ts';

/** What a statement of reasons lacks, and which text wants it. */
export interface MissingReason {
  readonly field: string;
  readonly what: Localised;
  readonly cite: Localised;
}

/**
 * What is to be added before a measure can be published under these laws, in the order of the
 * statement; empty where nothing is missing. Whether what is said is true or enough is for
 * people to judge.
 */
export function missingReasons(
  statement: StatementOfReasons,
  laws: readonly ReasonLaw[],
): MissingReason[] {
  return reasonDuties
    .filter(({ law, meets }) => laws.includes(law) && !meets(statement))
    .map(({ field, what, cite }) => ({ field, what, cite }));
}
