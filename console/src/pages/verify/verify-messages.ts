import type { Outcome } from '../../../../src/evidence/verify/outcome.ts';

/** What the worker is given: the archive, which it reads piece by piece, and what to hold it to. */
export interface VerifyAsked {
  readonly file: File;
  /** Verifier keys, one a line. */
  readonly keys: string;
  /** An earlier checkpoint, as it was given out. */
  readonly older: Uint8Array | null;
  /** Certificates of timestamp authorities in PEM. */
  readonly certificates: string | null;
}

/** A key that is none, by its line; certificates that are none; a file that cannot be read. */
export type Refusal =
  | { readonly why: 'keys'; readonly line: number }
  | { readonly why: 'certificates' | 'unreadable' };

/** What the worker tells: how far it has read, from 0 to 1; at the end what it found. */
export type VerifyTold =
  | { readonly kind: 'read'; readonly share: number }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | ({ readonly kind: 'refused' } & Refusal);
