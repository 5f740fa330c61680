import { link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** What was kept: the name it has by its content, and its size. */
export interface RawFile {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Keeps a file that is on the disk whole, under its SHA-256 instead of its own name: once, whoever
 * sent it. What is kept is there after a power cut.
 */
export async function keepRaw(folder: string, path: string, sha256: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await link(path, rawPath(folder, sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  syncFolder(folder);
  await rm(path);
}

/** A digest and nothing else can name a file: no path leads out of the folder. */
export function rawPath(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('no digest of a file');
  return join(folder, sha256);
}
