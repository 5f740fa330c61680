import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PolyprismError } from '../../model/issue.ts';

const chunk_bytes = 256 * 1024;

/**
 * Unpacks gzip, several members in a row included. Checksum and length of every member are held
 * against what came out; throws `archive.broken` where they differ or the file breaks off.
 * `onRest` hears of bytes after the last member.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  name: string,
  onRest: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let sourceError: unknown = null;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source) {
        taken += chunk.length;
        yield chunk;
      }
    } catch (error) {
      sourceError = error;
      throw error;
    }
  }
  const unpacked = createGunzip({ chunkSize: chunk_bytes });
  pipeline(Readable.from(counted(), { objectMode: false }), unpacked, () => {});
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    if (sourceError !== null) throw sourceError;
    if (!isZlibError(error)) throw error;
    const place = { file: name, line: null, column: null };
    throw new PolyprismError('archive.broken', { reason: error.message }, place);
  }
  if (taken > unpacked.bytesWritten) onRest(taken - unpacked.bytesWritten);
}

export function isZlibError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
