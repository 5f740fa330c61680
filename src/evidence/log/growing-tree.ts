import { emptyRoot, isCount, leafHash, nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { joined, subtreesOf } from './subtree.ts';
import type { Subtree } from './subtree.ts';

/** All that is needed to go on with a tree: at most 53 hashes, however many leaves. */
export interface Frontier {
  readonly size: number;
  /** Of the full subtrees that `subtreesOf({ start: 0, end: size })` lists. */
  readonly hashes: readonly Hash[];
}

export interface GrowingTree {
  /** Takes the next entry and returns the hash of its leaf; the index was the size before. */
  readonly append: (entry: Uint8Array) => Hash;
  readonly size: () => number;
  readonly root: () => Hash;
  readonly frontier: () => Frontier;
}

/**
 * A tree that only grows, from nothing or from a frontier kept before. `keep` is told each full
 * subtree the moment its last leaf is in: what a store writes down, and proofs are made of.
 */
export function growingTree(
  from: Frontier = { size: 0, hashes: [] },
  keep: (subtree: Subtree, hash: Hash) => void = () => undefined,
): GrowingTree {
  if (!isCount(from.size)) throw new RangeError(`a tree of ${from.size} leaves`);
  if (subtreesOf({ start: 0, end: from.size }).length !== from.hashes.length)
    throw new RangeError(`${from.hashes.length} hashes are no frontier of ${from.size} leaves`);
  let size = from.size;
  const hashes = [...from.hashes];
  const append = (entry: Uint8Array): Hash => {
    const leaf = leafHash(entry);
    let node = leaf;
    let index = size;
    let level = 0;
    keep({ level, index }, node);
    for (; index % 2 === 1; level += 1) {
      // A frontier has one hash for every 1 in the size: an odd index has a left neighbour.
      node = nodeHash(hashes.pop() as Hash, node);
      index = (index - 1) / 2;
      keep({ level: level + 1, index }, node);
    }
    hashes.push(node);
    size += 1;
    return leaf;
  };
  return {
    append,
    size: () => size,
    root: () => (size === 0 ? emptyRoot : joined(hashes)),
    frontier: () => ({ size, hashes: [...hashes] }),
  };
}
