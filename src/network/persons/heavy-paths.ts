import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * Top of the heavy path each node is on: every node passes its path on to its largest child, so
 * that no way up changes paths more than log2(nodes) times (Sleator and Tarjan 1983).
 */
export function heavyPaths({ parent }: Forest, size: Int32Array): Int32Array {
  const largest = new Int32Array(parent.length).fill(ROOT);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    if (p === ROOT) continue;
    const rival = largest[p]!;
    if (rival === ROOT || size[i]! > size[rival]!) largest[p] = i;
  }
  const top = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    top[i] = p !== ROOT && largest[p] === i ? top[p]! : i;
  }
  return top;
}

/**
 * The lowest node above both, either of them included; ROOT where they hang under different roots.
 * Parents have smaller numbers, so of two paths the one whose top has the larger number cannot
 * hold the answer.
 */
export function lowestCommon({ parent }: Forest, top: Int32Array, a: number, b: number): number {
  let x = a;
  let y = b;
  while (top[x] !== top[y]) {
    if (top[x]! > top[y]!) x = parent[top[x]!]!;
    else y = parent[top[y]!]!;
    if (x === ROOT || y === ROOT) return ROOT;
  }
  return Math.min(x, y);
}
