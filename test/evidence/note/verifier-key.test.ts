import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  readVerifierKey,
  verifierKey,
  verifierKeyText,
} from '../../../src/evidence/note/verifier-key.ts';
import { signingKey } from '../../../src/evidence/signing-key.ts';
import { privateKey } from '../keys.ts';

const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

describe('verifier keys', () => {
  it('are read and written as Go and the C2SP specifications do', () => {
    for (const text of [
      vkey,
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
      'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
    ]) {
      const key = readVerifierKey(text);
      expect(key && verifierKeyText(key)).toBe(text);
    }
    expect(readVerifierKey(vkey)).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3', type: 1 });
  });

  it('are refused in any part of theirs, and with any byte raised: Go’s own manglings', () => {
    for (let from = 0; from <= vkey.length; from++) {
      for (let to = from + 1; to <= vkey.length; to++) {
        if (from !== 0 || to !== vkey.length)
          expect(readVerifierKey(vkey.slice(from, to))).toBeNull();
      }
      const raised = String.fromCodePoint((vkey.codePointAt(from) ?? 0) + 1);
      if (from < vkey.length)
        expect(readVerifierKey(vkey.slice(0, from) + raised + vkey.slice(from + 1))).toBeNull();
    }
  });

  it.each([
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'rekor.sigstore.dev+12345678+AwEB',
  ])('are refused: %s', (text) => {
    expect(readVerifierKey(text)).toBeNull();
  });

  it('have ids of their own for each thing the same key signs', () => {
    const [note, cosignature] = [1, 4] as const;
    const one = verifierKey('a.example/1', note, privateKey(3).public_key);
    const other = verifierKey('a.example/1', cosignature, privateKey(3).public_key);
    expect(one.id).not.toBe(other.id);
    expect(() => verifierKey('a', 1, new Uint8Array(31))).toThrow(RangeError);
    expect(() => signingKey(generateKeyPairSync('x25519').privateKey)).toThrow(TypeError);
  });
});
