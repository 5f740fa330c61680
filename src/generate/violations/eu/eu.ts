import type { Violation } from '../violation.ts';
import { euClaimViolations } from './claims.ts';
import { euPlatformViolations } from './platform.ts';
import { euPromotionViolations } from './promotion.ts';
import { euSafetyViolations } from './safety.ts';
import { euWithdrawalViolations } from './withdrawal.ts';

/** One for each provision of pack eu. */
export const euViolations: readonly Violation[] = [
  ...euPlatformViolations,
  ...euPromotionViolations,
  ...euSafetyViolations,
  ...euWithdrawalViolations,
  ...euClaimViolations,
];
