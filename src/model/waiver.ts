/**
 * Somebody's decision not to act on findings, for a time and for a reason. It lives beside the
 * packs, never inside: what the law demands is not changed by it, nor what was found.
 */
export interface Waiver {
  readonly provision: string;
  /** Id of the subject it is about; null for every finding of the provision. */
  readonly subject: string | null;
  readonly author: string;
  readonly reason: string;
  /** First and last day, ISO dates. */
  readonly decided_on: string;
  readonly expires_on: string;
}

/** A waiver with what became of it in a run. */
export interface WaiverApplied extends Waiver {
  /** Findings it was applied to. */
  readonly findings: number;
  /** Whether it had begun and not expired on the day judged as of. */
  readonly holds: boolean;
}
