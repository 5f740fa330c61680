import { bytesOfHex, concat } from '../bytes.ts';
import { hashOf } from '../hashing.ts';

/** SHA-256 as an algorithm in DER: its object identifier and NULL. */
const sha256_algorithm = bytesOfHex('300d06096086480165030402010500');
const version_1 = bytesOfHex('020101');
const with_certificate = bytesOfHex('0101ff');

/**
 * What an authority is asked (RFC 3161, section 2.4.1): a timestamp of the SHA-256 of bytes, with
 * its certificate, and with a number that makes the answer one to this request.
 */
export function timestampRequest(stamped: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = value(0x30, [sha256_algorithm, value(0x04, [hashOf('sha256', stamped)])]);
  return value(0x30, [version_1, imprint, value(0x02, [positive(nonce)]), with_certificate]);
}

/** Bytes as a whole number above zero in its shortest form. */
export function positive(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first < 0) throw new RangeError('a nonce of nothing but zeros');
  const short = bytes.subarray(first);
  return (short[0] ?? 0) >= 0x80 ? concat([Uint8Array.of(0), short]) : short;
}

/** DER of fewer than 128 bytes, which a request always is. */
function value(tag: number, parts: readonly Uint8Array[]): Uint8Array {
  const content = concat(parts);
  if (content.length > 127) throw new RangeError(`a value of ${content.length} bytes`);
  return concat([Uint8Array.of(tag, content.length), content]);
}
