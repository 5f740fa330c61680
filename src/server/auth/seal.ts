import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Before what is sealed this way; texts sealed before there was a version have none. */
const version = 'v1.';

/** A text only this installation can read again, tied to what it belongs to (AES-256-GCM). */
export function seal(key: Uint8Array, text: string, belongs_to: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongs_to));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null where it was changed, or belongs to something else. */
export function unseal(key: Uint8Array, sealed: string, belongs_to: string): string | null {
  const text = sealed.startsWith(version) ? sealed.slice(version.length) : sealed;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(belongs_to))
      .setAuthTag(bytes.subarray(12, 28));
    const open = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return open.toString('utf8');
  } catch {
    return null;
  }
}
