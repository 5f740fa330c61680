import { commonDigest, digest_bytes } from './common-digest.ts';
import { commonPasswords } from './common-passwords.ts';

let known: ReadonlySet<string> | null = null;

/** Is a password one of those that are used most, and so tried first, whatever it is made of? */
export function isCommon(password: string): boolean {
  known ??= new Set(read(Buffer.from(commonPasswords, 'base64')));
  return known.has(commonDigest(password));
}

function* read(digests: Buffer): Generator<string> {
  for (let at = 0; at < digests.length; at += digest_bytes) {
    yield digests.toString('hex', at, at + digest_bytes);
  }
}
