import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';

/**
 * The forest with only those ties kept over which money flowed up: the ones between whoever's act
 * was paid for and an upline who was paid. Money to anybody who is no upline flows over no tie.
 * `source` and `beneficiary` are nodes; nodes keep their numbers.
 */
export function rebateForest(
  { parent, memberOf }: Forest,
  place: { readonly size: Int32Array; readonly position: Int32Array },
  source: Int32Array,
  beneficiary: Int32Array,
): Forest {
  const { size, position } = place;
  // Payments that pass over the tie above a node: those that start below and end further up.
  const passing = new Int32Array(parent.length);
  for (let i = 0; i < source.length; i++) {
    const [from, to] = [source[i]!, beneficiary[i]!];
    const below = position[from]! - position[to]!;
    if (below <= 0 || below >= size[to]!) continue;
    passing[from]!++;
    passing[to]!--;
  }
  const kept = new Int32Array(parent.length).fill(ROOT);
  for (let i = parent.length - 1; i >= 0; i--) {
    const p = parent[i]!;
    if (p === ROOT || passing[i] === 0) continue;
    kept[i] = p;
    passing[p]! += passing[i]!;
  }
  return { parent: kept, memberOf };
}
