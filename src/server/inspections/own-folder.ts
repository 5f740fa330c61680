import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from './inspection-folder.ts';
import type { InspectionPlace } from './inspection-folder.ts';

const tries = 'tries';

/**
 * Works in a folder that nobody else writes to, and that is gone afterwards. What earlier tries
 * left goes first: they hold raw values, and one that still runs has lost its claim.
 */
export async function inOwnFolder(
  place: InspectionPlace,
  id: string,
  work: (own: string) => Promise<void>,
): Promise<void> {
  const all = join(folderOf(place, id), tries);
  const own = join(all, randomUUID());
  await removed(all);
  await mkdir(own, { recursive: true, mode: 0o700 });
  try {
    await work(own);
  } finally {
    await removed(own);
  }
}

/** A try that still runs may write while it is removed: what is left goes with the next. */
async function removed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** Puts what a try made in the place of what the inspection has. */
export async function putInPlace(place: InspectionPlace, id: string, own: string): Promise<void> {
  const folder = folderOf(place, id);
  for (const name of await readdir(own)) {
    await rm(join(folder, name), { recursive: true, force: true });
    await rename(join(own, name), join(folder, name));
  }
}
