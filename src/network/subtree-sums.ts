import { PolyprismError } from '../model/issue.ts';
import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/**
 * Adds up the amounts below each node, its own included. Amounts are whole minor units; doubles
 * hold those exactly up to 2^53, so the magnitudes together must stay within that, and then no
 * partial sum can leave it either.
 * Throws network.sum_too_large.
 */
export function subtreeSums({ parent }: Forest, amount: Float64Array): Float64Array {
  const sums = new Float64Array(amount.length);
  let magnitude = 0;
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    const own = amount[i]!;
    magnitude += Math.abs(own);
    const sum = sums[i]! + own;
    sums[i] = sum;
    if (p !== ROOT) sums[p]! += sum;
  }
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw new PolyprismError('network.sum_too_large', { limit: Number.MAX_SAFE_INTEGER });
  }
  return sums;
}
