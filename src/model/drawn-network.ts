import type { Localised } from './localised.ts';

/** A member of a small network, or neighbours of whom the same is told. */
export interface DrawnMember {
  readonly name: Localised;
  /** What it does, in order. */
  readonly deeds: readonly Localised[];
  /** Whom it recruited. */
  readonly below: readonly DrawnMember[];
}

/** A small network for people to look at: who is below whom and does what, who is paid for it. */
export interface DrawnNetwork {
  readonly tops: readonly DrawnMember[];
  /** Members beyond those drawn. */
  readonly more_members: number;
  readonly payments: readonly Localised[];
  readonly more_payments: number;
}
