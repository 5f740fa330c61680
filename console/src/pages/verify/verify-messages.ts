import type { CheckedDraw } from '../../../../src/evidence/draw/check-draw-file.ts';
import type { Outcome } from '../../../../src/evidence/verify/outcome.ts';

/** What the worker is given: a file, which it reads piece by piece, and what to hold it to. */
export interface VerifyAsked {
  readonly file: File;
  /** Verifier keys, one a line. */
  readonly keys: string;
  /** An earlier checkpoint, as it was given out. */
  readonly older: Uint8Array | null;
  /** Certificates of timestamp authorities in PEM. */
  readonly certificates: string | null;
}

/**
 * A key that is none, by its line; certificates that are none; a file that cannot be read; a draw
 * that is larger than any, or was withdrawn.
 */
export type Refusal =
  | { readonly why: 'keys'; readonly line: number }
  | { readonly why: 'certificates' | 'unreadable' | 'too_large' | 'withdrawn' };

/** What the worker tells: how far it has read, from 0 to 1; at the end what it found. */
export type VerifyTold =
  | { readonly kind: 'read'; readonly share: number }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'drawn'; readonly draw: CheckedDraw }
  | ({ readonly kind: 'refused' } & Refusal);
