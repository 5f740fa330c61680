import { areHashes, isCount, nodeHash, sameHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { rangeHash, splitOf } from './subtree.ts';
import type { LeafRange, ReadSubtree } from './subtree.ts';

/**
 * What an inclusion proof is made of, from the leaf's sibling up (RFC 6962, section 2.1.1): a store
 * reads the subtrees of these ranges, then `inclusionProof` joins them.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.toReversed();
}

export function inclusionProof(index: number, size: number, read: ReadSubtree): Hash[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, read));
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Whether the leaf stands at the index of the tree with that root: RFC 9162, section 2.1.3.2. */
export function isIncluded({ index, size, leaf, proof, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (!areHashes([leaf, ...proof])) return false;
  let at = index;
  let last = size - 1;
  let node = leaf;
  for (const hash of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(hash, node);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      node = nodeHash(node, hash);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameHash(node, root);
}
