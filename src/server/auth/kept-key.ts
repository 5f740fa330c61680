import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { PolyprismError } from '../../model/issue.ts';
import { keptFile } from './kept-file.ts';

/** An Ed25519 key that lies in a file. Throws serve.bad_key where it holds something else. */
export async function keptKey(path: string): Promise<KeyObject> {
  const pem = await keptFile(path, () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return privateKey.export({ type: 'pkcs8', format: 'pem' });
  });
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below.
  }
  throw new PolyprismError('serve.bad_key', { path });
}
