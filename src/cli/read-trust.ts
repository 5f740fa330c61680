import { readFile } from 'node:fs/promises';
import { PolyprismError } from '../model/issue.ts';
import { parseTrust } from '../packs/trust.ts';
import type { Trust } from '../packs/trust.ts';

/** Whom a trust.yaml says to trust. */
export async function readTrust(path: string): Promise<Trust> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PolyprismError('input.not_found', { path });
  });
  return parseTrust(text, path);
}
