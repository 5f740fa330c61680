import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../model/issue.ts';

/**
 * Files and folders of the repository that the console is built of. Its build refuses to bundle
 * any other, so that what is built is as new as these are.
 */
export const consoleSources: readonly string[] = [
  'console',
  'package-lock.json',
  'src/evidence',
  'src/model',
  'src/network/explorer',
  'src/server/client.ts',
  'src/server/contract',
];

/** Digest of the sources under a root, of names and content: times say nothing after a clone. */
export async function consoleDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of consoleSources) {
    for (const path of await filesUnder(root, source)) {
      const bytes = await readFile(join(root, path));
      hash.update(`${path}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path];
  const found = await readdir(join(root, path), { withFileTypes: true });
  const below = await Promise.all(
    found
      .filter(({ name }) => !/^dist|^node_modules$|^\./.test(name))
      .map(async (one) => {
        const inner = `${path}/${one.name}`;
        return one.isDirectory() ? await filesUnder(root, inner) : [inner];
      }),
  );
  return below.flat().toSorted(compareText);
}
