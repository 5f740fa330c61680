import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/** Levels of each subtree, its top's own level included: 1 for a leaf. */
export function subtreeLevels({ parent }: Forest): Int32Array {
  const height = new Int32Array(parent.length).fill(1);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p !== ROOT && height[p]! <= height[i]!) height[p] = height[i]! + 1;
  }
  return height;
}
