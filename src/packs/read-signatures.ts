import { readFile } from 'node:fs/promises';
import { PolyprismError } from '../model/issue.ts';
import { readSignatures } from './signature.ts';
import type { Signature } from './signature.ts';

/** The signatures beside a built pack; none where there is no `.sig` file. */
export async function signaturesOf(path: string): Promise<readonly Signature[]> {
  const file = `${path}.sig`;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return [];
  const signatures = readSignatures(text);
  if (signatures === null) throw new PolyprismError('trust.bad_signature_file', { path: file });
  return signatures;
}
