import { seal, unseal } from '../auth/seal.ts';

/** How somebody who complained can be reached. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** Sealed for one matter: put beside another it cannot be read. */
export function sealContact(key: Uint8Array, matter_id: string, contact: Contact): string {
  return seal(key, JSON.stringify(contact), `contact ${matter_id}`);
}

/** Null where it was not sealed by this installation for this matter. */
export function readContact(key: Uint8Array, matter_id: string, sealed: string): Contact | null {
  const text = unseal(key, sealed, `contact ${matter_id}`);
  if (text === null) return null;
  // Sealed above.
  return JSON.parse(text) as Contact;
}
