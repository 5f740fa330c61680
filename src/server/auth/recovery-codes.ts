import { randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Ten codes of 80 random bits each, for whoever lost the second factor; each works once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    inGroups([...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length] ?? '').join('')),
  );
}

/** As it was written down, whatever case and hyphens it is typed with. */
export function recoveryCode(typed: string): string {
  return inGroups(typed.toUpperCase().replaceAll(/[^A-Z2-9]/g, ''));
}

function inGroups(chars: string): string {
  return [0, 4, 8, 12].map((at) => chars.slice(at, at + 4)).join('-');
}
