/** Sums of a row of `funding_band`, in minor units. */
export interface FundingSums {
  /** 'all', a month, a plan or a member. */
  readonly id: string;
  readonly entries: number;
  readonly unpriced: number;
  readonly entry_fee: number;
  readonly qualifying: number;
  readonly subsidy: number;
  readonly unknown: number;
  readonly recruitment: number;
  readonly own_use: number;
  readonly retail: number;
  readonly open: number;
  readonly total: number;
  readonly settled: boolean;
}

/** Members who paid in, of one level or one month of joining. */
export interface GainGroup {
  readonly id: string;
  readonly payers: number;
  /** Of them, who earned less than they paid in. */
  readonly never_back: number;
  readonly paid_in: number;
  readonly earned: number;
}

export interface FundingGains extends GainGroup {
  /** Payers who earned less than they paid in and bought for own use. */
  readonly never_back_all: number;
  readonly own_use: number;
  /** Of all members, payers or not. */
  readonly accrued: number;
  readonly paid: number;
  readonly withdrawn: number;
  /** Members with positive commission; how many one in a hundred of them is, rounded up. */
  readonly earners: number;
  readonly top_earners: number;
  readonly earners_minor: number;
  readonly top_earners_minor: number;
  /** Gini coefficient of the commission of the earners, rounded down to four decimals. */
  readonly gini: number | null;
}

/** Commission on payments of members of one level, earned by members of another. */
export interface FundingFlow {
  /** Null where the payer has no level. */
  readonly from_level: number | null;
  readonly to_level: number | null;
  readonly amount: number;
}

/** What the platform owes its members beside what came in; minor units. */
export interface FundingCash {
  /** Fees and orders net of refunds; an order paid as a fee counts once, as the fee. */
  readonly fees: number;
  readonly orders: number;
  readonly cash_in: number;
  /** Recharges, net of refunds, not in `cash_in`: spent, they are orders; unspent, owed as well. */
  readonly stored: number;
  /** Fees of unknown kind, net of refunds, not in `cash_in`. */
  readonly unnamed: number;
  /** Fees and orders without an amount. */
  readonly unpriced: number;
  /** Commission that stands. */
  readonly accrued: number;
  /** Of it marked as paid; null where the data mark nothing. */
  readonly paid: number | null;
  readonly unpaid: number | null;
  /** What came in less what is marked as paid, before goods and every other cost. */
  readonly left: number | null;
  /** Whether `accrued` is more than `cash_in`; null where the data do not settle it. */
  readonly exceeds: boolean | null;
  /** What would settle it. */
  readonly needs: readonly string[];
}

/** Where commission came from and who gains. docs/reference/funding.md */
export interface ReportFunding {
  readonly whole: FundingSums;
  readonly months: readonly FundingSums[];
  readonly plans: readonly FundingSums[];
  /** Those who earned most. */
  readonly beneficiaries: readonly FundingSums[];
  /** Why parts are open, with their amounts. */
  readonly open: readonly { readonly reason: string; readonly amount: number }[];
  readonly gains: FundingGains;
  readonly cash: FundingCash;
  readonly by_level: readonly GainGroup[];
  readonly by_month: readonly GainGroup[];
  readonly flows: readonly FundingFlow[];
}
