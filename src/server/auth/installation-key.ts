import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import { keptFile } from './kept-file.ts';

const key_bytes = 32;

/**
 * The key that seals what this installation must read again: made once, readable by its owner
 * alone. Without it authenticator programs have to be set up anew, and people in live events get
 * other pseudonyms than before.
 */
export async function installationKey(workspace: string): Promise<Uint8Array> {
  const path = join(workspace, 'keys', 'sealing.key');
  const key = await keptFile(path, () => randomBytes(key_bytes));
  if (key.length !== key_bytes) throw new PolyprismError('serve.bad_key', { path });
  return key;
}
