import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../model/issue.ts';

const key_bytes_min = 32;

/**
 * The key of the pseudonyms. A given file is used as it is; without one each snapshot folder
 * gets a key of its own, readable by its owner alone, so that people cannot be linked across
 * snapshots by accident. A damaged key is never replaced in silence: the people of earlier
 * reports would become others.
 */
export async function readPersonKey(file: string | undefined, folder: string): Promise<Uint8Array> {
  const path = file ?? join(folder, 'person.key');
  const found = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error) && found.length >= key_bytes_min) {
    if (file === undefined) await chmod(path, 0o600);
    return found;
  }
  const absent = found instanceof Error && found.code === 'ENOENT';
  if (file !== undefined || !absent) {
    throw new PolyprismError('key.unusable', { path, bytes: key_bytes_min });
  }
  const key = randomBytes(key_bytes_min);
  await writeFile(path, key, { mode: 0o600 });
  return key;
}
