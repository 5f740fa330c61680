import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/evidence/digest.ts';
import type { EventInbox, SealedEvent } from '../../src/live/event-inbox.ts';
import type { Party } from '../../src/model/actor.ts';
import { storeInbox } from '../../src/store/inbox/store-inbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { inboxTests } from '../live/inbox-body.ts';
import { restartTests } from '../live/restart-body.ts';
import { actorOf } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { runSql } from '../support/store-workspace.ts';

let server: PostgresServer;
let store: Store;
let number = 0;
const tenants_max = 40;

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await store.as(systemActor, async ({ db }) => {
    const common = { party: 'platform' as const, time_zone: 'Asia/Shanghai' };
    const ids = Array.from({ length: tenants_max }, (_, i) => `shop-${i}`);
    await db
      .insertInto('tenant')
      .values(ids.map((id) => ({ id, name: id, ...common })))
      .execute();
  });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** An inbox of a platform of its own, written in the name of one who works there. */
function newInbox(): EventInbox {
  const tenant = `shop-${(number += 1)}`;
  return storeInbox(store, tenant, actorOf(tenant, 'u', 'platform', ['handler']));
}

inboxTests(newInbox);
restartTests(newInbox);

function sealed(id: string): SealedEvent {
  const event = { id, at: '2026-03-01T00:00:00Z', kind: 'listing.published', rows: {} } as const;
  return { event, digest: digestOf(event) };
}

describe('the wall before an inbox', () => {
  it('keeps out other platforms, other parties and whoever would change what came', async () => {
    const own = storeInbox(store, 'shop-0', actorOf('shop-0', 'u', 'platform', ['handler']));
    await own.append([sealed('a')]);
    const as = (tenant: string, party: Party): EventInbox =>
      storeInbox(store, 'shop-0', actorOf(tenant, 'u', party, ['admin', 'handler']));
    const refused = /row-level security policy/;
    await expect(as('shop-39', 'platform').append([sealed('b')])).rejects.toThrow(refused);
    await expect(as('shop-0', 'operator').append([sealed('b')])).rejects.toThrow(refused);
    expect(await as('shop-39', 'platform').read(0, 9)).toEqual([]);
    expect(await own.read(0, 9)).toHaveLength(1);
    for (const change of ['UPDATE inbox_entry SET position = 9', 'DELETE FROM inbox_entry']) {
      const done = runSql(server.url, 'SET search_path = polyprism', change);
      await expect(done).rejects.toThrow(/append-only/);
    }
  });

  it('lets another tenant use the same ids', async () => {
    const other = storeInbox(store, 'shop-39', actorOf('shop-39', 'u', 'platform', ['handler']));
    expect(await other.append([sealed('a')])).toEqual([{ position: 1, known: false }]);
  });
});
