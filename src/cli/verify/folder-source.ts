import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagEntry, BagSource } from '../../evidence/verify/bag-source.ts';
import { PolyprismError, compareText } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';

/** A bag in a folder, listed without following links and no further than the limits go. */
export async function folderSource(folder: string): Promise<BagSource> {
  const found = await lstat(join(folder, 'bagit.txt')).catch(() => null);
  if (!found) throw new PolyprismError('bag.not_found', { path: folder });
  const entries: BagEntry[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const { size } = await lstat(join(folder, path));
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
      entries.push({ path, kind, bytes: size });
      // One level more than may be shows that there are too many.
      if (kind === 'folder' && path.split('/').length <= limits.bag_depth_max) folders.push(path);
    }
    if (entries.length > 2 * limits.bag_files_max) break;
  }
  return {
    entries: entries.toSorted((a, b) => compareText(a.path, b.path)),
    read: (path) => createReadStream(join(folder, path)),
  };
}
