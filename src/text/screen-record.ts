import type { EvidenceValue } from '../model/provision.ts';
import { hitRow, untoldRow } from './hit-row.ts';
import type { HitPlace } from './hit-row.ts';
import { screen } from './screen.ts';
import type { Screened } from './screen.ts';
import { roleOf } from './screener.ts';
import type { Screener } from './screener.ts';
import { screenTranscript } from './transcript.ts';
import type { Segment } from './transcript.ts';

type Row = Readonly<Record<string, EvidenceValue>>;

/** Terms of a text beyond those told of it. */
export interface UntoldOf {
  readonly place: HitPlace;
  readonly count: number;
}

/** Texts as rows of `screening_hit`. */
export interface ScreenedRows {
  readonly rows: readonly Row[];
  /** What was left out of the rows, but for one row a list that says so. */
  readonly untold: readonly UntoldOf[];
}

/**
 * The claims found in the texts of one record; none for a table whose texts are not screened.
 * Something said live counts as corrected only within the same segment: what was said after it is
 * in other records.
 */
export function screenRecord(
  table: string,
  id: string,
  record: Readonly<Record<string, unknown>>,
  screener: Screener,
): ScreenedRows {
  if (table === 'listing') {
    return together(
      (['title', 'claims'] as const).map((column) =>
        screenText(
          { subject_table: table, subject_id: id, subject_column: column },
          textOf(record[column]),
          screener,
        ),
      ),
    );
  }
  if (table !== 'content') return { rows: [], untold: [] };
  const text = textOf(record['body']);
  if (textOf(record['live_session_id']) === '') return screenText(bodyOf(id), text, screener);
  return screenSession([{ id, starts_ms: null, ends_ms: null, text }], screener);
}

/** The claims in one text. Lists of corrections say nothing by themselves. */
export function screenText(place: HitPlace, text: string, screener: Screener): ScreenedRows {
  const { hits, untold } = claimsIn(text, screener);
  return {
    rows: [
      ...hits.map((hit) => hitRow(place, text, hit, false)),
      ...untold.map((one) => untoldRow(place, text, one)),
    ],
    untold: untold.map(({ count }) => ({ place, count })),
  };
}

/** The claims in what was said live, in the order spoken. */
export function screenSession(segments: readonly Segment[], screener: Screener): ScreenedRows {
  const { hits, untold } = screenTranscript(segments, screener);
  return {
    rows: [
      ...hits.map(({ segment, hit, correction, correction_unknown }) =>
        hitRow(
          bodyOf(segment.id),
          segment.text,
          hit,
          correction_unknown ? null : correction !== null,
        ),
      ),
      ...untold
        .filter((one) => roleOf(one.untold.list, screener) === 'claim')
        .map((one) => untoldRow(bodyOf(one.segment.id), one.segment.text, one.untold)),
    ],
    untold: untold.map((one) => ({ place: bodyOf(one.segment.id), count: one.untold.count })),
  };
}

/** What a text says, without lists of corrections. */
export function claimsIn(text: string, screener: Screener): Screened {
  const { hits, untold } = screen(text, screener);
  const isClaim = ({ list }: { readonly list: string }): boolean =>
    roleOf(list, screener) === 'claim';
  return { hits: hits.filter(isClaim), untold: untold.filter(isClaim) };
}

export function bodyOf(subject_id: EvidenceValue): HitPlace {
  return { subject_table: 'content', subject_id, subject_column: 'body' };
}

function together(all: readonly ScreenedRows[]): ScreenedRows {
  return {
    rows: all.flatMap(({ rows }) => rows),
    untold: all.flatMap(({ untold }) => untold),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
