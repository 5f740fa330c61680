import { open, stat } from 'node:fs/promises';
import type { Against } from '../../evidence/verify/check-log.ts';
import type { Outcome } from '../../evidence/verify/outcome.ts';
import { verifyArchived } from '../../evidence/verify/verify-archive.ts';
import { verifyBag } from '../../evidence/verify/verify-bag.ts';
import { folderSource } from './folder-source.ts';

/** Verifies a bag that is a folder, or an archive of one. */
export async function verifyAt(path: string, against: Against): Promise<Outcome[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return await verifyBag(await folderSource(path), against);
  const file = await open(path, 'r');
  try {
    const read = async (from: number, to: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    };
    return await verifyArchived({ size: found.size, read }, () => undefined, against);
  } finally {
    await file.close();
  }
}
