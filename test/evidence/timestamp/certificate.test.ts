import { X509Certificate, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../src/evidence/timestamp/certificate.ts';
import { readDer } from '../../../src/evidence/timestamp/der.ts';
import { keyOf } from '../../../src/evidence/timestamp/public-key.ts';
import { readCertificates } from '../../../src/evidence/timestamp/read-certificates.ts';
import { isIssuedWith, isSignatureOf } from '../../../src/evidence/timestamp/verify-signature.ts';
import vectors from '../vectors/timestamps.json' with { type: 'json' };

const names = ['ca.pem', 'ca2.pem', 'old-ca.pem', 'ec.pem', 'rsa.pem', 'plain.pem'] as const;

describe('certificates', () => {
  it.each(names)('are read as Node reads them: %s', (name) => {
    const node = new X509Certificate(vectors[name]);
    const own = readCertificate(Uint8Array.from(node.raw));
    if (!own) throw new Error('not read');
    expect(readCertificates(vectors[name])).toEqual([own]);
    expect(own.subject_text).toBe(node.subject.replaceAll('\n', ', '));
    expect(own.from_ms).toBe(node.validFromDate.getTime());
    expect(own.to_ms).toBe(node.validToDate.getTime());
    expect(own.issues).toBe(node.ca);
    // Of Node's two key usages this is the extended one.
    const stamps = node.keyUsage?.includes('1.3.6.1.5.5.7.3.8') ?? false;
    expect(own.extended_usages?.includes('2b06010505070308') ?? false).toBe(stamps);
    for (const other of names) {
      const issuer = new X509Certificate(vectors[other]);
      const read = readCertificate(issuer.raw);
      expect(read && isIssuedWith(own, read), other).toBe(node.verify(issuer.publicKey));
    }
  });

  it('are not read with a byte missing, nor when they are something else', () => {
    const { raw } = new X509Certificate(vectors['rsa.pem']);
    for (let length = 0; length < raw.length; length++)
      expect(readCertificate(raw.subarray(0, length))).toBeNull();
    expect(readCertificates('no certificate')).toBeNull();
    expect(readCertificates(`${vectors['rsa.pem']}\n${vectors['rsa.pem']}`)).toHaveLength(2);
    expect(readCertificates(vectors['rsa.pem'].replace('M', '-'))).toBeNull();
  });
});

const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  'rsa of 3072 bits': generateKeyPairSync('rsa', { modulusLength: 3_072 }),
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  Ed25519: generateKeyPairSync('ed25519'),
};

describe('signatures of authorities', () => {
  it.each(Object.keys(pairs) as (keyof typeof pairs)[])('made by Node with %s hold', (name) => {
    const { publicKey, privateKey } = pairs[name];
    const key = keyOf(readDer(publicKey.export({ type: 'spki', format: 'der' })));
    if (!key) throw new Error('not read');
    for (const digest of ['sha256', 'sha384', 'sha512'] as const) {
      const bytes = Buffer.from(`stamped ${digest}`);
      const signature = sign(key.kind === 'ed25519' ? null : digest, bytes, privateKey);
      expect(isSignatureOf(key, digest, bytes, signature)).toBe(true);
      expect(isSignatureOf(key, digest, Buffer.from('other'), signature)).toBe(false);
      const other = digest === 'sha256' ? 'sha384' : 'sha256';
      expect(isSignatureOf(key, other, bytes, signature)).toBe(key.kind === 'ed25519');
      for (const at of [0, 1, 10, signature.length - 1]) {
        const spoilt = Buffer.from(signature);
        spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at);
        expect(isSignatureOf(key, digest, bytes, spoilt), `${at}`).toBe(false);
      }
      expect(isSignatureOf(key, digest, bytes, signature.subarray(1))).toBe(false);
    }
  });

  it('are not taken with keys too weak or of another kind', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey;
    const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey;
    for (const key of [weak, other])
      expect(keyOf(readDer(key.export({ type: 'spki', format: 'der' })))).toBeNull();
  });
});
