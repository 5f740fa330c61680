const minute_s = 60;
const hour_s = 3_600;

/** Waits between tries, as Standard Webhooks 1.0 suggests: three days in all. */
const waits_s: readonly number[] = [
  5,
  5 * minute_s,
  30 * minute_s,
  2 * hour_s,
  5 * hour_s,
  10 * hour_s,
  14 * hour_s,
  20 * hour_s,
  24 * hour_s,
];

/** The longest a receiver may ask to be left alone. */
const asked_s_max = 24 * hour_s;

/**
 * When to try again after so many tries; null when there is nothing more to try. `chance` in
 * [0, 1) spreads tries over a fifth more, so that not all come back at once; a receiver's
 * Retry-After in seconds is heeded where it is longer.
 */
export function nextTry(
  tries: number,
  now: Date,
  chance: number,
  retry_after: string | undefined,
): Date | null {
  const wait_s = waits_s[tries - 1];
  if (wait_s === undefined) return null;
  const asked_s = /^\d{1,9}$/.test(retry_after ?? '') ? Number(retry_after) : 0;
  const spread_s = Math.max(wait_s * (1 + chance / 5), Math.min(asked_s, asked_s_max));
  return new Date(now.getTime() + Math.round(spread_s * 1_000));
}
