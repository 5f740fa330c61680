import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { AlertKind } from './alerts.ts';

interface Happened {
  /** Of the source; an event is applied once, however often it arrives. */
  readonly id: string;
  /** Milliseconds since 1970, UTC; null where nobody knows. */
  readonly at: number | null;
  readonly member: string;
}

interface Join extends Happened {
  readonly kind: 'join';
  readonly upline: string | null;
  /** When the tie to the upline was made; that of joining where absent. */
  readonly bound_at?: number | null;
}

/** The member hangs under another upline from then on, with everybody below; null: under none. */
interface Reparent extends Happened {
  readonly kind: 'reparent';
  readonly upline: string | null;
}

interface Presence<K extends 'leave' | 'return'> extends Happened {
  readonly kind: K;
}

/** Fees paid and commission earned, in whole minor units; refunds and reversals are negative. */
interface Payment<K extends 'paid' | 'earned'> extends Happened {
  readonly kind: K;
  readonly amount_minor: number;
}

/** Something that happened in the network, in whatever order it arrives. */
export type LiveEvent =
  | Join
  | Reparent
  | Presence<'leave'>
  | Presence<'return'>
  | Payment<'paid'>
  | Payment<'earned'>;
export type EventOf<K extends LiveEvent['kind']> = Extract<LiveEvent, { readonly kind: K }>;

/**
 * What became of an event. `superseded`: a later one of its kind was there before. `waiting`: it
 * counts, but somebody it names has not joined yet. `refused`: kept with its issue, not applied.
 */
export type LiveOutcome = 'applied' | 'duplicate' | 'superseded' | 'waiting' | 'refused';

export interface Refusal {
  readonly event_id: string;
  readonly code: IssueCode;
  readonly params: IssueParams;
}

/** A date of network_member that changed. */
export interface LiveAlert {
  readonly member_id: string;
  readonly kind: AlertKind;
  /** Calendar date; null: crossed no longer. */
  readonly on: string | null;
}
