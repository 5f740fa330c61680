import { hexOf, latin1Text, utf8TextOrNull } from '../bytes.ts';
import { bitsOf, contentOf, der, inside, oidOf, readDer } from './der.ts';
import type { Der } from './der.ts';
import { keyOf } from './public-key.ts';
import type { CertifiedKey } from './public-key.ts';

/** An X.509 certificate (RFC 5280) taken apart; nothing of it verified. */
export interface Certificate {
  /** All of it, DER. */
  readonly raw: Uint8Array;
  /** DER, as they stand in it. */
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** `O=Example, CN=TSA`. */
  readonly subject_text: string;
  /** Milliseconds since 1970. */
  readonly from_ms: number;
  readonly to_ms: number;
  readonly key: CertifiedKey;
  /** Extended key usages as object identifiers in hexadecimal; null where it names none. */
  readonly extended_usages: readonly string[] | null;
  /** May it issue others: basic constraints, and a key usage that does not say otherwise. */
  readonly issues: boolean;
  /** What its issuer signed, with the signature and its algorithm, DER. */
  readonly signed: Uint8Array;
  readonly algorithm: Der;
  readonly signature: Uint8Array;
}

const extension = {
  /** 2.5.29.15, .19 and .37 */
  key_usage: '551d0f',
  basic_constraints: '551d13',
  extended_key_usage: '551d25',
} as const;

/** keyCertSign is the sixth bit of key usage (RFC 5280, section 4.2.1.3). */
const cert_sign = 0x04;

/** The certificate that bytes are; null when they are none, or of a key that is not read. */
export function readCertificate(raw: Uint8Array): Certificate | null {
  const [body, algorithm, signature, ...more] = inside(readDer(raw), der.sequence) ?? [];
  const fields = inside(body, der.sequence);
  if (!body || !algorithm || !fields || more.length > 0) return null;
  const [serial, named, issuer, validity, subject, spki, ...rest] =
    fields[0]?.tag === der.zero ? fields.slice(1) : fields;
  const bits = bitsOf(signature);
  if (!serial || !named || !issuer || !subject || !bits) return null;
  // The algorithm stands twice, once signed.
  if (hexOf(named.whole) !== hexOf(algorithm.whole)) return null;
  const [from_ms, to_ms] = (inside(validity, der.sequence) ?? []).map(timeMs);
  const key = keyOf(spki);
  const extensions = extensionsOf(rest.find(({ tag }) => tag === der.three));
  if (!key || !extensions || typeof from_ms !== 'number' || typeof to_ms !== 'number') return null;
  return {
    raw,
    serial: serial.whole,
    issuer: issuer.whole,
    subject: subject.whole,
    subject_text: nameText(subject),
    from_ms,
    to_ms,
    key,
    extended_usages: usagesOf(extensions.get(extension.extended_key_usage)),
    issues: mayIssue(extensions),
    signed: body.whole,
    algorithm,
    signature: bits,
  };
}

function extensionsOf(outer: Der | undefined): Map<string, Uint8Array> | null {
  const found = new Map<string, Uint8Array>();
  if (!outer) return found;
  for (const one of inside(inside(outer, der.three)?.[0], der.sequence) ?? []) {
    const parts = inside(one, der.sequence) ?? [];
    const name = oidOf(parts[0]);
    const value = contentOf(parts.at(-1), der.octets);
    if (name === null || !value || found.has(name)) return null;
    found.set(name, value);
  }
  return found;
}

function usagesOf(value: Uint8Array | undefined): readonly string[] | null {
  if (!value) return null;
  return (inside(readDer(value), der.sequence) ?? []).map((one) => oidOf(one) ?? '');
}

function mayIssue(extensions: ReadonlyMap<string, Uint8Array>): boolean {
  const constraints = extensions.get(extension.basic_constraints);
  const [first] = (constraints && inside(readDer(constraints), der.sequence)) || [];
  if (contentOf(first, der.boolean)?.[0] !== 0xff) return false;
  const usage = extensions.get(extension.key_usage);
  const bits = usage && contentOf(readDer(usage), der.bits);
  return usage === undefined || ((bits?.[1] ?? 0) & cert_sign) !== 0;
}

/** UTCTime (of 1950 to 2049) or GeneralizedTime, both in UTC with seconds. */
function timeMs(value: Der): number | null {
  const text = latin1Text(value.content);
  const short = value.tag === der.short_time;
  if (!short && value.tag !== der.time) return null;
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(short ? century + text : text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

const attributes: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '55040a': 'O',
  '55040b': 'OU',
};

function nameText(name: Der): string {
  const parts = (inside(name, der.sequence) ?? []).flatMap((set) =>
    (inside(set, der.set) ?? []).map((pair) => {
      const [id, value] = inside(pair, der.sequence) ?? [];
      const oid = oidOf(id) ?? '';
      return `${attributes[oid] ?? oid}=${value ? textOf(value) : ''}`;
    }),
  );
  return parts.join(', ');
}

/** One character a byte in the older kinds of text; what would not be seen is shown as such. */
function textOf({ tag, content }: Der): string {
  const text = tag === der.utf8 ? utf8TextOrNull(content) : null;
  return (text ?? latin1Text(content)).replaceAll(/\p{C}/gu, '\ufffd');
}
