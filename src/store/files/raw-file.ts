import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ReadStream } from 'node:fs';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import { syncFolder } from './sync-folder.ts';

/** What was kept: the name it has by its content, and its size. */
export interface RawFile {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes bytes under their SHA-256, whole or not at all: to a draft, to the disk, then renamed.
 * More than `bytes_max` is `store.file_too_large`, and leaves nothing.
 */
export async function keepRaw(
  folder: string,
  data: AsyncIterable<Uint8Array>,
  bytes_max: number,
): Promise<RawFile> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.draft-${process.pid}-${randomBytes(8).toString('hex')}`);
  const digest = createHash('sha256');
  let bytes = 0;
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const part of data) {
      bytes += part.length;
      if (bytes > bytes_max) throw new PolyprismError('store.file_too_large', { limit: bytes_max });
      digest.update(part);
      await file.writeFile(part);
    }
    await file.sync();
    await file.close();
    const sha256 = digest.digest('hex');
    renameSync(draft, join(folder, sha256));
    syncFolder(folder);
    return { sha256, bytes };
  } catch (error) {
    await file.close().catch(() => undefined);
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The bytes kept under a digest; null where there are none. */
export function readRaw(folder: string, sha256: string): ReadStream | null {
  const path = rawPath(folder, sha256);
  return existsSync(path) ? createReadStream(path) : null;
}

/** A digest and nothing else can name a file: no path leads out of the folder. */
export function rawPath(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('no digest of a file');
  return join(folder, sha256);
}
