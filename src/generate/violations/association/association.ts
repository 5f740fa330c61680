import type { Violation } from '../violation.ts';
import { associationDutyViolations } from './duties.ts';
import { associationGroupViolations } from './groups.ts';

/** One for each clause of the example standard, on a platform that keeps the law of China too. */
export const associationViolations: readonly Violation[] = [
  ...associationGroupViolations,
  ...associationDutyViolations,
];
