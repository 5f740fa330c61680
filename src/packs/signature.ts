import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sha256 } from '../evidence/digest.ts';
import { compareText } from '../model/issue.ts';
import { jsonOrNull } from '../model/json-or-null.ts';

/** One signature of a built pack. */
export interface Signature {
  /** Who signs: the publisher, in the words of pack.yaml. */
  readonly publisher: string;
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER). */
  readonly key: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

/** What lies beside a built pack as `<file>.sig`. */
export interface SignatureFile {
  readonly schema: 'polyprism.signatures/1';
  readonly signatures: readonly Signature[];
}

/**
 * The bytes signed: a line that says what is signed, so that no signature made for anything else
 * can be passed off as one of a pack, and the SHA-256 of the file in hexadecimal.
 */
export function signedText(file: Uint8Array): Buffer {
  return Buffer.from(`polyprism.pack-signature/1\n${sha256(file)}\n`);
}

export function signFile(file: Uint8Array, publisher: string, key: KeyObject): Signature {
  const signature = sign(null, signedText(file), key).toString('base64');
  return { publisher, key: keyId(createPublicKey(key)), signature };
}

export function isSignatureOf(file: Uint8Array, { signature }: Signature, key: KeyObject): boolean {
  return verify(null, signedText(file), key, Buffer.from(signature, 'base64'));
}

export function keyId(key: KeyObject): string {
  return sha256(key.export({ type: 'spki', format: 'der' }));
}

/** Adds a signature; one by the same key for the same publisher is replaced. */
export function addSignature(to: readonly Signature[], one: Signature): SignatureFile {
  const nameOf = ({ publisher, key }: Signature): string => `${publisher}\0${key}`;
  const others = to.filter((other) => nameOf(other) !== nameOf(one));
  const signatures = [...others, one].toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
  return { schema: 'polyprism.signatures/1', signatures };
}

/** The signatures in the text of a `.sig` file; null when it is not one. */
export function readSignatures(text: string): readonly Signature[] | null {
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null) return null;
  const { schema, signatures } = value as Record<string, unknown>;
  if (schema !== 'polyprism.signatures/1' || !Array.isArray(signatures)) return null;
  return signatures.every(isSignature) ? signatures : null;
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== 'object' || value === null) return false;
  const { publisher, key, signature } = value as Record<string, unknown>;
  return [publisher, key, signature].every((one) => typeof one === 'string');
}
