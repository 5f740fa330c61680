import { isUtf8 } from 'node:buffer';

/** What is wrong with the name of an archive entry; null when nothing is. */
export type NameFlaw = 'escape' | 'absolute' | 'control';

/**
 * Entries are never unpacked to disk under their names, so no name can do harm here; but one
 * that tries shows an archive made to deceive.
 */
export function nameFlaw(name: string): NameFlaw | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x1f\x7f]/.test(name)) return 'control';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'absolute';
  return name.split('/').includes('..') ? 'escape' : null;
}

/** Decodes an entry's name: UTF-8 where it says so or fits, else what Chinese Windows writes. */
export function decodeEntryName(raw: Uint8Array): string {
  const charset = isUtf8(raw) ? 'utf-8' : 'gb18030';
  return new TextDecoder(charset).decode(raw).replaceAll('\\', '/');
}
