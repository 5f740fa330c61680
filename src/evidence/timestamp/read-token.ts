import { hexOf, latin1Text } from '../bytes.ts';
import { limits } from '../../model/limits.ts';
import { algorithmOf, contentOf, der, inside, isNumber, oidOf, readDer } from './der.ts';
import type { Der } from './der.ts';
import { oids } from './oids.ts';

/** A token of RFC 3161 taken apart; nothing of it verified. */
export interface TimestampToken {
  /** What is signed over: TSTInfo in DER. */
  readonly info: Uint8Array;
  readonly imprint: { readonly algorithm: string; readonly hash: Uint8Array };
  readonly policy: string;
  /** Hexadecimal. */
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The number of the request, hexadecimal; null where it is not repeated. */
  readonly nonce: string | null;
  /** Certificates the token brings, DER. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: {
    /** Issuer and serial number, DER. */
    readonly issuer: Uint8Array;
    readonly serial: Uint8Array;
    readonly digest: string;
    /** DER, as the token has them. */
    readonly attributes: Uint8Array;
    readonly algorithm: string;
    readonly signature: Uint8Array;
  };
}

/** Reads a TimeStampToken, or a granted response with one; null for anything else. */
export function readToken(bytes: Uint8Array): TimestampToken | null {
  if (bytes.length > limits.timestamp_bytes_max) return null;
  const outer = inside(readDer(bytes), der.sequence);
  if (!outer) return null;
  const token = outer[0]?.tag === der.sequence ? granted(outer) : outer;
  if (token?.length !== 2 || oidOf(token[0]) !== oids.signed_data) return null;
  return readSigned(inside(inside(token[1], der.zero)?.[0], der.sequence));
}

/** The token in a TimeStampResp whose status is granted, with changes or without. */
function granted(response: readonly Der[]): readonly Der[] | null {
  const status = inside(response[0], der.sequence)?.[0];
  if (response.length !== 2 || ![0, 1].some((one) => isNumber(status, one))) return null;
  return inside(response[1], der.sequence);
}

function readSigned(data: readonly Der[] | null): TimestampToken | null {
  const encapsulated = inside(data?.[2], der.sequence);
  // CMS asks for 3; real authorities write 1.
  if (!data || ![1, 3].some((one) => isNumber(data[0], one))) return null;
  if (oidOf(encapsulated?.[0]) !== oids.timestamp_info) return null;
  const info = contentOf(inside(encapsulated?.[1], der.zero)?.[0], der.octets);
  const brought = data.slice(3, -1).find(({ tag }) => tag === der.zero);
  const certificates = brought ? inside(brought, der.zero) : [];
  const signers = inside(data.at(-1), der.set);
  if (!info || !certificates || signers?.length !== 1) return null;
  const signer = readSigner(inside(signers[0], der.sequence));
  const stated = readInfo(info);
  if (!signer || !stated || algorithmOf(inside(data[1], der.set)?.[0]) !== signer.digest)
    return null;
  return { info, ...stated, certificates: certificates.map(({ whole }) => whole), signer };
}

function readSigner(fields: readonly Der[] | null): TimestampToken['signer'] | null {
  const [version, sid, digestId, attributes, signatureId, signature] = fields ?? [];
  const [issuer, serial, ...more] = inside(sid, der.sequence) ?? [];
  const digest = algorithmOf(digestId);
  const algorithm = algorithmOf(signatureId);
  const value = contentOf(signature, der.octets);
  if (
    !isNumber(version, 1) ||
    !issuer ||
    !serial ||
    more.length > 0 ||
    attributes?.tag !== der.zero
  )
    return null;
  if (digest === null || algorithm === null || value === null) return null;
  return {
    issuer: issuer.whole,
    serial: serial.whole,
    digest,
    attributes: attributes.whole,
    algorithm,
    signature: value,
  };
}

function readInfo(
  info: Uint8Array,
): Pick<TimestampToken, 'imprint' | 'policy' | 'serial' | 'time' | 'nonce'> | null {
  const [version, policyId, imprint, serial, at, ...optional] =
    inside(readDer(info), der.sequence) ?? [];
  if (!isNumber(version, 1)) return null;
  const [algorithmId, hash] = inside(imprint, der.sequence) ?? [];
  const algorithm = algorithmOf(algorithmId);
  const [bytes, policy] = [contentOf(hash, der.octets), oidOf(policyId)];
  const [number, time] = [contentOf(serial, der.integer), timeOf(contentOf(at, der.time))];
  if (algorithm === null || !bytes || policy === null || !number || time === null) return null;
  const serialText = hexOf(number);
  // Accuracy and ordering may stand before it; neither is a number.
  const nonce = contentOf(
    optional.find(({ tag }) => tag === der.integer),
    der.integer,
  );
  const hexOrNull = nonce && hexOf(nonce);
  return {
    imprint: { algorithm, hash: bytes },
    policy,
    serial: serialText,
    time,
    nonce: hexOrNull,
  };
}

/** GeneralizedTime in UTC, as RFC 3161 wants it: 20261128223148.5Z. */
function timeOf(content: Uint8Array | null): string | null {
  const text = latin1Text(content ?? new Uint8Array());
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // Date.parse takes 30 February for 2 March.
  const at = Date.parse(`${time}Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(time)) return null;
  return `${time}${fraction}Z`;
}
