import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../model/limits.ts';
import { listObjects } from './list-objects.ts';
import { below, isFilePath } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';
import { deleteObject } from './put-file.ts';
import { readObject } from './read-object.ts';
import type { Storage } from './storage.ts';
import type { StoredObject } from './stored-object.ts';

/** Brings what another program left directly in a folder, of which there is no account. */
export async function fetchBelow(storage: Storage, folder: ObjectUrl, into: string): Promise<void> {
  await mkdir(into, { recursive: true, mode: 0o700 });
  for (const object of await listed(storage, folder)) {
    const name = object.key.slice(below(folder, '').key.length);
    // Some programs leave an empty object for the folder itself.
    if (!isFilePath(name) || name.includes('/')) continue;
    await writeFile(join(into, name), readObject(storage, object), { mode: 0o600 });
  }
}

/** Deletes the object of that key and all below it, even where the run was given up. */
export async function deleteAt(storage: Storage, url: ObjectUrl): Promise<void> {
  const { signal: _, ...still } = storage;
  for (const object of await listed(still, url)) await deleteObject(still, object);
  await deleteObject(still, url);
}

async function listed(storage: Storage, folder: ObjectUrl): Promise<readonly StoredObject[]> {
  return await listObjects(storage, below(folder, ''), limits);
}
