import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The bytes of a raw file, as they were when it was found. */
export interface FileSource {
  /** Its path or address: what tells one file from another. */
  readonly at: string;
  readonly bytes: number;
  /** Where it lies on disk; absent where it is an object in storage. */
  readonly path?: string;
  open(): AsyncIterable<Uint8Array>;
  /** Whether it is still what it was when it was found. */
  isUnchanged(): Promise<boolean>;
}

const chunk_bytes = 256 * 1024;

export async function diskFile(path: string): Promise<FileSource> {
  const found = await stat(path);
  return {
    at: path,
    bytes: found.size,
    path,
    open: () => createReadStream(path, { highWaterMark: chunk_bytes }) as AsyncIterable<Buffer>,
    isUnchanged: async () => stamp(await stat(path)) === stamp(found),
  };
}

function stamp(info: { size: number; mtimeMs: number }): string {
  return `${info.size} ${info.mtimeMs}`;
}
