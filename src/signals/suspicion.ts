import { compareText } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';

export type SignalKind =
  | 'brushing'
  | 'account_group'
  | 'planted_reviews'
  | 'complaint_cluster'
  | 'return_cluster';

/** A ground as it was found: what was seen, what was to be expected, and how far apart they are. */
export interface Ground {
  readonly name: string;
  readonly family: string;
  readonly cases: number;
  readonly out_of: number;
  readonly expected: number;
  readonly strength: number;
  readonly threshold: number;
  readonly statement: Localised;
  /** ISO instants of the first and last case; null where none is dated. */
  readonly first_at: string | null;
  readonly last_at: string | null;
}

export interface Suspicion {
  readonly kind: SignalKind;
  readonly subject_kind: 'operator' | 'mcn' | 'account_group' | 'listing' | 'batch';
  readonly subject_id: string;
  readonly operator_id: string | null;
  readonly listing_id: string | null;
  readonly batch: string | null;
  readonly grounds: readonly Ground[];
}

/** Whether a ground can be looked for in the data, and if not, what they lack. */
export interface Scope {
  readonly kind: SignalKind;
  readonly subject_kind: Suspicion['subject_kind'];
  readonly ground: string;
  readonly family: string;
  readonly measured: boolean;
  readonly needs: string;
}

export interface Signals {
  readonly suspicions: readonly Suspicion[];
  readonly scopes: readonly Scope[];
}

/** Grounds of different families: those of one family are drawn from the same data. */
export function independentGrounds(grounds: readonly Ground[]): number {
  return new Set(grounds.map(({ family }) => family)).size;
}

/** The days on which every ground is seen; where there are none, from the first to the last. */
export function spanOf(grounds: readonly Ground[]): {
  readonly first_at: string | null;
  readonly last_at: string | null;
} {
  const firsts = grounds.flatMap(({ first_at }) => first_at ?? []).toSorted(compareText);
  const lasts = grounds.flatMap(({ last_at }) => last_at ?? []).toSorted(compareText);
  const [first, last] = [firsts.at(-1) ?? null, lasts[0] ?? null];
  if (first !== null && last !== null && compareText(first, last) <= 0) {
    return { first_at: first, last_at: last };
  }
  return { first_at: firsts[0] ?? null, last_at: lasts.at(-1) ?? null };
}

/** Ordered by kind, kind of subject and subject. */
export function inOrder(suspicions: readonly Suspicion[]): Suspicion[] {
  return suspicions.toSorted(
    (a, b) =>
      compareText(a.kind, b.kind) ||
      compareText(a.subject_kind, b.subject_kind) ||
      compareText(a.subject_id, b.subject_id),
  );
}
