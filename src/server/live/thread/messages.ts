import type { Alert } from '../../../live/alert.ts';
import type { InboxEntry } from '../../../live/data-event.ts';
import type { LiveContext, LiveState } from '../../../live/live-state.ts';
import type { IssueCode, IssueParams } from '../../../model/issue.ts';
import type { PlacedChange } from '../../../store/inbox/keep-alerts.ts';

/** How far a state is: its latest entry, and the legal day its rows are judged as of. */
export interface StateAt {
  readonly position: number;
  readonly as_of: string;
}

/** What is told of a state: figures, no rows. */
export type LiveView = Pick<
  LiveState,
  'as_of' | 'position' | 'watermark' | 'late' | 'refused' | 'refusals'
> & { readonly alerts: number; readonly dirty: readonly string[] };

/** What a thread is asked, each of one of its states but for `packs`, and what it answers. */
export interface Asks {
  /** Packs that states are judged by, once for all who name them. */
  readonly packs: {
    readonly asked: { readonly key: string; readonly packs: LiveContext['packs'] };
    readonly answer: null;
  };
  /** Makes a state: of a snapshot, null where that is bad; else from before the first entry. */
  readonly open: {
    readonly asked: Pick<LiveContext, 'currency' | 'time_zone'> & {
      readonly state: number;
      readonly packs: string;
      readonly saved: Uint8Array | null;
    };
    readonly answer: StateAt | null;
  };
  readonly fold: {
    readonly asked: { readonly state: number; readonly entries: readonly InboxEntry[] };
    readonly answer: StateAt & { readonly changes: readonly PlacedChange[] };
  };
  /** Makes ready what the first rows of each table would wait for. */
  readonly ready: { readonly asked: { readonly state: number }; readonly answer: null };
  readonly look: { readonly asked: { readonly state: number }; readonly answer: LiveView };
  readonly standing: { readonly asked: { readonly state: number }; readonly answer: Alert[] };
  readonly snapshot: {
    readonly asked: { readonly state: number };
    readonly answer: { readonly position: number; readonly bytes: Uint8Array };
  };
  readonly drop: { readonly asked: { readonly state: number }; readonly answer: null };
}

export type AskName = keyof Asks;

export type Request = {
  [K in AskName]: { readonly number: number; readonly name: K; readonly asked: Asks[K]['asked'] };
}[AskName];

/** An error as it passes between threads: an issue, or what went wrong with where. */
export type Failure =
  | { readonly code: IssueCode; readonly params: IssueParams }
  | { readonly fault: Error };

export type Reply = { readonly number: number } & (
  | { readonly answer: Asks[AskName]['answer'] }
  | { readonly failure: Failure }
);
