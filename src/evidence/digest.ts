import { hexOf } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashOf } from './hashing.ts';

/** SHA-256 in lower-case hexadecimal; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return hexOf(hashOf('sha256', data));
}

/** SHA-256 of a value's canonical JSON: equal values have equal digests on every machine. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
