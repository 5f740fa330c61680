import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from './inspection-folder.ts';
import type { InspectionPlace } from './inspection-folder.ts';

/** Bytes of what an inspection left: not of its inputs, which are raw files and counted as such. */
export async function folderBytes(place: InspectionPlace, id: string): Promise<number> {
  const folder = folderOf(place, id);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'input/')));
  const sizes = await Promise.all(own.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
