/** The parent of a root. */
export const ROOT = -1;
/** The parent of a member whose recruiter is named but not in the data. */
export const MISSING = -2;
/** A day nobody knows: sorts after every day there is. */
export const UNKNOWN_DAY = 0x7fff_ffff;

/**
 * A forest whose nodes are numbered so that every parent comes before its children. One forward
 * pass then goes down the trees and one backward pass goes up, without recursion and without
 * jumping about in memory.
 */
export interface Forest {
  /** Parent of each node, always smaller than the node; ROOT for a root. */
  readonly parent: Int32Array;
  /** member_no of each node; null where node and member_no are the same number. */
  readonly memberOf: Int32Array | null;
}

/** Rearranges a column by member_no into one by node. */
export function byNode(forest: Forest, column: Int32Array): Int32Array {
  const { memberOf } = forest;
  return memberOf === null ? column : memberOf.map((member) => column[member]!);
}
