import { crc32 } from '../../../src/evidence/archive/crc32.ts';
import { zipped } from '../../../src/evidence/archive/zip-writer.ts';
import type { RandomAccess } from '../../../src/evidence/archive/read-directory.ts';
import type { Files } from '../small-bag.ts';

/** The bag of a test as the archive Polyprism writes of it. */
export async function archiveOf(files: Files, folder = 'bag'): Promise<Buffer> {
  const members = [...files].map(([path, content]) => {
    const sum = crc32();
    sum.update(content);
    return { path, bytes: content.length, crc32: sum.value(), read: () => [content] };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(folder, members)) pieces.push(piece);
  return Buffer.concat(pieces);
}

export function accessTo(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (from, to) => bytes.subarray(from, to),
  };
}
