import { compareText } from '../../model/issue.ts';
import { UNKNOWN_DAY } from '../forest.ts';
import { grown, grownDoubles } from './int-list.ts';
import type { TextIndex } from './text-index.ts';

/** When each member's claim about its upline was made, and by which event. */
export interface Claims {
  /** Milliseconds since 1970; -Infinity where nobody knows. */
  at: Float64Array;
  /** Number of the event + 1; 0 where there is no claim yet. */
  event: Int32Array;
}

export function noClaims(expected: number): Claims {
  return { at: new Float64Array(expected), event: new Int32Array(expected) };
}

/** Whether a member's claim stands against the one before. */
export function isLatest(
  claims: Claims,
  events: TextIndex,
  member: number,
  at: number | null,
  event: number,
): boolean {
  const before = claims.event[member] ?? 0;
  return before === 0 || isLater(events, at, event, claims.at[member]!, before - 1);
}

/** Whether one event was made after another; of two made at once, the one whose id is larger. */
export function isLater(
  events: TextIndex,
  at: number | null,
  event: number,
  beforeAt: number,
  before: number,
): boolean {
  const made = at ?? -Infinity;
  if (made !== beforeAt) return made > beforeAt;
  return compareText(events.textOf(event), events.textOf(before)) > 0;
}

export function keepClaim(claims: Claims, member: number, at: number | null, event: number): void {
  if (member >= claims.event.length) {
    const length = Math.max(member + 1, claims.event.length * 2);
    claims.at = grownDoubles(claims.at, length);
    claims.event = grown(claims.event, length);
  }
  claims.at[member] = at ?? -Infinity;
  claims.event[member] = event + 1;
}

/** The day a tie takes effect: the later of joining and binding, unknown where joining is. */
export function tieDay(joined: number, bound: number): number {
  if (joined === UNKNOWN_DAY || bound === UNKNOWN_DAY) return joined;
  return Math.max(joined, bound);
}
