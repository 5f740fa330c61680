import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * Position of each node when every subtree is written out after its top, children in their order:
 * a subtree is then the stretch from its top's position on, as long as it has nodes. `size` is
 * what `subtreePeople` gives.
 */
export function eulerOrder({ parent }: Forest, size: Int32Array): Int32Array {
  const position = new Int32Array(parent.length);
  const next = new Int32Array(parent.length);
  let nextRoot = 0;
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    const at = p === ROOT ? nextRoot : next[p]!;
    if (p === ROOT) nextRoot += size[i]!;
    else next[p] = at + size[i]!;
    position[i] = at;
    next[i] = at + 1;
  }
  return position;
}
