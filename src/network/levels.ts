import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/** Level of each node in its tree: 1 for a root, one more than its parent's for the others. */
export function levels({ parent }: Forest): Int32Array {
  const level = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    level[i] = p === ROOT ? 1 : level[p]! + 1;
  }
  return level;
}
