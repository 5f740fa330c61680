import type { Violation } from '../violation.ts';
import { usClaimViolations } from './claims.ts';
import { usMarketplaceViolations } from './marketplace.ts';
import { usOrderViolations } from './orders.ts';
import { usPromotionViolations } from './promotion.ts';

/** One for each provision of pack us. */
export const usViolations: readonly Violation[] = [
  ...usOrderViolations,
  ...usMarketplaceViolations,
  ...usPromotionViolations,
  ...usClaimViolations,
];
