import type { Localised } from './localised.ts';

/**
 * A verdict sheet: legal questions that belong together, each with the provisions that answer it.
 * One sheet stays apart from another: an administrative test is no criminal line. 判断表
 */
export interface Sheet {
  readonly id: string;
  readonly title: Localised;
  /** How the answers stand to each other and to other sheets. */
  readonly note: Localised;
  readonly questions: readonly SheetQuestion[];
}

export interface SheetQuestion {
  readonly title: Localised;
  /** Ids of provisions. */
  readonly provisions: readonly string[];
}
