import { limits } from '../../model/limits.ts';
import { utf8Bytes } from '../bytes.ts';

/** Why a path of a bag is refused: it leads elsewhere, deceives, or does not travel. */
export type NameFlaw = 'escape' | 'characters' | 'long' | 'deep' | 'reserved';

/** Devices of Windows, whatever their extension: a bag is opened on every system. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function nameFlaw(path: string): NameFlaw | null {
  if (utf8Bytes(path).length > limits.bag_path_bytes_max) return 'long';
  const parts = path.split('/');
  if (parts.length > limits.bag_depth_max) return 'deep';
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'escape';
  // % has another meaning in a manifest; the others are refused by some file system, or unseen.
  if (/[\p{C}\\:*?"<>|%]|\p{Zl}|\p{Zp}/u.test(path) || !path.isWellFormed()) return 'characters';
  if (path.normalize('NFC') !== path) return 'characters';
  if (parts.some((part) => /^ |[ .]$/.test(part) || devices.test(part))) return 'reserved';
  return null;
}

/**
 * Paths of which a file system that folds case or Unicode forms would make one, or a file of one
 * and a folder of the other: what one machine unpacks another would overwrite.
 */
export function clashingNames(paths: readonly string[]): string[] {
  const owners = new Map<string, string>();
  const clashing: string[] = [];
  const kinds = new Map<string, 'file' | 'folder'>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const part = parts.slice(0, length).join('/');
      const folded = part.normalize('NFKC').toLowerCase().normalize('NFKC');
      const kind = length === parts.length ? 'file' : 'folder';
      const owner = owners.get(folded);
      const twice = kind === 'file' && owner !== undefined;
      if (twice || (owner ?? part) !== part || (kinds.get(folded) ?? kind) !== kind) {
        clashing.push(path);
        break;
      }
      owners.set(folded, part);
      kinds.set(folded, kind);
    }
  }
  return clashing;
}
