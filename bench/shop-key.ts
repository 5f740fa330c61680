import { digestOf, newSecret } from '../src/server/auth/secret.ts';
import { openStore } from '../src/store/open-store.ts';
import { systemActor } from '../src/store/store.ts';

/** A platform with a key that may send events, read, and step in matters; the key. */
export async function shopKeyIn(database_url: string): Promise<string> {
  const token = newSecret();
  const store = await openStore({ database_url });
  await store.as(systemActor, async ({ db }) => {
    const tenant = { id: 'shop', party: 'platform', name: '平台', time_zone: 'Asia/Shanghai' };
    await db
      .insertInto('tenant')
      .values({ ...tenant, party: 'platform' })
      .execute();
    await db.insertInto('app_user').values({ id: 'u', login: 'u', name: 'u' }).execute();
    const member = { user_id: 'u', tenant_id: 'shop', role: 'handler' } as const;
    await db.insertInto('membership').values(member).execute();
    const key = { id: 'k', tenant_id: 'shop', user_id: 'u', name: 'k', digest: digestOf(token) };
    const rights = { roles: ['handler' as const], scopes: ['events:write', 'read', 'write'] };
    await db
      .insertInto('api_key')
      .values({ ...key, ...rights })
      .execute();
  });
  await store.close();
  return token;
}
