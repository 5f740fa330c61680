import { describe, expect, it } from 'vitest';
import {
  envelopeOf,
  isEnvelopeOf,
  preAuthEncoding,
  readEnvelope,
} from '../../../src/evidence/statement/envelope.ts';
import { hexOf, utf8Text } from '../../../src/evidence/bytes.ts';
import { logEntry, saltOf } from '../../../src/evidence/statement/log-entry.ts';
import { createHash, createHmac } from 'node:crypto';
import { privateKey } from '../keys.ts';

const type = 'http://example.com/HelloWorld';
const payload = Buffer.from('hello world');
const [key, other] = [privateKey(1), privateKey(2)];
const [publicKey, otherPublic] = [key.public_key, other.public_key];

describe('envelopes', () => {
  it('sign the text of the DSSE protocol’s example', () => {
    expect(utf8Text(preAuthEncoding(type, payload))).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
    // Lengths are of bytes: the characters of this one take three each.
    expect(utf8Text(preAuthEncoding('证', Buffer.from('据')))).toBe('DSSEv1 3 证 3 据');
  });

  it('hold for the key that signed, and for what it signed', () => {
    const envelope = envelopeOf(type, payload, key);
    expect(envelope.payload).toBe('aGVsbG8gd29ybGQ=');
    expect(isEnvelopeOf(envelope, publicKey)).toBe(true);
    expect(isEnvelopeOf(envelope, otherPublic)).toBe(false);
    expect(isEnvelopeOf({ ...envelope, payloadType: `${type}s` }, publicKey)).toBe(false);
    expect(isEnvelopeOf({ ...envelope, payload: 'aGVsbG8gd29ybGR=' }, publicKey)).toBe(false);
    expect(isEnvelopeOf({ ...envelope, payload: 'aGVsbG8gd29ybGE=' }, publicKey)).toBe(false);
    expect(isEnvelopeOf(envelopeOf(type, payload, null), publicKey)).toBe(false);
    const both = [...envelopeOf(type, payload, other).signatures, ...envelope.signatures];
    expect(isEnvelopeOf({ ...envelope, signatures: both }, publicKey)).toBe(true);
    expect(envelope.signatures[0]?.keyid).toBe(
      createHash('sha256').update(publicKey).digest('hex'),
    );
  });

  it('are read when they are nothing else', () => {
    const envelope = envelopeOf(type, payload, key);
    expect(utf8Text(readEnvelope(structuredClone(envelope))!.bytes)).toBe('hello world');
    for (const value of [
      null,
      [],
      'text',
      { ...envelope, payload: 'aGVsbG8gd29ybGQ' },
      { ...envelope, payloadType: 1 },
      { ...envelope, signatures: {} },
      { ...envelope, signatures: [{ keyid: 'a' }] },
      { ...envelope, signatures: [{ keyid: 'a', sig: 'b', more: 'c' }] },
      { ...envelope, signatures: [null] },
      { ...envelope, more: 1 },
    ])
      expect(readEnvelope(value)).toBeNull();
  });
});

describe('log entries', () => {
  it('are the digest of salt and digest, each on its line', () => {
    const salt = Buffer.alloc(32, 5);
    const hex = (text: string | Uint8Array): string =>
      createHash('sha256').update(text).digest('hex');
    expect(hexOf(logEntry(payload, salt))).toBe(
      hex(`polyprism.log-entry/1\n${'05'.repeat(32)}\n${hex('hello world')}\n`),
    );
    expect(() => logEntry(payload, salt.subarray(1))).toThrow(RangeError);
  });

  it('have salts of their own from one secret', () => {
    const digest = createHash('sha256').update(payload).digest('hex');
    const expected = createHmac('sha256', 'secret').update(`polyprism.salt/1\n${digest}\n`);
    expect(Buffer.from(saltOf(payload, Buffer.from('secret')))).toEqual(expected.digest());
  });
});
