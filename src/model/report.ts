import type { Severity } from './issue.ts';
import type { Localised } from './localised.ts';
import type { NetworkSummary } from './network.ts';
import type {
  Citation,
  Classification,
  Finding,
  FindingVerdict,
  InForce,
  ProvisionVerdict,
  Stage,
} from './provision.ts';
import type { ReportFunding } from './report-funding.ts';
import type { Assumption, RawFile, Software } from './snapshot.ts';
import type { WaiverApplied } from './waiver.ts';

export interface ReportIssue {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly message_zh: string;
  readonly count: number;
}

/** What a reader needs of a provision next to its findings. */
export interface ReportProvision {
  readonly id: string;
  readonly title: Localised;
  readonly stage: Stage;
  readonly status: string;
  readonly severity: string;
  readonly finds: FindingVerdict;
  readonly duty_bearer: readonly string[];
  readonly cites: readonly Citation[];
  readonly in_force: InForce;
  readonly law: Localised;
  readonly reading: Localised;
  readonly exceptions: readonly Localised[];
  readonly false_positives: readonly Localised[];
  readonly remedy: Localised;
  readonly parameters: readonly { readonly name: string; readonly value: string; cite: string }[];
  readonly sha256: string;
}

/** What a provision classified, with what a reader needs of it. */
export interface ReportClassification extends Classification {
  readonly title: Localised;
  readonly subject: string;
  readonly cites: readonly Citation[];
  readonly law: Localised;
  readonly reading: Localised;
  readonly sha256: string;
}

/** Money in minor units of `currency`. */
export interface ReportMoney {
  readonly currency: string;
  /** Minor units in one major unit: 100 for CNY. */
  readonly minor_units: number;
  /** Sums; null where the snapshot has no such table or column. */
  readonly fees: number | null;
  readonly commissions: number | null;
  readonly withdrawals: number | null;
  /** Paid amount of paid orders. */
  readonly orders_paid: number | null;
  /** Amount due of all orders. */
  readonly orders: number | null;
  readonly refunds: number | null;
  readonly counts: {
    readonly orders: number | null;
    readonly orders_paid: number | null;
    readonly orders_with_refund_status: number | null;
    readonly fees: number | null;
    readonly commissions: number | null;
    readonly withdrawals: number | null;
  };
}

export interface ReportPlanRule {
  readonly base: string;
  readonly depth: number | null;
  readonly rate: number | null;
  readonly amount_minor: number | null;
  readonly tier: string | null;
  readonly qualification: string | null;
}

export interface ReportPlan {
  readonly plan_id: string;
  readonly name: string | null;
  readonly enabled: boolean | null;
  readonly levels_paid: number | null;
  readonly join_condition: string | null;
  readonly join_price_minor: number | null;
  readonly self_rebate: boolean | null;
  readonly statement: string | null;
  readonly rules: readonly ReportPlanRule[];
}

/** The report: one pure value, from which every output format is rendered. */
export interface Report {
  readonly schema: 'polyprism.report/1';
  readonly as_of: string;
  readonly software: Software;
  readonly files: readonly RawFile[];
  readonly tables: Readonly<Record<string, { readonly read: number; readonly refused: number }>>;
  readonly raw_tables: readonly {
    readonly name: string;
    readonly declared: boolean;
    readonly read: number;
    readonly refused: number;
    readonly skipped: string | null;
    readonly skipped_zh: string | null;
  }[];
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly ReportIssue[];
  readonly network: Omit<NetworkSummary, 'issues'>;
  readonly plans: readonly ReportPlan[];
  readonly money: ReportMoney;
  /** Null without a commission. */
  readonly funding: ReportFunding | null;
  readonly verdicts: {
    readonly provisions: number;
    readonly breach: number;
    readonly no_breach: number;
    readonly cannot_tell: number;
    readonly by_provision: readonly ProvisionVerdict[];
    /** Provisions in force only after `as_of`: no part of the counts. */
    readonly not_yet_in_force?: readonly string[];
  };
  readonly provisions: readonly ReportProvision[];
  /** Who is what in the eyes of the law: facts the provisions read. */
  readonly classifications: readonly ReportClassification[];
  readonly findings: readonly Finding[];
  /** Decisions not to act on findings, as given to the run. */
  readonly waivers: readonly WaiverApplied[];
  readonly cannot_tell: readonly {
    readonly provision: string;
    readonly needs: readonly string[];
  }[];
  readonly digests: {
    readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
    readonly packs: readonly { id: string; version: string; sha256: string }[];
    /** SHA-256 of the file of waivers; null without one. */
    readonly waivers: string | null;
    /** SHA-256 of the file of cuts between accounts; null without one. */
    readonly link_cuts: string | null;
    readonly engine: { readonly name: string; readonly version: string; polyprism: string };
  };
}
