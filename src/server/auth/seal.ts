import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A text only this installation can read again, tied to what it belongs to (AES-256-GCM). */
export function seal(key: Uint8Array, text: string, belongs_to: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongs_to));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null where it was changed, or belongs to something else. */
export function unseal(key: Uint8Array, sealed: string, belongs_to: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(belongs_to))
      .setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return null;
  }
}
