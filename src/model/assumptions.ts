/**
 * What a simulation supposes: `polyprism.assumptions/1`. Shares and numbers per month are parts
 * of a million, so that a text has one meaning. A month has 30 days.
 */
export interface Assumptions {
  readonly schema: typeof assumptionsSchema;
  /** People who could join, those at the start among them. */
  readonly population: number;
  /** First day; null: days are counted from the start and have no date. */
  readonly start: string | null;
  /** Members at the start, at the top; they never stop. */
  readonly starters: { readonly count: number; readonly rank: string; readonly way: number };
  readonly recruiting: Recruiting;
  /** How newcomers come in; shares add up to the whole. The outlook is about the first. */
  readonly joins: readonly JoinShare[];
  readonly purchases: AssumedPurchases;
  /** Of active members, each month: stop recruiting, buying and selling. */
  readonly stops_ppm: number;
  /** Of active members, each month: take the lowest higher rank open to them. */
  readonly rises_ppm: number;
  /** Of newcomers: ask for their money back, and stop. */
  readonly withdraws_ppm: number;
  /** Of purchases and sales: goods returned. */
  readonly returns_ppm: number;
  readonly refund_after_days: number;
  /** Where the plan does not say when it pays. */
  readonly payout_delay_days: number;
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
}

export const assumptionsSchema = 'polyprism.assumptions/1';

/** Days of an assumed month. */
export const assumed_month_days = 30;

/**
 * Who brings the next newcomer in: any active member alike (a random recursive tree); those who
 * recruited before more than others, by one more than the recruits they have; or the first in
 * order of joining with fewer than `width` recruits.
 */
export const recruiters = ['uniform', 'by_recruits', 'k_ary'] as const;

export interface Recruiting {
  readonly who: (typeof recruiters)[number];
  /** Recruits of each member; null unless `k_ary`. */
  readonly width: number | null;
  /** Newcomers an active member brings in a month while nobody has joined yet. */
  readonly per_month_ppm: number;
}

export interface JoinShare {
  readonly rank: string;
  /** Place among the ways of the rank. */
  readonly way: number;
  readonly share_ppm: number;
}

export interface AssumedPurchases {
  /** What is bought and sold; null where the plan has no products. */
  readonly product: string | null;
  /** Pieces an active member buys for itself in a month, beyond what it takes to join. */
  readonly own_ppm: number;
  /** Pieces an active member sells to customers outside in a month, each to another. */
  readonly customers_ppm: number;
}
