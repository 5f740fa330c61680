import { hashOf } from '../hashing.ts';

/** SHA-256 of a node of the tree: 32 bytes. */
export type Hash = Uint8Array;

export const hash_bytes = 32;

/** Root of a log without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const emptyRoot: Hash = hashOf('sha256', '');

/** The leading byte keeps a leaf from passing for a node and a node for a leaf. */
export function leafHash(entry: Uint8Array): Hash {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return hashOf('sha256', input);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  const input = new Uint8Array(1 + 2 * hash_bytes);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + hash_bytes);
  return hashOf('sha256', input);
}

/** Whether two hashes are the same one; what is not 32 bytes long is no hash. */
export function sameHash(one: Hash, other: Hash): boolean {
  return areHashes([one, other]) && one.every((byte, at) => byte === other[at]);
}

export function areHashes(values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === hash_bytes);
}

/** A tree size or leaf index: a number that counts exactly. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
