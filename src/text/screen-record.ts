import type { EvidenceValue } from '../model/provision.ts';
import { hitRow } from './hit-row.ts';
import { screen } from './screen.ts';
import type { TermHit } from './screen.ts';
import type { Screener } from './screener.ts';
import { screenTranscript } from './transcript.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

/**
 * The claims found in the texts of one record, as rows of `screening_hit`; none for a table whose
 * texts are not screened. Something said live counts as corrected only within the same segment:
 * what was said after it is in other records.
 */
export function screenRecord(
  table: string,
  id: string,
  record: Readonly<Record<string, unknown>>,
  screener: Screener,
): Row[] {
  if (table === 'listing') {
    return (['title', 'claims'] as const).flatMap((column) => {
      const text = textOf(record[column]);
      const place = { subject_table: table, subject_id: id, subject_column: column } as const;
      return claimsIn(text, screener).map((hit) => hitRow(place, text, hit, false));
    });
  }
  if (table !== 'content') return [];
  const text = textOf(record['body']);
  const place = { subject_table: table, subject_id: id, subject_column: 'body' } as const;
  if (textOf(record['live_session_id']) === '') {
    return claimsIn(text, screener).map((hit) => hitRow(place, text, hit, false));
  }
  const segment = { id, starts_ms: null, ends_ms: null, text };
  return screenTranscript([segment], screener).map(({ hit, correction }) =>
    hitRow(place, text, hit, correction !== null),
  );
}

/** Hits of lists of claims; those of lists of corrections say nothing by themselves. */
export function claimsIn(text: string, screener: Screener): TermHit[] {
  return screen(text, screener).filter(({ list }) =>
    screener.lists.some(({ id, role }) => id === list && role === 'claim'),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
