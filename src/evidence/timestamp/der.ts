import { hexOf } from '../bytes.ts';

/** One value of ASN.1 in DER (X.690), of the kinds timestamps are made of. */
export interface Der {
  /** The identifier octet: class, constructed, number. */
  readonly tag: number;
  /** All of it, header and content. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

export const der = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  short_time: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** [0], [1] and [3], constructed. */
  zero: 0xa0,
  one: 0xa1,
  three: 0xa3,
} as const;

/** The one value that bytes are; null when they are none, or more than one. */
export function readDer(bytes: Uint8Array): Der | null {
  const [only, ...more] = readAll(bytes) ?? [];
  return more.length === 0 ? (only ?? null) : null;
}

/** The values inside a value with the tag; null when it has another, or no values inside. */
export function inside(value: Der | null | undefined, tag: number): readonly Der[] | null {
  return value?.tag === tag ? readAll(value.content) : null;
}

/** The content of a value with the tag. */
export function contentOf(value: Der | null | undefined, tag: number): Uint8Array | null {
  return value?.tag === tag ? value.content : null;
}

/** An object identifier in hexadecimal: enough to tell one from another. */
export function oidOf(value: Der | null | undefined): string | null {
  const content = contentOf(value, der.oid);
  return content && hexOf(content);
}

/** An algorithm without parameters, by its identifier. */
export function algorithmOf(value: Der | null | undefined): string | null {
  const [id, parameters, ...more] = inside(value, der.sequence) ?? [];
  const none = parameters === undefined || hexOf(parameters.whole) === null_value;
  return none && more.length === 0 ? oidOf(id) : null;
}

/** The whole bytes of a bit string; null for one that ends within a byte. */
export function bitsOf(value: Der | null | undefined): Uint8Array | null {
  const content = contentOf(value, der.bits);
  return content?.[0] === 0 ? content.subarray(1) : null;
}

/** Whether a value is a small number. */
export function isNumber(value: Der | null | undefined, number: number): boolean {
  const content = contentOf(value, der.integer);
  return content?.length === 1 && content[0] === number;
}

const null_value = '0500';

function readAll(bytes: Uint8Array): Der[] | null {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const one = readAt(bytes, at);
    if (one === null) return null;
    found.push(one);
    at += one.whole.length;
  }
  return found;
}

function readAt(bytes: Uint8Array, at: number): Der | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  // Numbers of tags beyond 30 and lengths to be found by reading on are in no timestamp.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80)
    return null;
  const digits = first < 0x80 ? 0 : first & 0x7f;
  if (digits > 4 || at + 2 + digits > bytes.length) return null;
  const long = bytes.subarray(at + 2, at + 2 + digits);
  const length = digits === 0 ? first : long.reduce((sum, byte) => sum * 256 + byte, 0);
  // The shortest form is the only one.
  if (digits > 0 && (length < 0x80 || long[0] === 0)) return null;
  const start = at + 2 + digits;
  if (start + length > bytes.length) return null;
  const whole = bytes.subarray(at, start + length);
  return { tag, whole, content: bytes.subarray(start, start + length) };
}
