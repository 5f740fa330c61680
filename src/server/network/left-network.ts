import type { TreeCounts } from '../../model/counting.ts';
import type { Growth } from '../../model/growth.ts';
import type { TreeSummary } from '../../model/network.ts';

/** One tree as a whole, as the report counts it. */
export type LeftTree = Pick<
  TreeSummary,
  'name' | 'members' | 'roots' | 'levels' | 'people_per_level' | 'joined_per_month'
> & {
  /** Members with thirty people and three levels. */
  readonly candidates: number;
  readonly counts: Omit<TreeCounts, 'candidates'>;
  /** Null where nobody's date is known. */
  readonly growth: Growth | null;
};

/** What an inspection's process leaves about the network, in `network.json`. */
export interface LeftNetwork {
  readonly currency: string;
  /** Null where no contact was supplied. */
  readonly persons: number | null;
  /** None where there are no members. */
  readonly trees: readonly LeftTree[];
}
