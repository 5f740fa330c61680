import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * Levels of each subtree, its top's own included, where an account recruited by its own person
 * adds none: on every way down, neighbours that are one person stand on one level. The tree itself
 * is not folded together, which could make circles of it.
 */
export function mergedLevels({ parent }: Forest, person: Int32Array): Int32Array {
  const levels = new Int32Array(parent.length).fill(1);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p === ROOT) continue;
    const above = levels[i]! + (person[i] === person[p] ? 0 : 1);
    if (levels[p]! < above) levels[p] = above;
  }
  return levels;
}
