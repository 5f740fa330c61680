import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/** Members whom each node recruited itself. */
export function directRecruits({ parent }: Forest): Int32Array {
  const direct = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    if (p !== ROOT) direct[p]!++;
  }
  return direct;
}
