import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { keptKey } from './kept-key.ts';

export interface TenantKey {
  readonly key: KeyObject;
  /** The one line of its PEM file, as trust.yaml has it. */
  readonly public_key: string;
}

/** The key a tenant's standards are signed with. */
export async function tenantKey(workspace: string, tenant_id: string): Promise<TenantKey> {
  const key = await keptKey(join(workspace, 'keys', 'tenants', `${tenant_id}.key`));
  return { key, public_key: publicLine(key) };
}

function publicLine(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}
