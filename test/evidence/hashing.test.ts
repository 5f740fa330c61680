import { createHash, createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { isSignedBy, isSignedByPortable } from '../../src/evidence/ed25519.ts';
import { hashOf, hashing, hmacSha256 } from '../../src/evidence/hashing.ts';
import { privateKey } from './keys.ts';

const portable = { sha1, sha256, sha384, sha512 } as const;
const names = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
/** Around the blocks of 64 and 128 bytes. */
const sizes = [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1_000, 100_000];
const bytesOf = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 167 + size) % 256));

describe('digests', () => {
  it.each(names)('of %s are the same in Node and without it', (name) => {
    for (const size of sizes) {
      const bytes = bytesOf(size);
      const expected = createHash(name).update(bytes).digest('hex');
      const pieces = hashing(name);
      pieces.update(bytes.subarray(0, 60));
      pieces.update(bytes.subarray(60));
      const found = [hashOf(name, bytes), pieces.digest(), portable[name](bytes)];
      expect(found.map((one) => Buffer.from(one).toString('hex'))).toEqual(
        Array.from({ length: 3 }, () => expected),
      );
    }
  });

  it('of a text with a secret are those of Node', () => {
    const secret = bytesOf(32);
    const expected = createHmac('sha256', secret).update('文 text').digest('hex');
    expect(Buffer.from(hmacSha256(secret, '文 text')).toString('hex')).toBe(expected);
    expect(hmac(sha256, secret, Buffer.from('文 text'))).toEqual(hmacSha256(secret, '文 text'));
  });
});

describe('signatures', () => {
  it('hold or fail alike in Node and without it', () => {
    const answers = new Set<string>();
    for (let round = 0; round < 200; round++) {
      const key = privateKey(1 + (round % 200));
      const bytes = bytesOf(round);
      const signature = Uint8Array.from(key.sign(bytes));
      const at = round % 96;
      const spoilt = round % 2 === 1;
      if (spoilt && at < 64) signature[at] = (signature[at] ?? 0) ^ (1 << (round % 8));
      const other = Uint8Array.from(key.public_key);
      if (spoilt && at >= 64) other[at - 64] = (other[at - 64] ?? 0) ^ 1;
      const both = [isSignedBy, isSignedByPortable].map((holds) => holds(bytes, signature, other));
      expect(both, `${round}`).toEqual([!spoilt, !spoilt]);
      answers.add(both.join());
    }
    expect(answers.size).toBe(2);
    expect(isSignedByPortable(bytesOf(1), new Uint8Array(63), privateKey(1).public_key)).toBe(
      false,
    );
  });
});
