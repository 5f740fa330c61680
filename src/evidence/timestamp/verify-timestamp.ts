import { X509Certificate, hash, verify } from 'node:crypto';
import { algorithmOf, contentOf, der, inside, oidOf, readDer } from './der.ts';
import type { Der } from './der.ts';
import { digests, oids, signatures } from './oids.ts';
import { readToken } from './read-token.ts';
import type { TimestampToken } from './read-token.ts';

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

/** id-kp-timeStamping */
const for_timestamps = '1.3.6.1.5.5.7.3.8';

/**
 * Whether an authority that is trusted says that these bytes existed at a time: RFC 3161, section
 * 2.4.2. Trusted is the certificate that signed, or the one that issued it; whether it was revoked
 * is not asked, which would take a network.
 */
export function verifyTimestamp(
  token_bytes: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly X509Certificate[],
): TimestampVerdict {
  const token = readToken(token_bytes);
  if (!token) return { flaw: 'malformed' };
  const imprint = digests[token.imprint.algorithm];
  const digest = digests[token.signer.digest];
  const [kind, named] = signatures[token.signer.algorithm] ?? [];
  if (!imprint || !digest || kind === undefined) return { flaw: 'unknown_algorithm' };
  if (named !== null && named !== digest) return { flaw: 'unknown_algorithm' };
  if (!hash(imprint, stamped, 'buffer').equals(token.imprint.hash))
    return { flaw: 'of_other_bytes' };
  const signer = signerOf(token, trusted);
  if (!signer) return { flaw: 'unknown_authority' };
  const { certificate, issuer } = signer;
  // Of Node's two key usages this is the extended one.
  if (certificate.keyUsage?.join() !== for_timestamps) return { flaw: 'not_for_timestamps' };
  if (![certificate, issuer].every((one) => isValidAt(one, token.time)))
    return { flaw: 'outside_validity' };
  if (!speaksOf(token, digest, certificate)) return { flaw: 'bad_signature' };
  if (certificate.publicKey.asymmetricKeyType !== kind) return { flaw: 'bad_signature' };
  const signed = Buffer.from(token.signer.attributes);
  signed[0] = der.set;
  const algorithm = kind === 'ed25519' ? null : digest;
  if (!verify(algorithm, signed, certificate.publicKey, token.signer.signature))
    return { flaw: 'bad_signature' };
  return { flaw: null, time: token.time, authority: certificate.subject.replaceAll('\n', ', ') };
}

/** The certificate that signed with the trusted one it rests on, which may be itself. */
function signerOf(
  token: TimestampToken,
  trusted: readonly X509Certificate[],
): { readonly certificate: X509Certificate; readonly issuer: X509Certificate } | null {
  const own = trusted.find((one) => isNamed(one.raw, token));
  if (own) return { certificate: own, issuer: own };
  const brought = token.certificates.find((one) => isNamed(one, token));
  const certificate = brought && certificateOf(brought);
  if (!certificate) return null;
  const issuer = trusted.find(
    (one) => one.ca && certificate.checkIssued(one) && certificate.verify(one.publicKey),
  );
  return issuer ? { certificate, issuer } : null;
}

/** Whether the token names this certificate, by issuer and serial number, as its signer's. */
function isNamed(certificate: Uint8Array, { signer }: TimestampToken): boolean {
  const body = inside(inside(readDer(certificate), der.sequence)?.[0], der.sequence) ?? [];
  const [serial, , issuer] = body[0]?.tag === der.zero ? body.slice(1) : body;
  if (!serial || !issuer) return false;
  return (
    Buffer.compare(serial.whole, signer.serial) === 0 &&
    Buffer.compare(issuer.whole, signer.issuer) === 0
  );
}

function certificateOf(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function isValidAt(certificate: X509Certificate, time: string): boolean {
  const at = Date.parse(time.replace(/(\.\d{3})\d+Z$/, '$1Z'));
  return certificate.validFromDate.getTime() <= at && at <= certificate.validToDate.getTime();
}

/** Whether the signed attributes are about this token's content and this certificate. */
function speaksOf(token: TimestampToken, digest: string, certificate: X509Certificate): boolean {
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
    hash(digest, token.info, 'buffer').equals(content) &&
    isSigningCertificate(attributes, certificate)
  );
}

/** The attribute that ties the signature to one certificate: RFC 2634 (SHA-1) or RFC 5035. */
function isSigningCertificate(
  attributes: ReadonlyMap<string, Der | undefined>,
  certificate: X509Certificate,
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
    hash(algorithm, certificate.raw, 'buffer').equals(expected)
  );
}
