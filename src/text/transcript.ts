import { screen } from './screen.ts';
import type { TermHit } from './screen.ts';
import type { Screener } from './screener.ts';

/** A stretch of speech, in the order it was spoken. */
export interface Segment {
  readonly id: string;
  /** Milliseconds from the start of the session; null where nobody took the time. */
  readonly starts_ms: number | null;
  readonly ends_ms: number | null;
  readonly text: string;
}

/** A claim in a segment, and the correction that followed in time. */
export interface SegmentHit {
  readonly segment: Segment;
  readonly hit: TermHit;
  readonly correction: { readonly segment: Segment; readonly hit: TermHit } | null;
}

/**
 * Screens a session segment by segment. A claim counts as corrected on the spot (Order 117,
 * art. 31) when a phrase of a correction list is spoken in the same segment, or in a later one
 * that begins within the list's window after the claim's segment ended. Where times are missing,
 * the next segment is the last that counts. Whether the correction is about the claim is for a
 * person to judge.
 */
export function screenTranscript(segments: readonly Segment[], screener: Screener): SegmentHit[] {
  const found = segments.map((segment) => ({ segment, hits: screen(segment.text, screener) }));
  const next = nextCorrections(found, screener);
  return found.flatMap(({ segment, hits }, i) =>
    hits
      .filter((hit) => !isCorrection(hit, screener))
      .map((hit) => ({ segment, hit, correction: inTime(found, i, next[i] ?? null, screener) })),
  );
}

interface Screened {
  readonly segment: Segment;
  readonly hits: readonly TermHit[];
}

interface Correction {
  readonly at: number;
  readonly hit: TermHit;
}

/** By segment: the first correction in it or after it. */
function nextCorrections(found: readonly Screened[], screener: Screener): (Correction | null)[] {
  const next: (Correction | null)[] = [];
  let nearest: Correction | null = null;
  for (let at = found.length - 1; at >= 0; at--) {
    const hit = found[at]!.hits.find(
      (one) => one.exception === null && isCorrection(one, screener),
    );
    if (hit) nearest = { at, hit };
    next[at] = nearest;
  }
  return next;
}

function isCorrection({ list }: TermHit, { lists }: Screener): boolean {
  return lists.find(({ id }) => id === list)?.role === 'correction';
}

function inTime(
  found: readonly Screened[],
  claim: number,
  correction: Correction | null,
  { lists }: Screener,
): SegmentHit['correction'] {
  if (correction === null) return null;
  const { segment } = found[correction.at]!;
  const said = { segment, hit: correction.hit };
  if (correction.at === claim) return said;
  const { ends_ms, starts_ms } = found[claim]!.segment;
  const from = ends_ms ?? starts_ms;
  if (from === null || segment.starts_ms === null) {
    return correction.at === claim + 1 ? said : null;
  }
  const within_s = lists.find(({ id }) => id === correction.hit.list)?.within_s ?? 0;
  return segment.starts_ms - from <= within_s * 1000 ? said : null;
}
