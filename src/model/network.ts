import type { LinkCutApplied } from './link-cut.ts';
import type { TreeCounts } from './counting.ts';
import type { Growth } from './growth.ts';
import type { Issue } from './issue.ts';

export interface Candidate {
  readonly member_id: string;
  /** Accounts in the subtree, itself included. */
  readonly people: number;
  /** Levels of the subtree, its own included. */
  readonly levels: number;
  readonly direct: number;
  /** Own level in the whole tree, root = 1. */
  readonly level: number;
  /** Calendar date on which 30 people and 3 levels were first both there. */
  readonly crossed_30_3: string | null;
  /**
   * Upline from the root down to the member, both included; ids of the source system. Empty
   * beyond the largest candidates: members.csv names every member's upline.
   */
  readonly path: readonly string[];
}

export interface TreeSummary {
  readonly name: 'sponsor' | 'placement';
  readonly members: number;
  readonly roots: number;
  readonly levels: number;
  /** Index 0 is level 1. */
  readonly people_per_level: readonly number[];
  readonly self_parents: number;
  readonly missing_parents: number;
  /** Cycles found; each is cut at its earliest member. */
  readonly cycles: number;
  readonly cycle_members: number;
  /** Members whose upline joined after they did. */
  readonly late_parents: number;
  /** Members with at least 30 people and 3 levels, largest first; at most a limit of them. */
  readonly candidates: readonly Candidate[];
  /** How many there are in all. */
  readonly candidates_total?: number;
  /** People and levels as brackets over the ways of counting. */
  readonly counts: TreeCounts;
  /** Members joined per calendar month, 'YYYY-MM'. */
  readonly joined_per_month: readonly { readonly month: string; readonly members: number }[];
  /** How it grew, beside chance; null where nobody's date is known. */
  readonly growth?: Growth | null;
  /** The largest structures: people and levels below each root. */
  readonly schemes: readonly {
    readonly root_id: string;
    readonly people: number;
    readonly levels: number;
    readonly people_per_level: readonly number[];
  }[];
}

/** What is known of how the sponsor tree came to be what it is. */
export interface HistorySummary {
  /** Members who had another upline before the present one, or none for a time. */
  readonly movers: number;
  /** Members of the structures they moved in: dates of these follow the tree as it was. */
  readonly members: number;
}

export interface NetworkSummary {
  readonly trees: readonly TreeSummary[];
  /** Distinct persons behind the accounts; null when no contact was supplied. */
  readonly persons: number | null;
  /** Accounts that are one person with another; null when no contact was supplied. */
  readonly shared_contact_accounts: number | null;
  /** Decisions that ties say nothing of persons, as given to the run. */
  readonly link_cuts: readonly LinkCutApplied[];
  /** Null where no move is recorded: dates assume that everybody always had the present upline. */
  readonly history?: HistorySummary | null;
  readonly issues: readonly Issue[];
}
