import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { utf8Bytes } from './bytes.ts';
import { nodeCrypto } from './node-crypto.ts';

/** Digests that evidence is made of, or that timestamps of others use. */
export type DigestAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** A digest that is given its bytes piece by piece. */
export interface Hashing {
  update(piece: Uint8Array): void;
  digest(): Uint8Array;
}

const portable = { sha1, sha256, sha384, sha512 };

/** Node's own where there is one, which is many times as fast; both are tested to agree. */
export function hashing(algorithm: DigestAlgorithm): Hashing {
  const made = nodeCrypto?.createHash(algorithm) ?? portable[algorithm].create();
  return { update: (piece) => void made.update(piece), digest: () => made.digest() };
}

/** The digest of bytes, or of a text as UTF-8. */
export function hashOf(algorithm: DigestAlgorithm, data: string | Uint8Array): Uint8Array {
  if (nodeCrypto) return nodeCrypto.hash(algorithm, data, 'buffer');
  return portable[algorithm](typeof data === 'string' ? utf8Bytes(data) : data);
}

/** HMAC-SHA-256 of a text. */
export function hmacSha256(secret: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, secret, utf8Bytes(text));
}
