import type { LinkKind } from './link-kinds.ts';

/**
 * Somebody's decision that ties between accounts say nothing of persons, with the reason. Either
 * one account leaves what it shares with another, or a shared value ties nobody, or not that
 * account. The decision lives in a file beside the data and is named in the report.
 */
export interface LinkCutDecision {
  readonly kinds: readonly LinkKind[];
  /** Account that leaves; null where the value of `link_key` is to tie nobody. */
  readonly account: string | null;
  /** Account it shares the values with; null where `link_key` names the value. */
  readonly other_account: string | null;
  readonly link_key: string | null;
  readonly author: string;
  readonly reason: string;
  /** ISO date. */
  readonly decided_on: string;
}

/** A decision with the number of shared values it was applied to. */
export interface LinkCutApplied extends LinkCutDecision {
  readonly ties: number;
}
