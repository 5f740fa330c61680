import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';

/** Puts a saved view of a user into the store. */
export async function viewIn(
  store: Store,
  whose: { readonly id: string; readonly tenant_id: string; readonly user_id: string },
): Promise<string> {
  const view = { ...whose, name: whose.id, query: '{}' };
  await store.as(systemActor, async ({ db }) => db.insertInto('saved_view').values(view).execute());
  return whose.id;
}

/** Puts a mapping of messages into events into the store. */
export async function mappingIn(
  store: Store,
  mapping: { readonly name: string; readonly tenant_id: string; readonly source: string },
): Promise<string> {
  await store.as(systemActor, async ({ db }) =>
    db.insertInto('webhook_mapping').values(mapping).execute(),
  );
  return mapping.name;
}

/** Puts a webhook of an administrator into the store. */
export async function webhookIn(
  store: Store,
  whose: Readonly<Record<'id' | 'tenant_id' | 'user_id' | 'created_at', string>>,
): Promise<string> {
  const { tenant_id, user_id } = whose;
  const roles = ['admin' as const];
  const admin = { kind: 'person', party: 'regulator', tenant_id, user_id, roles } as const;
  const row = { ...whose, url: 'https://example.com/', secret: '', types: [] };
  await store.as(admin, async ({ db }) => db.insertInto('webhook').values(row).execute());
  return whose.id;
}
