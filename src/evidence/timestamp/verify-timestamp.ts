import { sameBytes } from '../bytes.ts';
import { hashOf } from '../hashing.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { algorithmOf, contentOf, der, inside, oidOf, readDer } from './der.ts';
import type { Der } from './der.ts';
import { digests, oids, signatures } from './oids.ts';
import type { TimestampDigest } from './oids.ts';
import { readToken } from './read-token.ts';
import type { TimestampToken } from './read-token.ts';
import { isIssuedWith, isSignatureOf } from './verify-signature.ts';

/** What is wrong with a timestamp: the first thing that was found. */
export type TimestampFlaw =
  | 'malformed'
  | 'of_other_bytes'
  | 'unknown_algorithm'
  | 'unknown_authority'
  | 'not_for_timestamps'
  | 'outside_validity'
  | 'bad_signature';

export type TimestampVerdict =
  | { readonly flaw: null; readonly time: string; readonly authority: string }
  | { readonly flaw: TimestampFlaw };

/**
 * Whether an authority that is trusted says that these bytes existed at a time: RFC 3161, section
 * 2.4.2. Trusted is the certificate that signed, or the one that issued it; whether it was revoked
 * is not asked, which would take a network.
 */
export function verifyTimestamp(
  token_bytes: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Certificate[],
): TimestampVerdict {
  const token = readToken(token_bytes);
  if (!token) return { flaw: 'malformed' };
  const imprint = digests[token.imprint.algorithm];
  const digest = digests[token.signer.digest];
  const [kind, named] = signatures[token.signer.algorithm] ?? [];
  if (!imprint || !digest || kind === undefined) return { flaw: 'unknown_algorithm' };
  if (named !== null && named !== digest) return { flaw: 'unknown_algorithm' };
  if (!sameBytes(hashOf(imprint, stamped), token.imprint.hash)) return { flaw: 'of_other_bytes' };
  const signer = signerOf(token, trusted);
  if (!signer) return { flaw: 'unknown_authority' };
  const { certificate, issuer } = signer;
  if (certificate.extended_usages?.join() !== oids.for_timestamps)
    return { flaw: 'not_for_timestamps' };
  if (![certificate, issuer].every((one) => isValidAt(one, token.time)))
    return { flaw: 'outside_validity' };
  if (!speaksOf(token, digest, certificate)) return { flaw: 'bad_signature' };
  if (certificate.key.kind !== kind) return { flaw: 'bad_signature' };
  const signed = Uint8Array.from(token.signer.attributes);
  signed[0] = der.set;
  if (!isSignatureOf(certificate.key, digest, signed, token.signer.signature))
    return { flaw: 'bad_signature' };
  return { flaw: null, time: token.time, authority: certificate.subject_text };
}

/** The certificate that signed with the trusted one it rests on, which may be itself. */
function signerOf(
  token: TimestampToken,
  trusted: readonly Certificate[],
): { readonly certificate: Certificate; readonly issuer: Certificate } | null {
  const own = trusted.find((one) => isNamed(one.raw, token));
  if (own) return { certificate: own, issuer: own };
  const brought = token.certificates.find((one) => isNamed(one, token));
  const certificate = brought && readCertificate(brought);
  if (!certificate) return null;
  const issuer = trusted.find(
    (one) =>
      one.issues && sameBytes(one.subject, certificate.issuer) && isIssuedWith(certificate, one),
  );
  return issuer ? { certificate, issuer } : null;
}

/** Whether the token names this certificate, by issuer and serial number, as its signer's. */
function isNamed(certificate: Uint8Array, { signer }: TimestampToken): boolean {
  const body = inside(inside(readDer(certificate), der.sequence)?.[0], der.sequence) ?? [];
  const [serial, , issuer] = body[0]?.tag === der.zero ? body.slice(1) : body;
  if (!serial || !issuer) return false;
  return sameBytes(serial.whole, signer.serial) && sameBytes(issuer.whole, signer.issuer);
}

function isValidAt({ from_ms, to_ms }: Certificate, time: string): boolean {
  const at = Date.parse(time.replace(/(\.\d{3})\d+Z$/, '$1Z'));
  return from_ms <= at && at <= to_ms;
}

/** Whether the signed attributes are about this token's content and this certificate. */
function speaksOf(
  token: TimestampToken,
  digest: TimestampDigest,
  certificate: Certificate,
): boolean {
  const attributes = new Map<string, Der | undefined>();
  for (const attribute of inside(readDer(token.signer.attributes), der.zero) ?? []) {
    const [id, values] = inside(attribute, der.sequence) ?? [];
    const [value, ...more] = inside(values, der.set) ?? [];
    const name = oidOf(id);
    if (name === null || more.length > 0 || attributes.has(name)) return false;
    attributes.set(name, value);
  }
  const content = contentOf(attributes.get(oids.message_digest), der.octets);
  return (
    oidOf(attributes.get(oids.content_type)) === oids.timestamp_info &&
    content !== null &&
    sameBytes(hashOf(digest, token.info), content) &&
    isSigningCertificate(attributes, certificate)
  );
}

/** The attribute that ties the signature to one certificate: RFC 2634 (SHA-1) or RFC 5035. */
function isSigningCertificate(
  attributes: ReadonlyMap<string, Der | undefined>,
  certificate: Certificate,
): boolean {
  const second = attributes.get(oids.signing_certificate_2);
  const listed = inside(second ?? attributes.get(oids.signing_certificate), der.sequence)?.[0];
  const fields = inside(inside(listed, der.sequence)?.[0], der.sequence) ?? [];
  const algorithmId = fields[0]?.tag === der.sequence ? algorithmOf(fields[0]) : null;
  const algorithm = second ? (algorithmId === null ? 'sha256' : digests[algorithmId]) : 'sha1';
  const expected = contentOf(
    fields.find(({ tag }) => tag === der.octets),
    der.octets,
  );
  return (
    algorithm !== undefined &&
    expected !== null &&
    sameBytes(hashOf(algorithm, certificate.raw), expected)
  );
}
