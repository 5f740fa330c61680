import { p256, p384, p521 } from '@noble/curves/nist.js';
import { bytesOfHex, concat, hexOf, sameBytes } from '../bytes.ts';
import { isSignedBy } from '../ed25519.ts';
import { hashOf } from '../hashing.ts';
import { algorithmOf } from './der.ts';
import { signatures } from './oids.ts';
import type { TimestampDigest } from './oids.ts';
import type { Certificate } from './certificate.ts';
import type { CertifiedKey, Curve } from './public-key.ts';

const ecdsa = { p256, p384, p521 } as const;

/** What stands before a digest in a signature of PKCS #1: its DigestInfo (RFC 8017, 9.2). */
const digest_heads: Readonly<Record<TimestampDigest, Uint8Array>> = {
  sha256: bytesOfHex('3031300d060960864801650304020105000420'),
  sha384: bytesOfHex('3041300d060960864801650304020205000430'),
  sha512: bytesOfHex('3051300d060960864801650304020305000440'),
};

/** Whether a key signed bytes: RSA (PKCS #1 v1.5), ECDSA or Ed25519, which has its own digest. */
export function isSignatureOf(
  key: CertifiedKey,
  digest: TimestampDigest,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (key.kind === 'ed25519') return isSignedBy(signed, signature, key.point);
  const hash = hashOf(digest, signed);
  if (key.kind === 'ec') return isEcdsa(key.curve, key.point, hash, signature);
  return isRsa(key, concat([digest_heads[digest], hash]), signature);
}

/** Whether a certificate was signed with the key of another. */
export function isIssuedWith(certificate: Certificate, { key }: Certificate): boolean {
  const [kind, named] = signatures[algorithmOf(certificate.algorithm) ?? ''] ?? [];
  if (kind !== key.kind || named === undefined) return false;
  // A certificate names its digest, but for Ed25519, whose own it is.
  if (named === null && kind !== 'ed25519') return false;
  const { signed, signature } = certificate;
  return isSignatureOf(key, named ?? 'sha512', signed, signature);
}

function isEcdsa(curve: Curve, point: Uint8Array, hash: Uint8Array, signature: Uint8Array) {
  try {
    // The higher of the two values of s is as good here: nothing hangs on there being one.
    const how = { prehash: false, lowS: false, format: 'der' } as const;
    return ecdsa[curve].verify(signature, hash, point, how);
  } catch {
    return false;
  }
}

/** The padded digest is made and compared as a whole: nothing of it is parsed. */
function isRsa(
  { modulus, exponent }: Extract<CertifiedKey, { kind: 'rsa' }>,
  digest_info: Uint8Array,
  signature: Uint8Array,
): boolean {
  const length = Math.ceil(modulus.toString(16).length / 2);
  if (signature.length !== length || length < digest_info.length + 11) return false;
  const value = BigInt(`0x${hexOf(signature)}`);
  if (value >= modulus) return false;
  const padding = new Uint8Array(length - digest_info.length - 3).fill(0xff);
  const expected = concat([Uint8Array.of(0, 1), padding, Uint8Array.of(0), digest_info]);
  const found = power(value, exponent, modulus)
    .toString(16)
    .padStart(2 * length, '0');
  return sameBytes(bytesOfHex(found), expected);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left % 2n === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
