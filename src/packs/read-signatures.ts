import { readFile, stat } from 'node:fs/promises';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { readSignatures } from './signature.ts';
import type { Signature } from './signature.ts';

/** The signatures beside a built pack; none where there is no `.sig` file. */
export async function signaturesOf(path: string): Promise<readonly Signature[]> {
  const file = `${path}.sig`;
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return [];
  const small = found.size <= limits.signatures_bytes_max;
  const signatures = small ? readSignatures(await readFile(file, 'utf8')) : null;
  if (signatures === null) throw new PolyprismError('trust.bad_signature_file', { path: file });
  return signatures;
}
