import { nodeHash } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';

/** A full subtree: 2^level leaves from index * 2^level on. It never changes once it is full. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves from start up to, not including, end: one node of some tree of the log. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

export type ReadSubtree = (subtree: Subtree) => Hash;

/** The largest power of two below a count of at least 2: where RFC 6962 splits a range. */
export function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** The full subtrees a range is made of, from the left: each is larger than the next. */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  const found: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    let leaves = 1;
    while (at + leaves * 2 <= end) {
      leaves *= 2;
      level += 1;
    }
    found.push({ level, index: at / leaves });
    at += leaves;
  }
  return found;
}

/** The Merkle tree hash of a range that is not empty. */
export function rangeHash(range: LeafRange, read: ReadSubtree): Hash {
  return joined(subtreesOf(range).map(read));
}

/** Hashes of subtrees, from the left, joined to the node above them all. */
export function joined(hashes: readonly Hash[]): Hash {
  const [last, ...others] = hashes.toReversed();
  if (last === undefined) throw new RangeError('no node above no subtrees');
  return others.reduce((right, left) => nodeHash(left, right), last);
}
