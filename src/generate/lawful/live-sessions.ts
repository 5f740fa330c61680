import type { Operator } from './operators.ts';
import { operatorsOf } from './operators.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

export interface Session {
  readonly id: string;
  readonly operator: Operator;
  readonly starts: number;
  readonly ends: number;
  /** Its number among the sessions of its operator, from 0. */
  readonly nth: number;
}

const EVERY = 35 * DAY_S;
const LASTS = 2 * HOUR_S;

/** Each live operator has one streamer; every other one works through an agency. */
export function streamerOf({ index }: Operator): string {
  return `ST${index}`;
}

export function mcnOf({ index }: Operator): string | null {
  return index % 20 === 9 ? `MCN${Math.floor(index / 20) % 10}` : null;
}

/** The evening of the first session: everything that has to be ready by then is. */
export function firstLive({ clock, from }: World, { entered }: Operator): number {
  return clock.midnight(Math.max(entered + 45 * DAY_S, from + 9 * DAY_S)) + 20 * HOUR_S;
}

function sessionAt(world: World, operator: Operator, nth: number): Session {
  const starts = firstLive(world, operator) + nth * EVERY;
  return { id: `LS${operator.index}-${nth}`, operator, starts, ends: starts + LASTS, nth };
}

/** The last session that was over before then; null for none. */
export function sessionBefore(world: World, operator: Operator, at: number): Session | null {
  const nth = Math.floor((at - LASTS - firstLive(world, operator)) / EVERY);
  return nth < 0 ? null : sessionAt(world, operator, nth);
}

export function* sessionsOf(world: World, operator: Operator): Iterable<Session> {
  const last = Math.min(world.until, operator.notice ?? world.until);
  for (let nth = 0; ; nth++) {
    const session = sessionAt(world, operator, nth);
    if (session.ends > last) return;
    yield session;
  }
}

export function* liveOperators(world: World): Iterable<Operator> {
  for (const operator of operatorsOf(world)) if (operator.live) yield operator;
}
