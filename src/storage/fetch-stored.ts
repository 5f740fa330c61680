import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PolyprismError } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import { readAccount } from './folder-account.ts';
import type { AccountedObject } from './folder-account.ts';
import { below, placeOf } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';
import { readObject } from './read-object.ts';
import type { Storage } from './storage.ts';
import { findObject } from './stored-object.ts';

/**
 * Brings the object of that key, or the folder that was sent there, into a folder of this machine;
 * returns its path. Every file is held against the folder's account: `s3.damaged`.
 */
export async function fetchStored(
  storage: Storage,
  from: ObjectUrl,
  into: string,
  progress?: OnProgress,
): Promise<string> {
  const object = from.key.endsWith('/') ? null : await findObject(storage, from);
  if (object !== null) {
    const path = join(into, from.key.split('/').at(-1)!);
    await writeFile(path, readObject(storage, object));
    return path;
  }
  const { objects } = await readAccount(storage, from);
  const folder = join(into, 'folder');
  await mkdir(folder);
  for (const [done, one] of objects.entries()) {
    const [subject, total] = [one.path, objects.length];
    progress?.({ step: 'fetch', subject, done, total, unit: 'items', rows: 0 });
    await fetchFile(storage, below(from, one.path), one, folder);
  }
  return folder;
}

async function fetchFile(
  storage: Storage,
  url: ObjectUrl,
  { path, bytes, sha256 }: AccountedObject,
  folder: string,
): Promise<void> {
  const damaged = new PolyprismError('s3.damaged', {}, placeOf(url));
  const object = await findObject(storage, url);
  if (object?.bytes !== bytes) throw damaged;
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash('sha256');
  await writeFile(to, hashed(readObject(storage, object), hash));
  if (hash.digest('hex') !== sha256) throw damaged;
}

async function* hashed(
  source: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}
