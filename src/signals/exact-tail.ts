import { logChoose } from '../model/log-gamma.ts';
import type { TwoByTwo } from './two-by-two.ts';

/** A term this much smaller than the sum so far, and falling, no longer changes it. */
const NEGLIGIBLE = 1e-18;

/**
 * Fisher's exact test to one side: the probability that the subject has `a` events or more when
 * as many events in all fall on subject and others by lot. Terms are added from the likeliest
 * count on, up and then down to `a`, since one far from it may be too small for a number.
 */
export function exactTail({ a, b, c, d }: TwoByTwo): number {
  const mine = a + b;
  const others = c + d;
  const events = a + c;
  const likeliest = Math.floor(((mine + 1) * (events + 1)) / (mine + others + 2));
  const from = Math.max(a, likeliest);
  const ways = logChoose(mine + others, events);
  const first = Math.exp(logChoose(mine, from) + logChoose(others, events - from) - ways);
  let sum = first;
  let term = first;
  for (let k = from; k < Math.min(mine, events) && term > sum * NEGLIGIBLE; k++) {
    term *= ((mine - k) * (events - k)) / ((k + 1) * (others - events + k + 1));
    sum += term;
  }
  term = first;
  for (let k = from; k > a && term > sum * NEGLIGIBLE; k--) {
    term *= (k * (others - events + k)) / ((mine - k + 1) * (events - k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}
