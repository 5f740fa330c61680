import { areHashes, isCount, nodeHash, sameHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { rangeHash, splitOf } from './subtree.ts';
import type { LeafRange, ReadSubtree } from './subtree.ts';

/**
 * What a proof is made of that the first `size` leaves of a tree of `grown` are unchanged
 * (RFC 6962, section 2.1.2). From a tree to itself there is nothing to prove.
 */
export function consistencyRanges(size: number, grown: number): LeafRange[] {
  if (!isCount(size) || !isCount(grown) || size === 0 || size > grown)
    throw new RangeError(`a tree of ${size} does not grow to ${grown}`);
  if (size === grown) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = grown;
  while (size !== end) {
    const middle = start + splitOf(end - start);
    if (size <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // From the first leaf on the range is the old tree itself, whose root the reader has.
  if (start > 0) ranges.push({ start, end });
  return ranges.toReversed();
}

export function consistencyProof(size: number, grown: number, read: ReadSubtree): Hash[] {
  return consistencyRanges(size, grown).map((range) => rangeHash(range, read));
}

export interface ConsistencyClaim {
  readonly size: number;
  readonly root: Hash;
  readonly grown: number;
  readonly grown_root: Hash;
  readonly proof: readonly Hash[];
}

/**
 * Whether the larger tree only adds leaves to the smaller: RFC 9162, section 2.1.4.2. Of
 * the empty tree, the beginning of every other, no proof speaks.
 */
export function isConsistent({ size, root, grown, grown_root, proof }: ConsistencyClaim): boolean {
  if (!isCount(size) || !isCount(grown) || size === 0 || size > grown) return false;
  if (size === grown) return proof.length === 0 && sameHash(root, grown_root);
  if (!areHashes([root, ...proof])) return false;
  // A power of two is one full subtree: the proof leaves it out and begins with the old root.
  const path = isPowerOfTwo(size) ? [root, ...proof] : proof;
  const [first, ...others] = path;
  if (first === undefined || others.length === 0) return false;
  let at = size - 1;
  let last = grown - 1;
  while (at % 2 === 1) {
    at = (at - 1) / 2;
    last = Math.floor(last / 2);
  }
  let old = first;
  let node = first;
  for (const hash of others) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(hash, old);
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
  return last === 0 && sameHash(old, root) && sameHash(node, grown_root);
}

function isPowerOfTwo(count: number): boolean {
  let left = count;
  while (left % 2 === 0) left /= 2;
  return left === 1;
}
