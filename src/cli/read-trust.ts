import { readFile, stat } from 'node:fs/promises';
import { PolyprismError, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { parseTrust } from '../packs/trust.ts';
import type { Trust } from '../packs/trust.ts';

/** Whom a trust.yaml says to trust. */
export async function readTrust(path: string): Promise<Trust> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  const limit = limits.signatures_bytes_max;
  if (found.size > limit) {
    throw new PolyprismError('pack.too_large', { limit }, { ...nowhere, file: path });
  }
  const text = await readFile(path, 'utf8');
  return parseTrust(text, path);
}
