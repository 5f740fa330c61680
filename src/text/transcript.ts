import { screen } from './screen.ts';
import type { Screened, TermHit, Untold } from './screen.ts';
import { roleOf } from './screener.ts';
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
  /** No correction is told, but there may be one among the terms not told of a segment in time. */
  readonly correction_unknown: boolean;
}

/** What a session says. */
export interface ScreenedTranscript {
  readonly hits: readonly SegmentHit[];
  /** Terms beyond those told of a segment, corrections among them. */
  readonly untold: readonly { readonly segment: Segment; readonly untold: Untold }[];
}

/**
 * Screens a session segment by segment. A claim counts as corrected on the spot (Order 117,
 * art. 31) when a phrase of a correction list is spoken in the same segment, or in a later one
 * that begins within the list's window after the claim's segment ended. Where times are missing,
 * the next segment is the last that counts. Whether the correction is about the claim is for a
 * person to judge.
 */
export function screenTranscript(
  segments: readonly Segment[],
  screener: Screener,
): ScreenedTranscript {
  const found = segments.map((segment) => ({ segment, ...screen(segment.text, screener) }));
  const isCorrection = ({ list }: { readonly list: string }): boolean =>
    roleOf(list, screener) === 'correction';
  const said = next(found, ({ hits }) =>
    hits.find((hit) => hit.exception === null && isCorrection(hit)),
  );
  const unknown = next(found, ({ untold }) => untold.find(isCorrection));
  return {
    hits: found.flatMap(({ segment, hits }, i) =>
      hits
        .filter((hit) => !isCorrection(hit))
        .map((hit) => {
          const correction = inTime(found, i, said[i] ?? null, screener);
          const correction_unknown =
            correction === null && inTime(found, i, unknown[i] ?? null, screener) !== null;
          return { segment, hit, correction, correction_unknown };
        }),
    ),
    untold: found.flatMap(({ segment, untold }) => untold.map((one) => ({ segment, untold: one }))),
  };
}

interface ScreenedSegment extends Screened {
  readonly segment: Segment;
}

interface At<T> {
  readonly at: number;
  readonly hit: T;
}

/** By segment: the first segment from it on in which something is found. */
function next<T>(
  found: readonly ScreenedSegment[],
  find: (one: ScreenedSegment) => T | undefined,
): (At<T> | null)[] {
  const all: (At<T> | null)[] = [];
  let nearest: At<T> | null = null;
  for (let at = found.length - 1; at >= 0; at--) {
    const hit = find(found[at]!);
    if (hit !== undefined) nearest = { at, hit };
    all[at] = nearest;
  }
  return all;
}

function inTime<T extends { readonly list: string }>(
  found: readonly ScreenedSegment[],
  claim: number,
  correction: At<T> | null,
  { lists }: Screener,
): { readonly segment: Segment; readonly hit: T } | null {
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
