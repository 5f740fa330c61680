import type { EvidenceValue } from '../model/provision.ts';
import type { TermHit, Untold } from './screen.ts';

/** Code units shown on either side of a hit. */
const around = 20;

/** Where the text stands: table, row and column. */
export interface HitPlace {
  readonly subject_table: 'listing' | 'content';
  readonly subject_id: EvidenceValue;
  readonly subject_column: 'title' | 'claims' | 'body';
}

/** A hit as a row of the derived table `screening_hit`. */
export function hitRow(
  { subject_table, subject_id, subject_column }: HitPlace,
  text: string,
  { list, term, found, starts, ends, via, exception }: TermHit,
  corrected: boolean | null,
): Readonly<Record<string, EvidenceValue>> {
  return {
    subject_table,
    subject_id,
    subject_column,
    list_id: list,
    term,
    found: wellFormed(found),
    found_from: starts,
    found_to: ends,
    via,
    excepted: exception !== null,
    exception,
    corrected,
    snippet: wellFormed(text.slice(Math.max(0, starts - around), ends + around)),
  };
}

/**
 * Terms beyond those told of a text, as one row of `screening_hit` for their list: what is not
 * known of them is NULL, so that what hangs on them cannot be told.
 */
export function untoldRow(
  { subject_table, subject_id, subject_column }: HitPlace,
  text: string,
  { list, starts }: Untold,
): Readonly<Record<string, EvidenceValue>> {
  return {
    subject_table,
    subject_id,
    subject_column,
    list_id: list,
    term: null,
    found: null,
    found_from: starts,
    found_to: text.length,
    via: null,
    excepted: null,
    exception: null,
    corrected: null,
    snippet: null,
  };
}

/** Half a surrogate pair at the edge of a snippet, and NUL, are no text to every engine. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
