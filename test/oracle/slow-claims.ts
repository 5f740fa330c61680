import type { LiveEvent } from '../../src/network/live/live-event.ts';

/**
 * What a list of events comes to, worked out from plain maps and sharing nothing with
 * src/network/live: who has joined, under whom, since when, with how much money.
 */
export interface SlowAccount {
  readonly id: string;
  /** null for none; it may be somebody who has not joined. */
  readonly recruiter: string | null;
  readonly joined_at: number | null;
  readonly bound_at: number | null;
  readonly paid: number;
  readonly earned: number;
  readonly left: boolean;
}

interface Said {
  readonly event: string;
  readonly at: number | null;
}

function isLater(a: Said, b: Said | undefined): boolean {
  if (!b) return true;
  const [x, y] = [a.at ?? -Infinity, b.at ?? -Infinity];
  return x === y ? a.event > b.event : x > y;
}

export function slowClaims(events: readonly LiveEvent[]): SlowAccount[] {
  const seen = new Set<string>();
  const joined = new Map<string, number | null>();
  const claims = new Map<string, Said & { upline: string | null }>();
  const presence = new Map<string, Said & { left: boolean }>();
  const money = { paid: new Map<string, number>(), earned: new Map<string, number>() };

  /** From a member up through those who have joined. */
  const wayUp = (start: string): string[] => {
    const way: string[] = [];
    for (let at: string | null = start; at !== null && joined.has(at);) {
      way.push(at);
      at = claims.get(at)!.upline;
    }
    return way;
  };
  const join = (event: LiveEvent & { kind: 'join' }): void => {
    const { id, member } = event;
    const upline = event.upline === member ? null : event.upline;
    const claim = { event: id, at: event.bound_at ?? event.at, upline };
    if (isLater(claim, claims.get(member))) claims.set(member, claim);
    const waiting = [...joined.keys()].filter((one) => claims.get(one)!.upline === member);
    const kept = waiting.map((one) => claims.get(one)!);
    waiting.forEach((one, i) => claims.set(one, { ...kept[i]!, upline: null }));
    joined.set(member, event.at);
    const above = wayUp(member);
    waiting.forEach((one, i) => above.includes(one) || claims.set(one, kept[i]!));
  };
  for (const event of events) {
    const { id, member, at } = event;
    if (seen.has(id)) continue;
    seen.add(id);
    if (event.kind === 'join') {
      if (!joined.has(member)) join(event);
    } else if (event.kind === 'reparent') {
      const { upline } = event;
      const closes = joined.has(member) && upline !== null && wayUp(upline).includes(member);
      if (upline === member || closes) continue;
      if (isLater({ event: id, at }, claims.get(member))) {
        claims.set(member, { event: id, at, upline });
      }
    } else if (event.kind === 'leave' || event.kind === 'return') {
      if (isLater({ event: id, at }, presence.get(member))) {
        presence.set(member, { event: id, at, left: event.kind === 'leave' });
      }
    } else {
      const sums = money[event.kind];
      sums.set(member, (sums.get(member) ?? 0) + event.amount_minor);
    }
  }
  return [...joined].map(([id, joined_at]) => ({
    id,
    recruiter: claims.get(id)!.upline,
    joined_at,
    bound_at: claims.get(id)!.at,
    paid: money.paid.get(id) ?? 0,
    earned: money.earned.get(id) ?? 0,
    left: presence.get(id)?.left ?? false,
  }));
}
