import type { ShareCount } from './count-shares.ts';
import { thresholds } from './thresholds.ts';
import { informationComponent } from './two-by-two.ts';

/** A share held against that of the others. */
export interface JudgedShare extends ShareCount {
  readonly expected: number;
  /** IC025: log2 of seen over expected, at its lower limit. */
  readonly strength: number;
}

/**
 * A subject's share as a ground, or null: cases enough, a share large enough, and at least three
 * times what the others' share lets expect even at the lower limit. Where there are not enough
 * others, a base share of ours stands for theirs.
 */
export function judgeShare(own: ShareCount, all: ShareCount): JudgedShare | null {
  const { cases_min, share_min, share_strength_min, others_min, base_share } = thresholds;
  const others = all.out_of - own.out_of;
  // A group's cases need not be among those of the sellers.
  const flagged = Math.max(0, all.cases - own.cases);
  const share = others < others_min ? base_share : flagged / others;
  const expected = share * own.out_of;
  const strength = informationComponent(own.cases, expected).low;
  const large = own.cases >= cases_min && own.cases >= share_min * own.out_of;
  return large && strength >= share_strength_min ? { ...own, expected, strength } : null;
}
