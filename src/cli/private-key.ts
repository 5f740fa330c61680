import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { PolyprismError } from '../model/issue.ts';

/** Readable by its owner alone; never in place of another. */
export async function makePrivateKey(path: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(path, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new PolyprismError('trust.key_exists', { path }) : error;
  });
}

export async function readPrivateKey(path: string): Promise<KeyObject> {
  const pem = await readFile(path).catch(() => {
    throw new PolyprismError('input.not_found', { path });
  });
  const key = privateKeyOf(pem);
  if (key?.asymmetricKeyType !== 'ed25519') throw new PolyprismError('trust.bad_key', { path });
  return key;
}

function privateKeyOf(pem: Buffer): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
