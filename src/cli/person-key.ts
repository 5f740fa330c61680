import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../model/issue.ts';

const key_bytes_min = 32;

/**
 * The key of the pseudonyms. A given file is used as it is; without one each snapshot folder
 * gets a key of its own, readable by its owner alone, so that people cannot be linked across
 * snapshots by accident.
 */
export async function readPersonKey(file: string | undefined, folder: string): Promise<Uint8Array> {
  const path = file ?? join(folder, 'person.key');
  const found = await readFile(path).catch(() => null);
  if (found && found.length >= key_bytes_min) return found;
  if (file !== undefined) {
    throw new PolyprismError('key.unusable', { path: file, bytes: key_bytes_min });
  }
  const key = randomBytes(key_bytes_min);
  await writeFile(path, key, { mode: 0o600 });
  return key;
}
