import { afterSaleViolations } from './after-sale.ts';
import { authorityViolations } from './authority.ts';
import { entryViolations } from './entry.ts';
import { liveViolations } from './live.ts';
import { priceViolations } from './price.ts';
import { consentViolations, promotionViolations } from './promotion.ts';
import { pyramidViolations } from './pyramid.ts';
import { recordViolations } from './records.ts';
import { signalViolations } from './signals.ts';
import { ruleViolations } from './rules.ts';
import { wordViolations } from './words.ts';
import type { Violation } from '../violation.ts';

/** One for each version of each provision of pack cn that the lawful platform does not list. */
export const cnViolations: readonly Violation[] = [
  ...entryViolations,
  ...liveViolations,
  ...promotionViolations,
  ...consentViolations,
  ...wordViolations,
  ...ruleViolations,
  ...priceViolations,
  ...afterSaleViolations,
  ...recordViolations,
  ...authorityViolations,
  ...pyramidViolations,
  ...signalViolations,
];
