import type { Localised } from '../model/localised.ts';
import type { Citation } from '../model/provision.ts';

/**
 * Where a value comes from: the canonical tables; an identity of which they hold a pseudonym at
 * most; or something no table has a column for. The last two come from the file of identities.
 */
export type FieldSource = 'table' | 'sealed' | 'supplied';

/** One column of a report. */
export interface ReportField {
  readonly name: string;
  readonly heading: Localised;
  /** Whether a line without it is incomplete. */
  readonly compulsory: boolean;
  readonly source: FieldSource;
  /** What the codes of the tables are called in the file; null for values as they are. */
  readonly words: Readonly<Record<string, Localised>> | null;
}

/** What a part's SQL is written with. */
export interface PartSql {
  /** SQL literal of the reference date. */
  readonly on: string;
  /** SQL for the calendar date, in the zone of the data, of an instant. */
  readonly day: (instant: string) => string;
}

/** One list of a report: a file of its own. */
export interface ReportPart {
  readonly name: string;
  readonly title: Localised;
  /** Without the first column, which is the subject. */
  readonly fields: readonly ReportField[];
  /** Rows `subject`, unique and not null, with a column for every field of source `table`. */
  readonly sql: (context: PartSql) => string;
  /** One column: every subject the tables know, listed or not. */
  readonly subjects: string;
}

/** A report a platform owes, in one version of what is handed over. */
export interface OwedReport {
  /** 'report.cn.order37.art25@v1'. */
  readonly id: string;
  readonly title: Localised;
  readonly cites: readonly Pick<Citation, 'law' | 'article'>[];
  readonly recipient: Localised;
  /** Days of which the text speaks, both ends included. */
  readonly in_force_from: string;
  /** Months (1 to 12) it is due in and the deadline within one; null: case by case, in time. */
  readonly window: { readonly months: readonly number[]; readonly deadline: string } | null;
  /** The deadline until which the receipt is kept. */
  readonly kept: string;
  readonly parts: readonly ReportPart[];
  /** Rows `subject, needs`: who cannot be put into a part or left out, and the missing column. */
  readonly unplaced: (context: PartSql) => string;
}

/** A field with the defaults of most. */
export function field(
  name: string,
  [zh, en]: readonly [string, string],
  source: FieldSource,
  more: Partial<Pick<ReportField, 'compulsory' | 'words'>> = {},
): ReportField {
  return { name, heading: { zh, en }, compulsory: true, source, words: null, ...more };
}
