import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Folders of a workspace that go with the tables: what was sent, and what was made of it. */
export const keptFolders = ['raw', 'uploads', 'inspections'] as const;

/** Files below these folders of a workspace or a backup, by their paths with slashes, in order. */
export function keptPaths(folder: string): string[] {
  return keptFolders
    .map((name) => join(folder, name))
    .filter((top) => existsSync(top))
    .flatMap((top) => readdirSync(top, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}

/** Not a draft, and not of a try that may still become something or nothing. */
export function isWhole(path: string): boolean {
  return path.split('/').every((part) => !part.startsWith('.') && part !== 'tries');
}

export interface CopiedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Copies a file to the disk, a part at a time; null where it is gone by now. */
export async function copyFile(from: string, to: string): Promise<CopiedFile | null> {
  const source = await open(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (source === null) return null;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const target = await open(to, 'wx', 0o600);
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of source.createReadStream({ highWaterMark: 1024 * 1024 })) {
      const data: Buffer = part;
      digest.update(data);
      bytes += data.length;
      await target.writeFile(data);
    }
    await target.sync();
  } finally {
    await target.close();
    await source.close();
  }
  return { sha256: digest.digest('hex'), bytes };
}
