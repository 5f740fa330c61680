import { readVerifierKey } from '../note/verifier-key.ts';
import type { VerifierKey } from '../note/verifier-key.ts';

/** Keys to verify with, one a line, `#` for a comment; the number of the line that is none. */
export function readKeys(text: string): readonly VerifierKey[] | number {
  const keys: VerifierKey[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const key = readVerifierKey(trimmed);
    if (!key) return at + 1;
    keys.push(key);
  }
  return keys;
}
