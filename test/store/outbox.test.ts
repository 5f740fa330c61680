import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { sweepOutbox, takeOutbox } from '../../src/store/outbox/take-outbox.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';

let server: PostgresServer;
let store: Store;
const officer = actorOf('office', 'u1');
const now = new Date('2026-03-02T00:00:00.000Z');

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'mall');
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

async function open(matter_id: string): Promise<void> {
  const events = [opening(matter_id, officer, 'office', 'c1', 'mall', '投诉')];
  await store.append(officer, { matter_id, before: null, events });
}

const take = async (most: number) =>
  await store.as(systemActor, async (tx) =>
    (await takeOutbox(tx, most, now)).map((row) => `${row.matter_id} ${row.tenant_id}`),
  );

const three = (id: string) => [`${id} mall`, `${id} office`, `${id} public`];

describe('the outbox', () => {
  it('tells each party of a matter once, in the order of writing', async () => {
    await open('a');
    await open('b');
    expect(await take(4)).toEqual([...three('a'), 'b mall']);
    expect(await take(9)).toEqual(['b office', 'b public']);
    expect(await take(9)).toEqual([]);
  });

  it('waits for what commits late rather than passing it over', async () => {
    await store.as(officer, async ({ db }) => {
      // From here on this transaction has written, and the other one commits before it.
      const row = {
        face: 'owner',
        party: 'regulator',
        user_id: null,
        tenant_id: 'office',
      } as const;
      await db
        .insertInto('matter_party')
        .values({ ...row, matter_id: 'late' })
        .execute();
      await open('early');
      expect(await take(9)).toEqual([]);
    });
    expect(await take(9)).toEqual(three('early'));
  });

  it('gives rows again where what was done with them failed', async () => {
    await open('c');
    const failing = store.as(systemActor, async (tx) => {
      expect(await takeOutbox(tx, 9, now)).toHaveLength(3);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await take(9)).toEqual(three('c'));
  });

  it('gives several readers different rows, and none waits', async () => {
    for (const id of ['d', 'e', 'f']) await open(id);
    const [first, second] = await store.as(systemActor, async (tx) => {
      const mine = (await takeOutbox(tx, 4, now)).map((row) => `${row.matter_id} ${row.tenant_id}`);
      return [mine, await take(9)];
    });
    expect(first).toEqual([...three('d'), 'e mall']);
    expect(second).toEqual(['e office', 'e public', ...three('f')]);
  });

  it('forgets what was done long enough ago', async () => {
    const count = async () =>
      await store.as(
        systemActor,
        async ({ db }) => (await db.selectFrom('outbox').select('id').execute()).length,
      );
    await open('g');
    await store.as(systemActor, async (tx) => await sweepOutbox(tx, now));
    expect(await count()).toBeGreaterThan(3);
    await store.as(systemActor, async (tx) => await sweepOutbox(tx, new Date(now.getTime() + 1)));
    expect(await count()).toBe(3);
  });
});
