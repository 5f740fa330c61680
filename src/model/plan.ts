import type { Localised } from './localised.ts';

/**
 * A commission plan as data: `polyprism.plan/1`. Money is minor units of `currency`, rates are
 * parts of a million, so that every payment is whole-number arithmetic. Where the plan says
 * nothing and silence has no meaning of its own, the value is null: unknown.
 */
export interface Plan {
  readonly schema: typeof planSchema;
  readonly id: string;
  readonly title: Localised;
  readonly currency: string;
  /** First day it holds; null where nobody says. */
  readonly from: string | null;
  /** Whether the operator holds a direct-selling licence. */
  readonly direct_selling_licence: 'held' | 'none' | null;
  /** Where its facts come from. */
  readonly sources: readonly PlanSource[];
  /** What the sources do not say and this text supposes. */
  readonly assumed: readonly Localised[];
  readonly products: readonly PlanProduct[];
  /** From the lowest, which whoever joins for nothing has, to the highest. */
  readonly ranks: readonly PlanRank[];
  /** The second tree: each member has this many places beneath, filled from the left. */
  readonly placement: { readonly width: number } | null;
  readonly rules: readonly PlanRule[];
  /** Most a member may earn in a month, as a share of what it sold to customers in the month. */
  readonly limit: { readonly rate_ppm: number } | null;
  readonly payout: PlanPayout;
  readonly rounding: 'down' | 'half_up';
  /** A refund takes back what was paid out of the refunded payment. */
  readonly takes_back: boolean;
}

export const planSchema = 'polyprism.plan/1';

export interface PlanSource {
  readonly what: string;
  readonly url: string | null;
}

export interface PlanProduct {
  readonly id: string;
  readonly title: Localised | null;
  readonly price_minor: number;
  readonly cost_minor: number | null;
  /** What the like costs elsewhere. */
  readonly market_price_minor: number | null;
}

export interface PlanRank {
  readonly id: string;
  readonly title: Localised | null;
  /** Its holders may bring others in. */
  readonly recruits: boolean;
  /** Any one of these gives the rank; none for a first rank open to all. */
  readonly ways: readonly RankWay[];
}

/** All of it together gives the rank. */
export interface RankWay {
  readonly fee: RankFee | null;
  readonly buys: { readonly product: string; readonly quantity: number } | null;
  readonly conditions: readonly PlanCondition[];
  /** Somebody decides: the operator appoints, or admits who applies. */
  readonly by: 'appointment' | 'application' | null;
}

export interface RankFee {
  readonly amount_minor: number;
  /** The share that comes back to whoever leaves in time. */
  readonly refundable_ppm: number;
  /** Days in which it does; null: whenever. */
  readonly refundable_days: number | null;
}

/** The words of plan_rule.base. */
export const planBases = [
  'headcount',
  'entry_fee',
  'own_sale',
  'downline_sale',
  'level_difference',
] as const;
export type PlanBase = (typeof planBases)[number];

export interface PlanRule {
  readonly id: string;
  readonly title: Localised | null;
  readonly base: PlanBase;
  /** The tree in which depth is counted. */
  readonly tree: 'sponsor' | 'placement';
  /** Distance from the payer: 0 the payer itself, 1 who recruited or sold to it. */
  readonly depth_first: number;
  /** null: without end. */
  readonly depth_last: number | null;
  readonly pay: RulePay;
  /** What a rate is a share of. */
  readonly of: 'price' | 'margin';
  /** Whose purchases count: outsiders', members', or all. Sales only. */
  readonly buyers: 'customers' | 'members' | 'everyone';
  /** Products whose sales count; null for all. Sales only. */
  readonly products: readonly string[] | null;
  /** Ranks of the beneficiary; null for all. */
  readonly ranks: readonly string[] | null;
  /** Ranks of the payer: bought in `entry_fee`, reached in `headcount`; null for all. */
  readonly payer_ranks: readonly string[] | null;
  readonly conditions: readonly PlanCondition[];
  /** Members who do not qualify are passed over and not counted as a level. */
  readonly compressed: boolean;
  readonly cap: RuleCap | null;
}

/** One figure for all depths, or one for each depth from the first; by rank for differences. */
export type RulePay =
  | { readonly kind: 'rate'; readonly ppm: readonly number[] }
  | { readonly kind: 'amount'; readonly minor: readonly number[] }
  | { readonly kind: 'by_rank'; readonly ppm: readonly RankRate[] };

export interface RankRate {
  readonly rank: string;
  readonly ppm: number;
}

export interface RuleCap {
  readonly amount_minor: number;
  readonly per: 'payment' | 'month';
}

/**
 * What can be asked of a member. Counts: `recruits` (direct), `team` (all beneath), customers of
 * the month. Money: own purchases, sales to customers, sales of the team (its own, its
 * customers' and all beneath it), ever or in the calendar month.
 */
export const planMeasures = [
  'recruits',
  'team',
  'purchases',
  'sales',
  'team_sales',
  'month_purchases',
  'month_sales',
  'month_team_sales',
  'month_customers',
] as const;
export type PlanMeasure = (typeof planMeasures)[number];

/** Measures that are heads rather than money. */
export const headMeasures: readonly PlanMeasure[] = ['recruits', 'team', 'month_customers'];

export interface PlanCondition {
  readonly measure: PlanMeasure;
  /** Heads, or minor units. */
  readonly at_least: number;
  /** Counts only those of this rank and above: `recruits` and `team`. */
  readonly of: string | null;
}

export interface PlanPayout {
  /** Days between earning and being paid; null where nobody says. */
  readonly delay_days: number | null;
  /** Least that is paid out. */
  readonly least_minor: number | null;
}

/** Rate of a sale's or fee's amount; whole parts of a million are exact to 0.0001 %. */
export const PPM = 1_000_000;
