import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';

/** Tenants with nothing but a name. */
export async function addTenants(store: Store, ...ids: readonly string[]): Promise<void> {
  await store.as(systemActor, async ({ db }) => {
    const common = { party: 'regulator' as const, time_zone: 'Asia/Shanghai' };
    await db
      .insertInto('tenant')
      .values(ids.map((id) => ({ id, name: id, ...common })))
      .onConflict((clash) => clash.doNothing())
      .execute();
  });
}
