import { concat, utf8Bytes } from '../bytes.ts';
import { isSignedBy, signature_bytes } from '../ed25519.ts';
import type { PublicKey, SigningKey } from '../ed25519.ts';

const time_bytes = 8;

/**
 * Whether a witness signed a checkpoint's text at the time the signature states: C2SP
 * tlog-cosignature. It says that the witness saw no other history of the log until then.
 */
export function isCosignatureOf(text: string, bytes: Uint8Array, key: PublicKey): boolean {
  const time_s = cosignedAt(bytes);
  if (time_s === null) return false;
  return isSignedBy(cosigned(text, time_s), bytes.subarray(time_bytes), key);
}

/** Seconds since 1970 that a cosignature states; null when it has not the form of one. */
export function cosignedAt(bytes: Uint8Array): bigint | null {
  if (bytes.length !== time_bytes + signature_bytes) return null;
  const time_s = viewOf(bytes).getBigUint64(0);
  return time_s < 2n ** 63n ? time_s : null;
}

export function cosign(text: string, time_s: bigint, key: SigningKey): Uint8Array {
  const head = new Uint8Array(time_bytes);
  viewOf(head).setBigUint64(0, time_s);
  return concat([head, key.sign(cosigned(text, time_s))]);
}

function cosigned(text: string, time_s: bigint): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${time_s}\n${text}`);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
