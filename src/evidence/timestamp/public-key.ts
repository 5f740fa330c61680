import { hexOf } from '../bytes.ts';
import { bitsOf, contentOf, der, inside, oidOf, readDer } from './der.ts';
import type { Der } from './der.ts';

export type Curve = 'p256' | 'p384' | 'p521';

const curves: Readonly<Record<string, Curve>> = {
  /** 1.2.840.10045.3.1.7 */
  '2a8648ce3d030107': 'p256',
  /** 1.3.132.0.34 and .35 */
  '2b81040022': 'p384',
  '2b81040023': 'p521',
};

/** A public key as a certificate has it. */
export type CertifiedKey =
  | { readonly kind: 'rsa'; readonly modulus: bigint; readonly exponent: bigint }
  | { readonly kind: 'ec'; readonly curve: Curve; readonly point: Uint8Array }
  | { readonly kind: 'ed25519'; readonly point: Uint8Array };

/** 1.2.840.113549.1.1.1, 1.2.840.10045.2.1 and 1.3.101.112 */
const kinds = { rsa: '2a864886f70d010101', ec: '2a8648ce3d0201', ed25519: '2b6570' } as const;

/** RSA keys outside these are too weak, or made to keep a verifier busy. */
const rsa_bits = { least: 2_048, most: 8_192 } as const;

/** The key in a SubjectPublicKeyInfo; null for a kind that is not read. */
export function keyOf(spki: Der | null | undefined): CertifiedKey | null {
  const [algorithm, bits] = inside(spki, der.sequence) ?? [];
  const key = bitsOf(bits);
  const [id, parameters] = inside(algorithm, der.sequence) ?? [];
  const kind = oidOf(id);
  if (!key) return null;
  if (kind === kinds.rsa) return rsaKey(key);
  if (kind === kinds.ed25519) return key.length === 32 ? { kind: 'ed25519', point: key } : null;
  const curve = kind === kinds.ec ? curves[oidOf(parameters) ?? ''] : undefined;
  return curve === undefined ? null : { kind: 'ec', curve, point: key };
}

function rsaKey(bytes: Uint8Array): CertifiedKey | null {
  const [n, e] = inside(readDer(bytes), der.sequence) ?? [];
  const [modulus, exponent] = [numberOf(n), numberOf(e)];
  if (modulus === null || exponent === null) return null;
  const bits = modulus.toString(2).length;
  const sound = bits >= rsa_bits.least && bits <= rsa_bits.most && modulus % 2n === 1n;
  // As OpenSSL: an exponent is odd, and of 64 bits at most where the modulus is long.
  if (!sound || exponent < 3n || exponent % 2n === 0n || exponent >= 2n ** 64n) return null;
  return { kind: 'rsa', modulus, exponent };
}

/** A number that is not negative. */
function numberOf(value: Der | null | undefined): bigint | null {
  const content = contentOf(value, der.integer);
  if (!content || content.length === 0 || (content[0] ?? 0) >= 0x80) return null;
  return BigInt(`0x${hexOf(content)}`);
}
