import { PolyprismError } from '../model/issue.ts';
import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/**
 * Adds up the amounts below each node, its own included, in place. Amounts are whole minor units;
 * doubles hold those exactly up to 2^53, so the magnitudes together must stay within that, and
 * then no partial sum can leave it either.
 * Throws network.sum_too_large.
 */
export function subtreeSums({ parent }: Forest, amount: Float64Array): Float64Array {
  let magnitude = 0;
  for (const one of amount) magnitude += Math.abs(one);
  if (magnitude > Number.MAX_SAFE_INTEGER) {
    throw new PolyprismError('network.sum_too_large', { limit: Number.MAX_SAFE_INTEGER });
  }
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p !== ROOT) amount[p]! += amount[i]!;
  }
  return amount;
}
