import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';

const key_bytes = 32;

/**
 * The key that seals what this installation must read again: made once, readable by its owner
 * alone. Without it authenticator programs have to be set up anew, and people in live events get
 * other pseudonyms than before.
 */
export async function installationKey(workspace: string): Promise<Uint8Array> {
  const folder = join(workspace, 'keys');
  const path = join(folder, 'sealing.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, randomBytes(key_bytes), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EEXIST') throw error;
  }
  const key = await readFile(path);
  if (key.length !== key_bytes) throw new PolyprismError('serve.bad_key', { path });
  return key;
}
