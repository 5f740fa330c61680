import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * Levels of each subtree where only nodes that count (`counts` is 1) make one, and the top itself:
 * whoever stands below one that does not count moves up.
 */
export function countedLevels({ parent }: Forest, counts: Uint8Array): Int32Array {
  const levels = new Int32Array(parent.length).fill(1);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p === ROOT) continue;
    const above = levels[i]! + (counts[i] === 1 ? 1 : 0);
    if (levels[p]! < above) levels[p] = above;
  }
  return levels;
}
