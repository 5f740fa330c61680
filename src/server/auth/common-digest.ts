import { createHash } from 'node:crypto';

/** Bytes of SHA-256 kept of each: enough that no other password shares them. */
export const digest_bytes = 6;

/** What a password is known by in the list of common ones, in hexadecimal; case says nothing. */
export function commonDigest(password: string): string {
  const whole = createHash('sha256').update(password.toLowerCase()).digest('hex');
  return whole.slice(0, 2 * digest_bytes);
}
