import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import { forgetAccount, writeAccount } from './folder-account.ts';
import type { AccountedObject } from './folder-account.ts';
import { below } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';
import { putFile } from './put-file.ts';
import type { Storage } from './storage.ts';

/** Sends all files of a folder, and its account when they are there. */
export async function sendFolder(
  storage: Storage,
  folder: string,
  to: ObjectUrl,
  progress?: OnProgress,
): Promise<void> {
  await forgetAccount(storage, to);
  const objects: AccountedObject[] = [];
  const paths = await filesOf(folder);
  for (const [done, path] of paths.entries()) {
    const total = paths.length;
    progress?.({ step: 'send', subject: path, done, total, unit: 'items', rows: 0 });
    const { bytes, sha256 } = await putFile(storage, below(to, path), join(folder, path));
    objects.push({ path, bytes, sha256 });
  }
  await writeAccount(storage, to, objects);
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length))
    .toSorted(compareText);
}
