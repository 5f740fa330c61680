import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/evidence/timestamp/certificate.ts';
import { der, inside, readDer } from '../../../src/evidence/timestamp/der.ts';
import { readCertificates } from '../../../src/evidence/timestamp/read-certificates.ts';
import { readToken } from '../../../src/evidence/timestamp/read-token.ts';
import { verifyTimestamp } from '../../../src/evidence/timestamp/verify-timestamp.ts';
import { limits } from '../../../src/model/limits.ts';
import vectors from '../vectors/timestamps.json' with { type: 'json' };

/** As `openssl ts -reply -text` prints it: Nov 28 22:40:33 2026 GMT. */
const openssl_time = '2026-11-28T22:40:33Z';

/** Where a response has its status: in the first value inside. */
const granted_at = 8;

type Name = keyof typeof vectors;
const bytes = (name: Name): Buffer => Buffer.from(vectors[name], 'base64');
const certificate = (name: Name): Certificate => readCertificates(vectors[name])![0]!;
const stamped = Buffer.from(vectors.stamped);
const flawOf = (token: Buffer, trusted: Name): string | null =>
  verifyTimestamp(token, stamped, [certificate(trusted)]).flaw;

describe('timestamps', () => {
  it.each([
    ['ec.tsr', 'ca.pem'],
    ['ec.tsr', 'ec.pem'],
    ['ec.token', 'ca.pem'],
    ['rsa.tsr', 'ca.pem'],
    ['rsa-sha1.tsr', 'rsa.pem'],
    ['bare.tsr', 'rsa.pem'],
  ] as const)('of OpenSSL hold: %s by %s', (token, trusted) => {
    const verdict = verifyTimestamp(bytes(token), stamped, [certificate(trusted)]);
    const kind = token.startsWith('ec') ? 'ec' : 'rsa';
    expect(verdict).toEqual({
      flaw: null,
      time: openssl_time,
      authority: `O=Polyprism tests, CN=Test TSA ${kind}`,
    });
  });

  it('are of these bytes and of no others', () => {
    const other = Buffer.concat([stamped, Buffer.of(10)]);
    const verdict = verifyTimestamp(bytes('ec.tsr'), other, [certificate('ca.pem')]);
    expect(verdict).toEqual({ flaw: 'of_other_bytes' });
  });

  it.each([
    ['bare.tsr', 'ca.pem', 'unknown_authority'],
    ['ec.tsr', 'rsa.pem', 'unknown_authority'],
    ['ec.tsr', 'ca2.pem', 'unknown_authority'],
    ['ec.tsr', 'plain.pem', 'not_for_timestamps'],
    ['ec.tsr', 'old-ca.pem', 'outside_validity'],
  ] as const)('are refused: %s by %s is %s', (token, trusted, flaw) => {
    expect(flawOf(bytes(token), trusted)).toBe(flaw);
  });

  it('are not trusted without a certificate to trust', () => {
    expect(verifyTimestamp(bytes('ec.tsr'), stamped, []).flaw).toBe('unknown_authority');
  });

  it('do not hold with any one byte changed', () => {
    const token = bytes('bare.tsr');
    for (let at = 0; at < token.length; at++) {
      const spoilt = Buffer.from(token);
      spoilt.writeUInt8(token.readUInt8(at) ^ 0x01, at);
      // The status may as well be 1, granted with changes; it is no part of the token.
      if (at === granted_at) continue;
      expect(flawOf(spoilt, 'rsa.pem'), `byte ${at}`).not.toBeNull();
    }
  });

  it('are not read when cut short, padded or refused by their authority', () => {
    const token = bytes('ec.tsr');
    for (let length = 0; length < token.length; length++)
      expect(readToken(token.subarray(0, length))).toBeNull();
    expect(readToken(Buffer.concat([token, Buffer.of(0)]))).toBeNull();
    const refused = Buffer.from(token);
    refused.writeUInt8(2, granted_at);
    expect(readToken(refused)).toBeNull();
  });

  it('are read as sigstore-js reads GitHub’s', () => {
    const token = readToken(bytes('github.tsr'));
    expect(token?.time).toBe('2023-12-20T21:49:18Z');
    expect(Buffer.from(token?.signer.issuer ?? []).subarray(2)).toHaveLength(50);
    expect(Buffer.from(token?.signer.serial ?? []).toString('hex')).toBe(
      '02143435659ad66ebe8ba39f82b0882fe8c48afc8710',
    );
    expect(flawOf(bytes('github.tsr'), 'ca.pem')).toBe('of_other_bytes');
  });

  it('are read up to the limit, whatever certificates they bring', () => {
    const most = limits.timestamp_bytes_max;
    for (const length of [most - 1, most]) {
      const token = tokenOf(length);
      expect(token).toHaveLength(length);
      expect(flawOf(token, 'rsa.pem')).toBeNull();
    }
    expect(flawOf(tokenOf(most + 1), 'rsa.pem')).toBe('malformed');
  });
});

/** A token of so many bytes: what it brings as a certificate is filled up with zeros. */
function tokenOf(length: number): Buffer {
  const [, token] = inside(readDer(bytes('bare.tsr')), der.sequence)!;
  const [type, data] = inside(token, der.sequence)!;
  const fields = inside(inside(data, der.zero)![0], der.sequence)!;
  const made = (fill: number): Buffer => {
    const brought = value(der.zero, [value(der.octets, [Buffer.alloc(fill)])]);
    const parts = fields.map(({ whole }) => whole);
    const signed = value(der.sequence, [...parts.slice(0, -1), brought, ...parts.slice(-1)]);
    return value(der.sequence, [type!.whole, value(der.zero, [signed])]);
  };
  return made(length - (made(60_000).length - 60_000));
}

/** DER of a value longer than 127 bytes. */
function value(tag: number, parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const digits = content.length < 256 ? 1 : content.length < 65_536 ? 2 : 3;
  const length = Buffer.alloc(digits);
  length.writeUIntBE(content.length, 0, digits);
  return Buffer.concat([Buffer.of(tag, 0x80 + digits), length, content]);
}
