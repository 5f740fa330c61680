import { base64Of, bytesOfBase64 } from '../base64.ts';
import { concat, utf8Bytes } from '../bytes.ts';
import { sha256 } from '../digest.ts';
import { public_key_bytes } from '../ed25519.ts';
import type { PublicKey } from '../ed25519.ts';

/** What a key of C2SP signed-note signs: a note, or a checkpoint at a time (tlog-cosignature). */
export const key_types = { note: 1, cosignature: 4 } as const;
export type KeyType = (typeof key_types)[keyof typeof key_types];

/** A public key under a name, as notes refer to it. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits: a reminder which key, no proof of it. */
  readonly id: string;
  readonly type: KeyType;
  readonly key: PublicKey;
}

export function verifierKey(name: string, type: KeyType, key: PublicKey): VerifierKey {
  if (!isKeyName(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a key`);
  if (key.length !== public_key_bytes) throw new RangeError(`a public key of ${key.length} bytes`);
  return { name, id: keyIdOf(name, type, key), type, key };
}

/** `example.com/foo+530d903a+AekyeRrm…`: what is pinned where notes are verified. */
export function verifierKeyText({ name, id, type, key }: VerifierKey): string {
  return `${name}+${id}+${base64Of(concat([Uint8Array.of(type), key]))}`;
}

/** The key a text stands for, or null: another form, an id that is not its own, another kind. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name, id, tail] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  if (name === undefined || tail === undefined || !isKeyName(name)) return null;
  const bytes = bytesOfBase64(tail);
  if (bytes?.length !== 1 + public_key_bytes) return null;
  const type = Object.values(key_types).find((one) => one === bytes[0]);
  if (type === undefined) return null;
  const raw = bytes.subarray(1);
  if (keyIdOf(name, type, raw) !== id) return null;
  return { name, id, type, key: raw };
}

/** Not empty, without spaces of any script, control characters and plus. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed();
}

function keyIdOf(name: string, type: KeyType, raw: Uint8Array): string {
  return sha256(concat([utf8Bytes(`${name}\n`), Uint8Array.of(type), raw])).slice(0, 8);
}
