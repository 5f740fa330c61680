import { ROOT } from './forest.ts';

export interface Repairs {
  /** Members that named themselves. */
  readonly selfParents: readonly number[];
  /** Members whose recruiter is not in the data. */
  readonly missingParents: readonly number[];
  /** The member each cycle was cut at: its smallest number, the one that joined first. */
  readonly cuts: readonly number[];
  /** Members on a cycle. */
  readonly cycleMembers: number;
}

/**
 * Turns claims about recruiters into a forest, in place: whoever names itself or somebody unknown
 * becomes a root, and every cycle is cut above its first member. Numbers are in joining order.
 */
export function repairParents(parent: Int32Array): Repairs {
  const selfParents: number[] = [];
  const missingParents: number[] = [];
  let backward = true;
  for (let i = 0; i < parent.length; i++) {
    const p = parent[i]!;
    if (p < i) {
      if (p >= 0 || p === ROOT) continue;
      missingParents.push(i);
      parent[i] = ROOT;
    } else if (p === i) {
      selfParents.push(i);
      parent[i] = ROOT;
    } else if (p >= parent.length) {
      missingParents.push(i);
      parent[i] = ROOT;
    } else {
      backward = false;
    }
  }
  // Where every parent has a smaller number there is no way back, hence no cycle.
  const cycles = backward ? { cuts: [], cycleMembers: 0 } : cutCycles(parent);
  return { selfParents, missingParents, ...cycles };
}

const UNSEEN = 0;
const ON_PATH = 1;
const DONE = 2;

/** Follows every unseen path upwards; a path that meets itself has found a cycle. */
function cutCycles(parent: Int32Array): Pick<Repairs, 'cuts' | 'cycleMembers'> {
  const state = new Uint8Array(parent.length);
  const cuts: number[] = [];
  let cycleMembers = 0;
  for (let start = 0; start < parent.length; start++) {
    let node = start;
    while (node !== ROOT && state[node] === UNSEEN) {
      state[node] = ON_PATH;
      node = parent[node]!;
    }
    if (node !== ROOT && state[node] === ON_PATH) {
      const { first, length } = leaveCycle(parent, state, node);
      parent[first] = ROOT;
      cuts.push(first);
      cycleMembers += length;
    }
    for (let x = start; x !== ROOT && state[x] === ON_PATH; x = parent[x]!) state[x] = DONE;
  }
  return { cuts, cycleMembers };
}

/** Goes once round the cycle, marks it done, and finds its first member. */
function leaveCycle(
  parent: Int32Array,
  state: Uint8Array,
  entry: number,
): { first: number; length: number } {
  let first = entry;
  let length = 0;
  let x = entry;
  do {
    state[x] = DONE;
    if (x < first) first = x;
    length++;
    x = parent[x]!;
  } while (x !== entry);
  return { first, length };
}
