import { dash, hash, isBlank, lf, slash, star, textOf } from './bytes.ts';

/** Returned in place of an offset where the bytes at hand do not tell. */
export const needMore = -1;

/** A stretch of the file: `bytes` up to `to`, behind which nothing comes when `final`. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly to: number;
  readonly final: boolean;
  /** Offset of `bytes` in the file. */
  readonly base: number;
  readonly unended: Unended;
}

/**
 * Offsets in the file between which no comment ends. Kept, so that a thousand comments without an
 * end are not each looked for to the end of the file.
 */
export interface Unended {
  from: number;
  to: number;
}

/**
 * Offset of what follows blanks and comments, `to` when nothing does, `needMore` where a comment
 * has no end yet. Versioned comments hold statements the server runs: of them only the marks are
 * passed over.
 */
export function skipGap(stretch: Stretch, from: number): number {
  const { bytes, to } = stretch;
  let at = from;
  for (;;) {
    while (at < to && isBlank(bytes[at]!)) at += 1;
    if (at >= to) return to;
    const behind = skipComment(stretch, at);
    if (behind === at || behind === needMore) return behind;
    at = behind;
  }
}

/** Offset behind the comment at `at`; `at` itself where none begins. */
export function skipComment(stretch: Stretch, at: number): number {
  const { bytes, to, final } = stretch;
  const byte = bytes[at]!;
  if (byte === hash) return lineEnd(stretch, at);
  if (byte !== dash && byte !== slash && byte !== star) return at;
  if (to - at < 12 && !final) return needMore;
  const second = bytes[at + 1];
  if (byte === dash) {
    return second === dash && (bytes[at + 2] ?? 0) <= 0x20 ? lineEnd(stretch, at) : at;
  }
  if (byte === star) return second === slash ? at + 2 : at;
  if (second !== star) return at;
  const head = textOf(bytes, at, Math.min(to, at + 12));
  const mark = neverRun.test(head) ? null : versionMark.exec(head);
  if (mark) return at + mark[0].length;
  return commentEnd(stretch, at + 2);
}

function commentEnd({ bytes, to, base, unended }: Stretch, from: number): number {
  const known = base + from >= unended.from && base + from < unended.to;
  const start = known ? Math.max(from, unended.to - base - 1) : from;
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, to).indexOf('*/', start);
  if (end >= 0) return end + 2;
  if (!known) unended.from = base + from;
  unended.to = base + to;
  return needMore;
}

const versionMark = /^\/\*M?!\d{0,6}/;
/** MariaDB guards lines no server runs with version 999999. */
const neverRun = /^\/\*M?!999999/;

function lineEnd({ bytes, to, final }: Stretch, at: number): number {
  const end = bytes.indexOf(lf, at);
  return end >= 0 && end < to ? end + 1 : final ? to : needMore;
}
