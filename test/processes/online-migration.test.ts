import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import type { Client as ApiClient } from '../../src/server/client.ts';
import { mattersOpen } from '../../src/server/contract/matters.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { addPerson, addTenant, browser } from '../support/api-server.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { runSql } from '../support/store-workspace.ts';
import { served } from './world.ts';

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const workspace = mkdtempSync(join(tmpdir(), 'polyprism-migration-'));
const version = migrations.length;

/** Steps of programs to come: one that this program works on after, and one that it does not. */
const expanding: Migration = {
  number: version + 1,
  name: 'expanding',
  works_from: version,
  indexes: [{ name: 'matter_by_title', of: 'matter (title)' }],
  sql: 'ALTER TABLE matter ADD COLUMN colour text; CREATE TABLE paint (colour text)',
};
const contracting: Migration = {
  number: version + 2,
  name: 'contracting',
  sql: 'ALTER TABLE matter RENAME COLUMN title TO heading',
};

let database: PostgresServer;
let store: Store;
let token = '';
const clients: Client[] = [];

beforeAll(async () => {
  database = await startPostgres();
  store = await openStore({ database_url: database.url });
  await addTenant({ store }, 'ours', 'association');
  const api = { store, now: () => new Date(), url: 'http://127.0.0.1/' };
  token = (await addPerson(api, 'hand', 'ours', ['handler'])).token;
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await store.close();
  await database.stop();
  rmSync(workspace, { recursive: true, force: true });
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  clients.push(client);
  return client;
}

async function serve() {
  const args = ['--no-console', '--second-factor', 'offered', '--port', '0'];
  return await served([main, 'serve', '--json', ...args, '--workspace', workspace], {
    DATABASE_URL: database.url,
  });
}

function clientAt(url: string): ApiClient {
  return createClient(url, () => browser({ url }, token));
}

/** Opens matters one after the other until it is stopped; what was not taken is told. */
function writing(call: ApiClient) {
  const refused: string[] = [];
  const over = new AbortController();
  let taken = 0;
  const run = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const body = { kind: 'notice' as const, data: { title: 'a', facts: 'a' } };
      const answer = await call(mattersOpen, { headers: {}, body });
      if (answer.ok) taken += 1;
      else refused.push(answer.problem.code);
      // The server lets one caller ask fifty times a second.
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const running = run();
  return {
    taken: () => taken,
    refused,
    more: async (count: number) => {
      const from = taken;
      await vi.waitFor(() => {
        expect(refused).toEqual([]);
        expect(taken).toBeGreaterThanOrEqual(from + count);
      }, soon);
    },
    stop: async () => {
      over.abort();
      await running;
    },
  };
}

const soon = { timeout: 60_000, interval: 20 };

it('a newer program migrates while an older one serves, and ends what it can serve', async () => {
  const old = await serve();
  const writer = writing(clientAt(old.url));
  await writer.more(5);
  // As a backup does: it has read the table that the step changes, and is not over.
  const reader = await connect();
  await reader.query('BEGIN; SELECT count(*) FROM polyprism.matter');
  const migrating = migrate(await connect(), [...migrations, expanding]);
  await vi.waitFor(async () => {
    const waits = await runSql(
      database.url,
      "SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'",
    );
    expect(waits).toHaveLength(1);
  }, soon);
  // Who writes is let through again and again, however long the reader takes.
  await writer.more(30);
  await reader.query('COMMIT');
  expect(await migrating).toBe(1);
  await writer.more(10);
  await writer.stop();
  expect(writer.refused).toEqual([]);
  const count = `SELECT (SELECT count(*) FROM matter)::int AS matters,
    (SELECT count(*) FROM event)::int AS events,
    (SELECT indisvalid FROM pg_index WHERE indexrelid = 'matter_by_title'::regclass) AS built`;
  expect(await runSql(database.url, 'SET search_path = polyprism', count)).toEqual([
    { matters: writer.taken(), events: writer.taken(), built: true },
  ]);

  // Within the range, an older program may even start.
  const another = await serve();
  const after = writing(clientAt(another.url));
  await after.more(1);
  await after.stop();

  expect(await migrate(await connect(), [...migrations, expanding, contracting])).toBe(1);
  for (const one of [old, another]) {
    expect(await one.gone).toEqual([2, null]);
    expect(one.lines().at(-1)).toContain('"code":"store.newer_database"');
  }
  await expect(serve()).rejects.toThrow('store.newer_database');
});
