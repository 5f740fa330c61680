import { hexOf } from '../bytes.ts';
import { sha256 } from '../digest.ts';
import { hashOf, hmacSha256 } from '../hashing.ts';

export const salt_bytes = 32;

/**
 * What the log gets of a statement: 32 bytes that tell nothing without the salt, which stays with
 * the statement. Without it nobody can try whether a guessed statement is the one in the log.
 */
export function logEntry(payload: Uint8Array, salt: Uint8Array): Uint8Array {
  if (salt.length !== salt_bytes) throw new RangeError(`a salt of ${salt.length} bytes`);
  const text = `polyprism.log-entry/1\n${hexOf(salt)}\n${sha256(payload)}\n`;
  return hashOf('sha256', text);
}

/**
 * The salt of a statement, from a secret of the log's owner: the same statement gets the same one,
 * and to know one salt tells nothing of another.
 */
export function saltOf(payload: Uint8Array, secret: Uint8Array): Uint8Array {
  return hmacSha256(secret, `polyprism.salt/1\n${sha256(payload)}\n`);
}
