import { createPrivateKey } from 'node:crypto';
import type { SigningKey } from '../../src/evidence/ed25519.ts';
import { signingKey } from '../../src/evidence/signing-key.ts';

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A private key of 32 bytes: those given, or all alike. */
export function privateKey(seed: Uint8Array | number): SigningKey {
  const raw = typeof seed === 'number' ? Buffer.alloc(32, seed) : seed;
  const key = Buffer.concat([head, raw]);
  return signingKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
}
