/** How fast one address or key may ask. */
export interface Rate {
  /** Requests at once, after a rest. */
  readonly burst: number;
  readonly per_second: number;
}

interface Bucket {
  readonly left: number;
  readonly at_ms: number;
}

/**
 * Token buckets by key, in this process alone: with several processes behind one address each
 * counts for itself. At most `keys_max` are remembered; the one longest unused goes first.
 */
export function tokenBuckets(
  rate: Rate,
  keys_max: number,
): { take(key: string, now_ms: number): number } {
  const buckets = new Map<string, Bucket>();
  return {
    /** Takes one; returns seconds to wait, 0 where it was there. */
    take(key, now_ms) {
      const last = buckets.get(key) ?? { left: rate.burst, at_ms: now_ms };
      const gained = (Math.max(0, now_ms - last.at_ms) / 1_000) * rate.per_second;
      const left = Math.min(rate.burst, last.left + gained);
      buckets.delete(key);
      if (buckets.size >= keys_max) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      const taken = left >= 1;
      buckets.set(key, { left: taken ? left - 1 : left, at_ms: now_ms });
      return taken ? 0 : Math.ceil((1 - left) / rate.per_second);
    },
  };
}
