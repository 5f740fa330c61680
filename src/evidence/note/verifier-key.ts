import type { KeyObject } from 'node:crypto';
import { base64Of, bytesOfBase64 } from '../base64.ts';
import { sha256 } from '../digest.ts';
import { public_key_bytes, publicKeyOf, rawPublicKey } from '../ed25519.ts';

/** What a key of C2SP signed-note signs: a note, or a checkpoint at a time (tlog-cosignature). */
export const key_types = { note: 1, cosignature: 4 } as const;
export type KeyType = (typeof key_types)[keyof typeof key_types];

/** A public key under a name, as notes refer to it. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits: a reminder which key, no proof of it. */
  readonly id: string;
  readonly type: KeyType;
  readonly key: KeyObject;
}

export function verifierKey(name: string, type: KeyType, key: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a key`);
  const raw = rawPublicKey(key);
  return { name, id: keyIdOf(name, type, raw), type, key: publicKeyOf(raw) };
}

/** `example.com/foo+530d903a+AekyeRrm…`: what is pinned where notes are verified. */
export function verifierKeyText({ name, id, type, key }: VerifierKey): string {
  return `${name}+${id}+${base64Of(Buffer.concat([Buffer.of(type), rawPublicKey(key)]))}`;
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
  return { name, id, type, key: publicKeyOf(raw) };
}

/** Not empty, without spaces of any script, control characters and plus. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed();
}

function keyIdOf(name: string, type: KeyType, raw: Uint8Array): string {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), raw])).slice(0, 8);
}
