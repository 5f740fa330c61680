import type { Localised } from './localised.ts';
import type { Stage } from './provision.ts';

/**
 * How far a pack goes with an article. `tested`: the data decide the duty. `approximate`: a
 * provision gives an indication, or decides a part of the duty. `manual`: data find candidates at
 * most, a person decides. `not_testable`: no data on the market decide it. `open`: data could
 * decide it, no provision does yet.
 */
export const coverageStatuses = [
  'tested',
  'approximate',
  'manual',
  'not_testable',
  'open',
] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

/** One article of a law the pack knows of, and what it makes of it. */
export interface CoverageRow {
  readonly law: Localised;
  readonly article: string;
  readonly title: Localised;
  readonly stage: Stage;
  readonly status: CoverageStatus;
  /** Ids of the provisions that test it. */
  readonly provisions: readonly string[];
  /** Why it is not tested, or what of it is not; null only where `tested`. */
  readonly reason: Localised | null;
}
