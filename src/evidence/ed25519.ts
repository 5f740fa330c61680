import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesOfHex, concat } from './bytes.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { NodePublicKey } from './node-crypto.ts';

/** Bytes of an Ed25519 public key (RFC 8032), and of a signature. */
export const public_key_bytes = 32;
export const signature_bytes = 64;

/** The 32 bytes of an Ed25519 public key. */
export type PublicKey = Uint8Array;

/** Whoever can sign with a key, wherever the key is. */
export interface SigningKey {
  readonly public_key: PublicKey;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** What stands before the key itself in its SubjectPublicKeyInfo (RFC 8410). */
const spki_head = bytesOfHex('302a300506032b6570032100');

/** A public key as SubjectPublicKeyInfo, DER. */
export function spkiOf(key: PublicKey): Uint8Array {
  if (key.length !== public_key_bytes) throw new RangeError(`a public key of ${key.length} bytes`);
  return concat([spki_head, key]);
}

/** Keys taken apart by Node once: it takes longer than to verify with one. */
const known = new WeakMap<PublicKey, NodePublicKey>();

export function isSignedBy(bytes: Uint8Array, signature: Uint8Array, key: PublicKey): boolean {
  if (signature.length !== signature_bytes || key.length !== public_key_bytes) return false;
  if (!nodeCrypto) return isSignedByPortable(bytes, signature, key);
  const read =
    known.get(key) ?? nodeCrypto.createPublicKey({ key: spkiOf(key), format: 'der', type: 'spki' });
  known.set(key, read);
  return nodeCrypto.verify(null, bytes, read, signature);
}

/** The same without Node; a key or signature that is no point of the curve is none. */
export function isSignedByPortable(
  bytes: Uint8Array,
  signature: Uint8Array,
  key: PublicKey,
): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false });
  } catch {
    return false;
  }
}
