import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A private key of 32 bytes: those given, or all alike. */
export function privateKey(seed: Uint8Array | number): KeyObject {
  const raw = typeof seed === 'number' ? Buffer.alloc(32, seed) : seed;
  return createPrivateKey({ key: Buffer.concat([head, raw]), format: 'der', type: 'pkcs8' });
}
