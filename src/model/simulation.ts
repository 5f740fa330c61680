import type { Assumptions } from './assumptions.ts';
import type { Localised } from './localised.ts';

/**
 * Quantiles of `n` observations: each the least observed value that at least this share of them
 * does not exceed. null: not reached within the time simulated.
 */
export interface Spread {
  readonly n: number;
  readonly q05: number | null;
  readonly q25: number | null;
  readonly q50: number | null;
  readonly q75: number | null;
  readonly q95: number | null;
}

/**
 * What people got out of it: money received less the price to join, without their own purchases
 * and with these counted as spent.
 */
export interface GroupResult {
  /** Share of the group below zero. */
  readonly loss_share: Spread;
  readonly loss_share_with_purchases: Spread;
  /** Median of the group, minor units. */
  readonly net_minor: Spread;
  readonly net_with_purchases_minor: Spread;
}

export interface TenthResult extends GroupResult {
  /** 1: the first tenth to join, 10: the last. */
  readonly tenth: number;
}

export interface LevelResult extends GroupResult {
  /** 1: whoever was there at the start. The last one listed stands for all below it as well. */
  readonly level: number;
  readonly members: Spread;
}

/** Lines of law and practice, counted over the whole network and never taken back. */
export const simulatedLines = [
  'levels_3',
  'people_30_levels_3',
  'people_120',
  'paid_2500000_yuan',
] as const;
export type SimulatedLine = (typeof simulatedLines)[number];

export interface LineCrossing {
  readonly line: SimulatedLine;
  /** Runs in which it was crossed. */
  readonly runs_crossed: number;
  /** Days after the start; 1 is the first day. */
  readonly day: Spread;
}

/** Money of a whole run, minor units; over all runs. */
export interface SimulatedMoney {
  /** Fees and goods paid for, less what was given back. */
  readonly cash_in_minor: Spread;
  readonly commission_minor: Spread;
  readonly paid_out_minor: Spread;
  /** Earned and not paid out at the end. */
  readonly unpaid_minor: Spread;
  /** Paid out and taken back later: members owe it. */
  readonly owed_back_minor: Spread;
  /** Cash in less commission, before the cost of goods; below zero, the plan pays more than it
   *  takes in. */
  readonly kept_minor: Spread;
  /** Most that was owed to members at a month's end, as a share of all cash in till then. */
  readonly owed_share_max: Spread;
  /** Day of the first month's end at which cash in hand did not cover what was owed: all
   *  commission so far exceeds all cash in so far. */
  readonly not_covered_day: Spread;
  /** Recruitment in all commission: own purchases of members left out, and counted in. */
  readonly recruitment_share_low: Spread;
  readonly recruitment_share_high: Spread;
}

/** What somebody who joins in one month would have after some time, over all who did so. */
export interface Outlook {
  readonly joins_in_month: number;
  readonly rank: Localised;
  readonly price_minor: number;
  readonly horizons: readonly OutlookAfter[];
}

export interface OutlookAfter {
  /** At the end of this many further months. */
  readonly months: number;
  readonly people: number;
  readonly runs: number;
  /** null where the price to join is nothing, or nobody joined. */
  readonly earned_back_share: number | null;
  readonly no_recruit_share: number | null;
  readonly net_minor: Spread;
  readonly net_with_purchases_minor: Spread;
}

/** What the assumptions name, in the plan's words and prices. */
export interface AssumedTerms {
  readonly starter_rank: Localised;
  readonly joins: readonly {
    readonly rank: Localised;
    readonly share_ppm: number;
    readonly price_minor: number;
  }[];
  readonly product: { readonly title: Localised; readonly price_minor: number } | null;
  /** The plan's own, or assumed. */
  readonly payout_delay_days: number;
  readonly payout_delay_said: boolean;
}

/** What a plan does under assumptions: many runs, each played by the pay engine to the end. */
export interface Simulation {
  readonly plan: { readonly id: string; readonly title: Localised; readonly currency: string };
  readonly assumptions: Assumptions;
  readonly terms: AssumedTerms;
  readonly members: Spread;
  readonly levels: Spread;
  readonly no_recruit_share: Spread;
  readonly money: SimulatedMoney;
  readonly crossings: readonly LineCrossing[];
  readonly tenths: readonly TenthResult[];
  readonly by_level: readonly LevelResult[];
  readonly outlook: Outlook;
}
