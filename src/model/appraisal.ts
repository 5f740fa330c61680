import type { Count, CountBracket } from './counting.ts';
import type { Localised } from './localised.ts';
import type { TreeSummary } from './network.ts';
import type { EvidenceValue, ProvisionVerdict } from './provision.ts';
import type { Report } from './report.ts';

/** What only people know of an appraisal; read from a file beside the data. 委托事项 */
export interface CaseFacts {
  readonly number: string | null;
  readonly client: string | null;
  readonly matter: string | null;
  readonly appraisers: readonly { readonly name: string; readonly qualification: string | null }[];
  readonly received_on: string | null;
  readonly questions: readonly Localised[];
}

/** One side or the other of an argument the data bear on, or why they do not. */
export type Bearing = 'sales' | 'heads' | 'neither' | 'unknown';

/**
 * One measure on whether pay follows sales or heads (2013 opinions, art. 5). Both thresholds are
 * ours: the opinions name none.
 */
export interface Argument {
  readonly id: ArgumentId;
  readonly bears: Bearing;
  /** What was measured, for the sentence of the argument; shares are 0 to 1. */
  readonly figures: Readonly<Record<string, EvidenceValue>>;
  /** What the data lack; empty unless `bears` is unknown. */
  readonly needs: readonly string[];
}

export type ArgumentId =
  | 'outside_retail'
  | 'bought_again'
  | 'purchases_for_right'
  | 'price_to_cost'
  | 'money_back'
  | 'pay_follows';

/** Sums in minor units; null where the data have no such table. */
export interface MemberMoney {
  readonly fees: Tally | null;
  readonly commissions: Tally | null;
  readonly withdrawals: Tally | null;
  /** Fees paid and commission earned below it, its own included. */
  readonly subtree_paid_in_minor: number | null;
  readonly subtree_earned_minor: number | null;
}

export interface Tally {
  readonly count: number;
  readonly minor: number;
}

export interface PaidLine {
  readonly threshold_minor: number;
  /** ISO dates, before and after what was given back; null where unknown or never. */
  readonly gross_on: string | null;
  readonly net_on: string | null;
}

export interface LeftAndPaid {
  readonly left_on: string;
  readonly last_earned_on: string | null;
  readonly earned_after_minor: number | null;
  readonly people_when_left: number | null;
  readonly people_when_last_earned: number | null;
}

/** One member in one tree, as an expert report states it. */
export interface StatedMember {
  readonly member_id: string;
  readonly tree: TreeSummary['name'];
  /** Own level in the whole tree, root = 1. */
  readonly level: number;
  /** Accounts and levels with the member and its own level counted, and without. */
  readonly inclusive: Count;
  readonly beneath: Count;
  readonly direct: number;
  /** Upline from the root down to the member, both included. */
  readonly path: readonly string[];
  /** Accounts at each level beneath, nearest first. */
  readonly accounts_beneath: readonly number[];
  /** ISO dates; null where never, or where joining dates are unknown. */
  readonly crossed: Readonly<Record<string, string | null>>;
  /** When 2.5 million had been paid below it (2013 opinions, art. 4); null where it never was. */
  readonly paid_line: PaidLine | null;
  /** What grew below it after it had left and still earned (art. 1); null where it did not. */
  readonly left: LeftAndPaid | null;
  /** People and levels as brackets; null for a member without recruits. */
  readonly bracket: CountBracket | null;
  readonly money: MemberMoney;
}

export interface SheetAnswer {
  readonly provision: string;
  readonly title: Localised;
  readonly cites: readonly string[];
  readonly verdict: ProvisionVerdict['verdict'];
  /** An indication asks for a person even where there are findings. */
  readonly finds: 'breach' | 'indication';
  readonly findings: number;
  readonly needs: readonly string[];
  /** What the first findings say; at most three. */
  readonly says: readonly Localised[];
}

export interface VerdictSheet {
  readonly id: string;
  readonly title: Localised;
  readonly note: Localised;
  readonly questions: readonly {
    readonly title: Localised;
    readonly answers: readonly SheetAnswer[];
  }[];
}

/** A file beside the appraisal, named by its digest. */
export interface Annex {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

/** A tree as a whole, and what was cut to make it one. */
export type AppraisedTree = Pick<
  TreeSummary,
  | 'name'
  | 'members'
  | 'roots'
  | 'levels'
  | 'people_per_level'
  | 'self_parents'
  | 'missing_parents'
  | 'cycles'
  | 'cycle_members'
  | 'late_parents'
> & { readonly bracket: CountBracket };

/** An expert report as a value: a pure function of the data, the packs and what was asked. */
export interface Appraisal {
  readonly schema: 'polyprism.appraisal/1';
  readonly as_of: string;
  readonly facts: CaseFacts | null;
  readonly asked: { readonly members: readonly string[] };
  readonly money: Report['money'];
  readonly materials: Report['files'];
  readonly raw_tables: Report['raw_tables'];
  readonly tables: Report['tables'];
  readonly assumptions: Report['assumptions'];
  readonly issues: Report['issues'];
  readonly software: Report['software'];
  readonly environment: Report['digests'];
  readonly persons: number | null;
  /** Decisions followed that ties between accounts say nothing of persons. */
  readonly link_cuts: number;
  readonly trees: readonly AppraisedTree[];
  readonly sheets: readonly VerdictSheet[];
  readonly arguments: readonly Argument[];
  readonly members: readonly StatedMember[];
  /** SHA-256 of report.json of the same run. */
  readonly report_sha256: string;
  readonly annexes: readonly Annex[];
}
