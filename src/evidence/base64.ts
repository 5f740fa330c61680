import { latin1Text } from './bytes.ts';

/** The bytes of standard Base64 (RFC 4648, section 4); null unless written in its one right way. */
export function bytesOfBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return base64Of(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(latin1Text(bytes));
}
