import { hkdfSync } from 'node:crypto';

const key_bytes = 32;

/**
 * The key under which a tenant's live events name people. Each tenant has its own: the same phone
 * number at two platforms has two pseudonyms.
 */
export function peopleKey(sealing_key: Uint8Array, tenant_id: string): Uint8Array {
  const info = `polyprism live people ${tenant_id}`;
  return new Uint8Array(hkdfSync('sha256', sealing_key, new Uint8Array(), info, key_bytes));
}
