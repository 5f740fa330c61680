import type { CalendarYear } from './calendar.ts';
import type { CountBracket } from './counting.ts';
import type { CoverageRow } from './coverage.ts';
import type { Sheet } from './sheet.ts';
import type { Deadline } from './deadline.ts';
import type { Localised } from './localised.ts';
import type { RowForm } from './predicate.ts';
import type { TableName } from './tables.ts';
import type { TermList } from './terms.ts';
import type { Waiver } from './waiver.ts';

export type ProvisionStatus = 'experimental' | 'tested' | 'stable' | 'superseded';
export type ProvisionSeverity = 'high' | 'medium' | 'low';
export type Stage = 'pre' | 'in' | 'after';
export type Rank =
  | 'law'
  | 'administrative_regulation'
  | 'departmental_rule'
  | 'judicial_opinion'
  | 'standard';

export interface Citation {
  readonly law: Localised;
  readonly article: string;
  readonly rank: Rank;
  readonly url: string | null;
  /** ISO date the text was last checked. */
  readonly checked: string;
  readonly confidence: 'verified' | 'verified_secondary' | 'memory';
}

/** The stretch of days a version or value holds, both ends included; null for open. */
export interface InForce {
  readonly from: string;
  readonly to: string | null;
}

export interface ParameterValue extends InForce {
  readonly value: number | string;
  /** Where the number stands; 'ours' marks one that is not in the law. */
  readonly cite: string;
}

export interface Parameter {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly ParameterValue[];
}

/** What may be imposed on acts of those days, in whole units of the currency. */
export interface FineRange extends InForce {
  /** 0 where the law names no least. */
  readonly min: number;
  /** null where the law names no most. */
  readonly max: number | null;
  readonly cite: string;
}

export interface Fine {
  /** ISO 4217. */
  readonly currency: string;
  readonly values: readonly FineRange[];
}

/** Columns a provision reads of one table; `required` ones make it "cannot tell" when absent. */
export interface Reads {
  readonly table: TableName;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** One version of one testable obligation, as loaded from its Markdown file. */
export interface Provision {
  readonly id: string;
  readonly pack: string;
  /** File name inside the pack, for messages. */
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly title: Localised;
  readonly status: ProvisionStatus;
  readonly severity: ProvisionSeverity;
  readonly cites: readonly Citation[];
  readonly in_force: InForce;
  readonly jurisdiction: string;
  readonly duty_bearer: readonly string[];
  readonly stage: Stage;
  readonly reads: readonly Reads[];
  /** What a finding is about: a table's row, or 'data_set'. */
  readonly subject: TableName | 'data_set';
  readonly check: 'row' | 'set';
  /**
   * What a row of the test is: a breach; an indication of one that a person must judge; or no
   * more than a fact, for other provisions to read in `classification`.
   */
  readonly finds: FindingVerdict | 'fact';
  readonly parameters: readonly Parameter[];
  readonly exceptions: readonly Localised[];
  readonly false_positives: readonly Localised[];
  readonly remedy: Localised;
  /** The range of the fine, where there is one: what the milder of two laws is judged by. */
  readonly fine: Fine | null;
  readonly related: readonly string[];
  readonly law: Localised;
  readonly reading: Localised;
  /** SQL returning the violating rows: `subject`, `act_on`, then evidence columns. */
  readonly test: string;
  /** SQL returning undecidable rows: `subject`, `act_on`, `needs` ('table.column'); or null. */
  readonly cannot_tell: string | null;
  readonly explain: Localised;
  /** Both statements as one row decides them; null for `check: set`. */
  readonly row: RowForm | null;
}

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly publisher: string;
  readonly title: Localised;
  readonly jurisdiction: string;
  /** IANA zone its legal dates are meant in. */
  readonly time_zone: string;
  /** SHA-256 over the sorted list of (file, SHA-256) of the pack. */
  readonly digest: string;
  /** Years of the working-day calendar the pack brings, in order. */
  readonly calendar: readonly CalendarYear[];
  /** Deadlines of the law as data, ordered by id. */
  readonly deadlines: readonly Deadline[];
  /** Term lists the pack brings, in order of their ids. */
  readonly terms: readonly TermList[];
  /** The articles the pack knows of, in its own order; empty without a `coverage.yaml`. */
  readonly coverage: readonly CoverageRow[];
  /** Its verdict sheets, in its own order; empty without a `sheets.yaml`. */
  readonly sheets: readonly Sheet[];
  readonly provisions: readonly Provision[];
}

/** An indication decides nothing: it asks for a person. */
export type FindingVerdict = 'breach' | 'indication';

export type EvidenceValue = string | number | boolean | null;

/**
 * The law of the day of the act and that of the decision, where they differ (Administrative
 * Penalty Law of the PRC, art. 37: the new one applies when it is milder or finds no breach).
 */
export interface TwoLaws {
  readonly act: {
    readonly version_in_force: string;
    readonly fine: FineRange | null;
    /** Acts the finding holds: its rows of evidence. */
    readonly acts: number;
  };
  readonly decision: {
    /** The day the data are judged as of. */
    readonly day: string;
    /** null when no version is in force on that day: then nothing is found. */
    readonly version_in_force: string | null;
    readonly verdict: 'breach' | 'no_breach' | 'cannot_tell';
    readonly fine: FineRange | null;
    /** Acts of the same subject and days this law finds. */
    readonly acts: number;
    /** Whether there are acts of which it cannot tell, beside those it finds. */
    readonly some_undecided: boolean;
  };
  /** Which of the two is milder; null where the data or the ranges cannot tell. */
  readonly milder: 'act' | 'decision' | 'same' | null;
  /** ISO 4217, of both ranges. */
  readonly currency: string;
}

/** Where a row stands in the raw files: what an examiner opens to look for himself. */
export interface RawPlace {
  readonly file: string;
  /** The raw table the row belongs to. */
  readonly table: string;
  /** From 1; of a live database, the row's number. Null where rows have none: see `key`. */
  readonly line: number | null;
  /** The column that has the subject's id, of a table that was read in place. */
  readonly key?: string;
}

/** One breach, or an indication of one, on the data supplied. */
export interface Finding {
  /** SHA-256 of the statement: the same input gives the same id anywhere. */
  readonly id: string;
  readonly provision: string;
  readonly provision_sha256: string;
  /** First day of the version applied. */
  readonly version_in_force: string;
  readonly stage: Stage;
  readonly severity: ProvisionSeverity;
  readonly subject: { readonly table: TableName | 'data_set'; readonly id: string };
  readonly act_on: string | null;
  readonly verdict: FindingVerdict;
  readonly explanation: Localised;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly evidence: readonly Readonly<Record<string, EvidenceValue>>[];
  /**
   * Set where the law changed between act and decision. No part of the id: the same breach keeps
   * its name whenever it is decided.
   */
  readonly laws?: TwoLaws;
  /**
   * Set where other ways of counting people and levels stay below the line it is about; no part
   * of the id.
   */
  readonly counts?: Pick<CountBracket, 'counts' | 'flips'>;
  /** Set where somebody decided not to act on it; no part of the id. */
  readonly waiver?: Waiver;
  /** Where the subject stands in the raw files; no part of the id, which digests state. */
  readonly source?: RawPlace | null;
}

/** What a provision says about the whole snapshot. */
export interface ProvisionVerdict {
  readonly provision: string;
  readonly verdict: 'breach' | 'no_breach' | 'cannot_tell';
  readonly findings: number;
  readonly undecided: number;
  /**
   * 'table', 'table.column' or 'table rows' that would have allowed an answer; 'calendar' where
   * the working days of a year are not known; 'review' where indications wait for a person.
   */
  readonly needs: readonly string[];
}

/** What a provision that finds a fact says of the rows of its subject's table. */
export interface Classification {
  readonly provision: string;
  readonly holds: number;
  readonly does_not_hold: number;
  /** Rows of which the data cannot tell. */
  readonly undecided: number;
  /** What would have allowed an answer; nothing was classified while some is missing. */
  readonly needs: readonly string[];
}
