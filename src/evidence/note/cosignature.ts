import type { KeyObject } from 'node:crypto';
import { isSignedBy, signBytes, signature_bytes } from '../ed25519.ts';

const time_bytes = 8;

/**
 * Whether a witness signed a checkpoint's text at the time the signature states: C2SP
 * tlog-cosignature. It says that the witness saw no other history of the log until then.
 */
export function isCosignatureOf(text: string, bytes: Uint8Array, key: KeyObject): boolean {
  const time_s = cosignedAt(bytes);
  if (time_s === null) return false;
  return isSignedBy(cosigned(text, time_s), bytes.subarray(time_bytes), key);
}

/** Seconds since 1970 that a cosignature states; null when it has not the form of one. */
export function cosignedAt(bytes: Uint8Array): bigint | null {
  if (bytes.length !== time_bytes + signature_bytes) return null;
  const time_s = Buffer.from(bytes).readBigUInt64BE();
  return time_s < 2n ** 63n ? time_s : null;
}

export function cosign(text: string, time_s: bigint, key: KeyObject): Buffer {
  const head = Buffer.alloc(time_bytes);
  head.writeBigUInt64BE(time_s);
  return Buffer.concat([head, signBytes(cosigned(text, time_s), key)]);
}

function cosigned(text: string, time_s: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time_s}\n${text}`);
}
