import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';

let server: PostgresServer;
let store: Store;
beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

interface Seen {
  readonly who: string;
  readonly isolation: string;
  readonly read_only: string;
  readonly started: string;
}

const seen = sql<Seen>`SELECT current_user AS who, now()::text AS started,
  current_setting('transaction_isolation') AS isolation,
  current_setting('transaction_read_only') AS read_only`;

describe('a transaction whose beginning goes out with its first statement', () => {
  it('is one: every statement in the same, in the actor’s name', async () => {
    const [first, second] = await store.as(systemActor, async ({ db }) => {
      const before = await seen.execute(db);
      await sql`SELECT pg_sleep(0.01)`.execute(db);
      return [before.rows[0], (await seen.execute(db)).rows[0]];
    });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ who: 'polyprism_system', isolation: 'read committed' });
  });

  it('reads one state and writes nothing where it was asked to', async () => {
    const { rows } = await store.snapshot(async ({ db }) => await seen.execute(db));
    expect(rows).toMatchObject([{ isolation: 'repeatable read', read_only: 'on' }]);
  });

  it('leaves nothing of what failed, and its connection to the next', async () => {
    const row = { id: 'gone', party: 'platform' as const, name: 'a', time_zone: 'UTC' };
    for (let i = 0; i < 20; i++) {
      const failing = store.as(systemActor, async ({ db }) => {
        await db
          .insertInto('tenant')
          .values({ ...row, jurisdiction: 'cn' })
          .execute();
        throw new Error('not now');
      });
      await expect(failing).rejects.toThrow('not now');
    }
    const kept = await store.as(systemActor, async ({ db }) =>
      db.selectFrom('tenant').select('id').where('id', '=', 'gone').execute(),
    );
    expect(kept).toEqual([]);
  });
});

it('the queue asks in a role of its own, which sees nothing of casework', async () => {
  const { rows } = await store.jobs.executeSql('SELECT current_user AS who');
  expect(rows).toEqual([{ who: 'polyprism_jobs' }]);
  const peek = store.jobs.executeSql('SELECT * FROM polyprism.tenant');
  await expect(peek).rejects.toMatchObject({ code: '42501' });
  const again = await store.jobs.executeSql('SELECT current_user AS who');
  expect(again.rows).toEqual([{ who: 'polyprism_jobs' }]);
});
