import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';

export interface TenantKey {
  readonly key: KeyObject;
  /** The one line of its PEM file, as trust.yaml has it. */
  readonly public_key: string;
}

/** The key a tenant's standards are signed with: made once, readable by its owner alone. */
export async function tenantKey(workspace: string, tenant_id: string): Promise<TenantKey> {
  const folder = join(workspace, 'keys', 'tenants');
  const path = join(folder, `${tenant_id}.key`);
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
    if (key.asymmetricKeyType === 'ed25519') return { key, public_key: publicLine(key) };
  } catch {
    // Told below.
  }
  throw new PolyprismError('serve.bad_key', { path });
}

function publicLine(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}
