import { digestOf } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import type { LineDigests } from './line-digests.ts';
import type { ReportWindow } from './window.ts';

export const receiptSchema = 'polyprism.submission/1';

/** One file handed over. */
export interface SubmittedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a part came to: how many lines, how many without a gap, gaps by field. */
export interface PartCount {
  readonly name: string;
  readonly lines: number;
  readonly complete: number;
  readonly missing: Readonly<Record<string, number>>;
  readonly differs: Readonly<Record<string, number>>;
}

/** What the authority said when it had the report. */
export interface Acknowledgement {
  readonly number: string;
  readonly on: string;
  readonly by: string;
}

/**
 * What is kept of a submission, locked until `kept_until`: no identity and no value of a line,
 * enough to prove what was handed over and to tell what the next one changes.
 */
export interface Receipt {
  readonly schema: typeof receiptSchema;
  readonly report: string;
  readonly reference_on: string;
  readonly window: ReportWindow | null;
  readonly recipient: Localised;
  readonly submitted_on: string;
  readonly submitted_by: string;
  /** Null where the report has no window. */
  readonly late: boolean | null;
  readonly files: readonly SubmittedFile[];
  readonly parts: readonly PartCount[];
  /** How many could be put into no part, by the column that is wanting. */
  readonly unplaced: Readonly<Record<string, number>>;
  /** Which key the digests were made with. */
  readonly key_id: string;
  readonly digests: Readonly<Record<string, LineDigests>>;
  readonly state: 'locked';
  /** Null: no text says how long, so it is never erased by itself. */
  readonly kept_until: string | null;
  readonly acknowledged: Acknowledgement | null;
}

/** The digest of a receipt as it was made; an acknowledgement does not change it. */
export function receiptDigest(receipt: Receipt): string {
  return digestOf({ ...receipt, acknowledged: null });
}

/**
 * The receipt with the authority's number. Throws `submission.acknowledged` where it has another
 * one already: a receipt says what happened, and that does not change.
 */
export function acknowledge(receipt: Receipt, acknowledged: Acknowledgement): Receipt {
  const { acknowledged: before } = receipt;
  if (before !== null && before.number !== acknowledged.number) {
    throw new PolyprismError('submission.acknowledged', { number: before.number });
  }
  return before === null ? { ...receipt, acknowledged } : receipt;
}

/** Whether a receipt may be erased on a day: never before the last day it is kept is over. */
export function mayErase({ kept_until }: Pick<Receipt, 'kept_until'>, on: string): boolean {
  return kept_until !== null && on > kept_until;
}
