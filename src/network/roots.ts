import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/** The root each node hangs under; a root hangs under itself. */
export function roots({ parent }: Forest): Int32Array {
  const root = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    root[i] = p === ROOT ? i : root[p]!;
  }
  return root;
}
