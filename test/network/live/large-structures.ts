import type { LiveEvent } from '../../../src/network/live/live-event.ts';

const DAY_MS = 86_400_000;

/** mulberry32: the same numbers from the same seed everywhere. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A few structures of hundreds, deep and wide, joined in the order of time but for some who come
 * days late, with moves of whole branches, uplines who join after their recruits, and dates
 * nobody knows.
 */
export function largeStructures(members: number, seed: number): LiveEvent[] {
  const next = random(seed);
  const pick = (below: number): number => Math.floor(below * next());
  const someone = (below: number): number => Math.floor(below * next() ** (seed % 4));
  const events: LiveEvent[] = [];
  const at = (i: number): number | null => {
    if (next() < 0.004) return null;
    const late = next() < 0.25 ? pick(12) : 0;
    return (18_000 + Math.max(0, Math.floor(i / 8) - late)) * DAY_MS;
  };
  for (let i = 0; i < members; i++) {
    const upline = i < 2 ? null : next() < 0.04 ? `m${i + 1 + pick(20)}` : `m${someone(i)}`;
    const id = `e${events.length}`;
    const bound_at = next() < 0.05 ? at(i + 40) : undefined;
    events.push({
      id,
      kind: 'join',
      at: at(i),
      member: `m${i}`,
      upline,
      ...(bound_at !== undefined && { bound_at }),
    });
    if (next() < 0.06) {
      const moved = `m${next() < 0.5 ? pick(i) : pick(Math.min(i, 12))}`;
      events.push({
        id: `r${i}`,
        kind: 'reparent',
        at: at(i),
        member: moved,
        upline: `m${someone(i + 1)}`,
      });
    }
    if (next() < 0.03) {
      events.push({
        id: `p${i}`,
        kind: 'paid',
        at: null,
        member: `m${pick(i)}`,
        amount_minor: pick(1000),
      });
    }
  }
  return events;
}
