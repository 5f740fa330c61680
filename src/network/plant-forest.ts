import { ROOT } from './forest.ts';
import type { Forest } from './forest.ts';

/**
 * Numbers the nodes so that parents come first. Members are in joining order, so this is nearly
 * always the order they have; only below a recruiter who joined later does anything move, and
 * everything else keeps its place, which keeps neighbours in memory neighbours.
 * `parent` is free of cycles (`repairParents`).
 */
export function plantForest(parent: Int32Array): Forest {
  if (isOrdered(parent)) return { parent, memberOf: null };
  const memberOf = parentsFirst(parent);
  const nodeOf = new Int32Array(parent.length);
  memberOf.forEach((member, node) => (nodeOf[member] = node));
  const renumbered = new Int32Array(parent.length);
  for (let node = 0; node < memberOf.length; node++) {
    const p = parent[memberOf[node]!]!;
    renumbered[node] = p === ROOT ? ROOT : nodeOf[p]!;
  }
  return { parent: renumbered, memberOf };
}

function isOrdered(parent: Int32Array): boolean {
  for (let i = 0; i < parent.length; i++) if (parent[i]! >= i) return false;
  return true;
}

/** Takes members in their order, each after those above it that were not taken yet. */
function parentsFirst(parent: Int32Array): Int32Array {
  const order = new Int32Array(parent.length);
  const taken = new Uint8Array(parent.length);
  let next = 0;
  for (let i = 0; i < parent.length; i++) {
    let waiting = 0;
    for (let x = i; x !== ROOT && taken[x] === 0; x = parent[x]!) waiting++;
    next += waiting;
    let at = next;
    for (let x = i; x !== ROOT && taken[x] === 0; x = parent[x]!) {
      order[--at] = x;
      taken[x] = 1;
    }
  }
  return order;
}
