import { limits } from '../../model/limits.ts';
import { base64Of, bytesOfBase64 } from '../base64.ts';
import { bytesOfHex, concat, hexOf, utf8Bytes, utf8TextOrNull } from '../bytes.ts';
import { isSignedBy } from '../ed25519.ts';
import type { SigningKey } from '../ed25519.ts';
import { isCosignatureOf } from './cosignature.ts';
import { isKeyName, key_types, verifierKey } from './verifier-key.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A text with who signed it: C2SP signed-note. To be ignored until a known key is verified. */
export interface SignedNote {
  /** With its last newline; what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Reads what is exactly a note of this form; null for anything else. Verifies nothing. */
export function readNote(bytes: Uint8Array): SignedNote | null {
  if (bytes.length > limits.note_bytes_max) return null;
  const whole = utf8TextOrNull(bytes);
  if (whole === null) return null;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\t\v-\x1f]/.test(whole)) return null;
  const cut = whole.lastIndexOf('\n\n');
  if (cut < 0 || !whole.endsWith('\n')) return null;
  const lines = whole.slice(cut + 2, -1).split('\n');
  if (lines.length > limits.note_signatures_max) return null;
  const signatures = lines.map(readSignature);
  if (!signatures.every((one) => one !== null)) return null;
  return { text: whole.slice(0, cut + 1), signatures };
}

function readSignature(line: string): NoteSignature | null {
  const [dash, name, tail, ...more] = line.split(' ');
  if (dash !== '—' || name === undefined || tail === undefined || more.length > 0) return null;
  const bytes = bytesOfBase64(tail);
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null;
  return { name, id: hexOf(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

export function noteText({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, id, bytes }) => {
    return `— ${name} ${base64Of(concat([bytesOfHex(id), bytes]))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Signs a text that ends in a newline, under the name of a key. */
export function signNote(text: string, name: string, key: SigningKey): SignedNote {
  if (!text.endsWith('\n')) throw new TypeError('a note ends in a newline');
  const { id } = verifierKey(name, key_types.note, key.public_key);
  return { text, signatures: [{ name, id, bytes: key.sign(utf8Bytes(text)) }] };
}

/**
 * The known keys that signed a note, each once; null when none did, or when a signature that
 * claims to be of a known key is not. Signatures of unknown keys say nothing and are passed over.
 */
export function signersOf(note: SignedNote, known: readonly VerifierKey[]): VerifierKey[] | null {
  const signers = new Set<VerifierKey>();
  for (const { name, id, bytes } of note.signatures) {
    for (const key of known.filter((one) => one.name === name && one.id === id)) {
      const holds =
        key.type === key_types.note
          ? isSignedBy(utf8Bytes(note.text), bytes, key.key)
          : isCosignatureOf(note.text, bytes, key.key);
      if (!holds) return null;
      signers.add(key);
    }
  }
  return signers.size === 0 ? null : [...signers];
}
