import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SigningKey } from '../../evidence/ed25519.ts';
import { signingKey } from '../../evidence/signing-key.ts';
import { PolyprismError } from '../../model/issue.ts';

/** The key that signs checkpoints of the log: made once, readable by its owner alone. */
export async function logKeyOf(workspace: string): Promise<SigningKey> {
  const folder = join(workspace, 'keys');
  const path = join(folder, 'log.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EEXIST') throw error;
  }
  try {
    const key = createPrivateKey(await readFile(path));
    if (key.asymmetricKeyType === 'ed25519') return signingKey(key);
  } catch {
    // Told below.
  }
  throw new PolyprismError('serve.bad_key', { path });
}
