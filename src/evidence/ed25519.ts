import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Bytes of an Ed25519 public key (RFC 8032), and of a signature. */
export const public_key_bytes = 32;
export const signature_bytes = 64;

/** What stands before the key itself in its SubjectPublicKeyInfo (RFC 8410). */
const spki_head = Buffer.from('302a300506032b6570032100', 'hex');

/** The 32 bytes of a public key, or of the public half of a private one. */
export function rawPublicKey(key: KeyObject): Buffer {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  if (half.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return half.export({ type: 'spki', format: 'der' }).subarray(spki_head.length);
}

export function publicKeyOf(raw: Uint8Array): KeyObject {
  if (raw.length !== public_key_bytes) throw new RangeError(`a public key of ${raw.length} bytes`);
  const der = Buffer.concat([spki_head, raw]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

export function signBytes(bytes: Uint8Array, key: KeyObject): Buffer {
  return sign(null, bytes, key);
}

export function isSignedBy(bytes: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  return signature.length === signature_bytes && verify(null, bytes, key, signature);
}
