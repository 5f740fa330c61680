import { createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { spkiOf } from './ed25519.ts';
import type { SigningKey } from './ed25519.ts';

/** A private Ed25519 key of Node's as what signs evidence. */
export function signingKey(key: KeyObject): SigningKey {
  const half = createPublicKey(key);
  if (half.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  const spki = half.export({ type: 'spki', format: 'der' });
  const public_key = Uint8Array.from(spki.subarray(spkiOf(new Uint8Array(32)).length - 32));
  return { public_key, sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}
