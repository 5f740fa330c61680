import { describe, expect, it } from 'vitest';
import { noteText, readNote, signNote, signersOf } from '../../../src/evidence/note/signed-note.ts';
import { readVerifierKey, verifierKey } from '../../../src/evidence/note/verifier-key.ts';
import type { VerifierKey } from '../../../src/evidence/note/verifier-key.ts';
import { limits } from '../../../src/model/limits.ts';
import { privateKey } from '../keys.ts';

/** From the tests of golang.org/x/mod/sumdb/note. */
const peter = key('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
const enoch = key('EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop');
const peterSecret = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const text =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcE' +
  'lZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6K' +
  'E6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCO' +
  'Xm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1' +
  'RvMc+QQ=\n';

function key(vkey: string): VerifierKey {
  const read = readVerifierKey(vkey);
  if (!read) throw new Error(`${vkey} was not read`);
  return read;
}

/** Names of those who signed; null when the note is refused, text when it is not even read. */
function signers(whole: string, known: readonly VerifierKey[]): string[] | null | 'no note' {
  const note = readNote(Buffer.from(whole));
  return note ? (signersOf(note, known)?.map(({ name }) => name) ?? null) : 'no note';
}

describe('signed notes', () => {
  it('are signed as Go signs them', () => {
    const secret = privateKey(Buffer.from(peterSecret, 'base64').subarray(1));
    const note = signNote(text, 'PeterNeumann', secret);
    expect(noteText(note)).toBe(`${text}\n${peterLine}`);
    expect(readNote(Buffer.from(noteText(note)))).toEqual(note);
  });

  it('are verified: the example of the C2SP specification', () => {
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const whole =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYR' +
      'lL1Tnagv1YEq6TfXppzi2ONn' +
      'cAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(signers(whole, [key(vkey)])).toEqual(['example.com/foo']);
    expect(signers(whole.replace('example message', 'example massage'), [key(vkey)])).toBeNull();
  });

  it('count the keys that are known, each once, and pass over the others', () => {
    const both = `${text}\n${peterLine}${enochLine}`;
    expect(signers(both, [peter])).toEqual(['PeterNeumann']);
    expect(signers(both, [peter, enoch])).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(signers(`${text}\n${peterLine}${peterLine}`, [peter])).toEqual(['PeterNeumann']);
    expect(signers(`${text}\n${peterLine}`, [enoch])).toBeNull();
    expect(signers(`${text}\n${peterLine}`, [])).toBeNull();
  });

  it('are refused whole when a known key did not sign as claimed', () => {
    const spoilt = peterLine.replace('x08go/ZJ', 'x08go/ZK');
    expect(signers(`${text}\n${spoilt}${enochLine}`, [peter, enoch])).toBeNull();
    expect(signers(`${text}\n${spoilt}${enochLine}`, [enoch])).toEqual(['EnochRoot']);
  });

  it.each([
    ['no newline at the end', `${text}\n${peterLine}`.slice(0, -1)],
    ['no blank line', text + peterLine],
    ['no signature', `${text}\n`],
    ['a name in two words', `${text}\n— Bad Name x08go/ZJkuBS9UG/\n`],
    ['a line of another kind', `${text}\n${peterLine}- Enoch x08go/ZJkuBS9UG/\n`],
    ['a signature of nothing', `${text}\n— PeterNeumann x08gow==\n`],
    ['loose Base64', `${text}\n— PeterNeumann x08go/ZJkuBS9UG\n`],
    ['a control character', `${text.replace(' ', '\t')}\n${peterLine}`],
    ['a carriage return', `${text}\r\n\n${peterLine}`],
  ])('are not read with %s', (_, whole) => {
    expect(signers(whole, [peter])).toBe('no note');
  });

  it('are not read when they are not UTF-8', () => {
    const bytes = Buffer.from(`${text}\n${peterLine}`);
    bytes[3] = 0xff;
    expect(readNote(bytes)).toBeNull();
  });

  it('have at most so many bytes and signatures', () => {
    const { note_bytes_max, note_signatures_max } = limits;
    const whole = (lines: number, bytes: number): Buffer => {
      const end = `\n${enochLine.repeat(lines)}`;
      return Buffer.from(`${'a'.repeat(bytes - Buffer.byteLength(end) - 1)}\n${end}`);
    };
    for (const lines of [note_signatures_max - 1, note_signatures_max])
      expect(readNote(whole(lines, 30_000))?.signatures).toHaveLength(lines);
    expect(readNote(whole(note_signatures_max + 1, 30_000))).toBeNull();
    for (const bytes of [note_bytes_max - 1, note_bytes_max])
      expect(readNote(whole(1, bytes))).not.toBeNull();
    expect(readNote(whole(1, note_bytes_max + 1))).toBeNull();
  });

  it('are of a text that ends in a newline', () => {
    expect(() => signNote('no end', 'a', privateKey(1))).toThrow(TypeError);
    expect(() => signNote('an end\n', 'a b', privateKey(1))).toThrow(TypeError);
    expect(() => verifierKey('a+b', 1, privateKey(1).public_key)).toThrow(TypeError);
  });
});
