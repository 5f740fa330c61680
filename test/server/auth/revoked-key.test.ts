import { expect, it } from 'vitest';
import { digestOf } from '../../../src/server/auth/secret.ts';
import { keysRevoke } from '../../../src/server/contract/keys.ts';
import { sessionRead } from '../../../src/server/contract/session.ts';
import { systemActor } from '../../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';

it('a key that was just used is refused right after it was revoked', async () => {
  const api = await apiServer();
  try {
    await addTenant(api, 'shop', 'platform');
    const admin = await addPerson(api, 'admin', 'shop', ['admin', 'reader']);
    await api.store.as(systemActor, async ({ db }) => {
      const { user_id } = await db
        .selectFrom('membership')
        .select('user_id')
        .where('tenant_id', '=', 'shop')
        .executeTakeFirstOrThrow();
      const key = { id: 'k', tenant_id: 'shop', user_id, name: 'k', digest: digestOf('secret') };
      const rights = { roles: ['reader' as const], scopes: ['read'] };
      await db
        .insertInto('api_key')
        .values({ ...key, ...rights })
        .execute();
    });
    const program = api.client({ authorization: 'Bearer secret' });
    expect((await program(sessionRead, {})).status).toBe(200);
    const gone = await api.client(admin.headers)(keysRevoke, { params: { key_id: 'k' } });
    expect(gone.status).toBe(204);
    expect((await program(sessionRead, {})).status).toBe(401);
  } finally {
    await api.end();
  }
});
