import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestedStream } from '../../evidence/bag/bag-file.ts';
import type { BagContent, BagFile } from '../../evidence/bag/bag-file.ts';
import type { FileSource } from '../../intake/input/file-source.ts';
import { PolyprismError } from '../../model/issue.ts';

/** A new folder for a bag: never one that has something in it. */
export async function newBagFolder(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new PolyprismError('bag.folder_in_use', { path: folder });
  });
  if (found.length > 0) throw new PolyprismError('bag.folder_in_use', { path: folder });
  await mkdir(folder, { recursive: true });
}

export async function putContent(folder: string, { path, content }: BagContent): Promise<void> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, content, { flag: 'wx' });
}

/** Copies a file into the bag; its digests are those of the bytes that were written. */
export async function copyInto(folder: string, path: string, from: FileSource): Promise<BagFile> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true });
  if (from.path === undefined) await writeFile(to, from.open(), { flag: 'wx' });
  else await copyFile(from.path, to, constants.COPYFILE_EXCL);
  return await digestedStream(path, createReadStream(to));
}
