import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/model/actor.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { rowsFor } from '../support/store-rows.ts';
import { runSql } from '../support/store-workspace.ts';

let server: PostgresServer;
let store: Store;

beforeAll(async () => {
  server = await startPostgres();
  store = await openStore({ database_url: server.url });
  // The rows below write leaves with indexes of their own: not while the sequencer gives them.
  await store.logSettled();
  for (const name of ['a', 'b']) {
    for (const { number } of migrations) {
      await runSql(server.url, 'SET search_path = polyprism', rowsFor(number, `t-${name}`, name));
    }
  }
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

function actor(tenant: string, user: string, ...roles: readonly Role[]): Actor {
  return { kind: 'person', party: 'regulator', tenant_id: tenant, user_id: user, roles };
}

/** Tables without row security of their own, each with the reason. */
const open: Readonly<Record<string, string>> = {
  migration: 'names and checksums of migrations; people have no right to it at all',
};

async function tablesOfStore(): Promise<string[]> {
  const rows = await runSql(
    server.url,
    `SELECT relname FROM pg_class WHERE relnamespace = 'polyprism'::regnamespace
     AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY relname COLLATE "C"`,
  );
  return (rows as { relname: string }[]).map((row) => row.relname);
}

/** Whether people have any right to read a table; where they have none there is no more to ask. */
async function mayRead(table: string): Promise<boolean> {
  const rows = await runSql(
    server.url,
    `SELECT has_table_privilege('polyprism_app', 'polyprism.${table}', 'SELECT') AS may`,
  );
  return (rows as { may: boolean }[])[0]?.may === true;
}

describe('the second wall', () => {
  it('keeps the log, which is of all tenants, from people altogether', async () => {
    const closed: string[] = [];
    for (const table of await tablesOfStore()) if (!(await mayRead(table))) closed.push(table);
    expect(closed).toEqual([
      'checkpoint',
      'checkpoint_timestamp',
      'data_file',
      'log_leaf',
      'log_pending',
      'log_state',
      'log_tile',
      'migration',
      'tenant_change',
    ]);
  });

  it('stands before every table, forced, or a line here says why not', async () => {
    const walled = await runSql(
      server.url,
      `SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'polyprism'::regnamespace AND c.relkind IN ('r', 'p')
         AND c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
       ORDER BY c.relname COLLATE "C"`,
    );
    const names = new Set((walled as { relname: string }[]).map((row) => row.relname));
    const bare = (await tablesOfStore()).filter((table) => !names.has(table));
    expect(bare).toEqual(Object.keys(open));
  });

  it('stands on roles that can neither pass it nor take it down', async () => {
    const roles = await runSql(
      server.url,
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin,
         pg_has_role(oid, 'polyprism_owner', 'MEMBER') AS owns
       FROM pg_roles WHERE rolname LIKE 'polyprism%' ORDER BY rolname COLLATE "C"`,
    );
    const no = { rolsuper: false, rolbypassrls: false, rolcanlogin: false };
    expect(roles).toEqual([
      { rolname: 'polyprism_app', ...no, owns: false },
      { rolname: 'polyprism_jobs', ...no, owns: false },
      { rolname: 'polyprism_owner', ...no, owns: true },
      { rolname: 'polyprism_system', ...no, owns: false },
    ]);
  });

  it('is refused where a role could pass it', async () => {
    await runSql(server.url, 'ALTER ROLE polyprism_app BYPASSRLS');
    await expect(openStore({ database_url: server.url })).rejects.toMatchObject({
      issue: { code: 'store.role_too_strong', params: { role: 'polyprism_app' } },
    });
    await runSql(server.url, 'ALTER ROLE polyprism_app NOBYPASSRLS');
  });

  it('shows each tenant its own people and keys', async () => {
    const seen = await store.as(actor('t-a', 'a', 'handler'), async ({ db }) => ({
      users: await db.selectFrom('app_user').select('id').execute(),
      members: await db.selectFrom('membership').select(['tenant_id', 'role']).execute(),
      keys: await db.selectFrom('api_key').select('id').execute(),
      settings: await db.selectFrom('tenant_setting').selectAll().execute(),
      sessions: await db.selectFrom('session').select('user_id').execute(),
      tenants: await db.selectFrom('tenant').select('id').orderBy('id').execute(),
    }));
    expect(seen).toEqual({
      users: [{ id: 'a' }],
      members: [{ tenant_id: 't-a', role: 'handler' }],
      keys: [{ id: 'key-a' }],
      settings: [{ tenant_id: 't-a', name: 'language', value: 'zh' }],
      sessions: [{ user_id: 'a' }],
      tenants: ['other-a', 'other-b', 'public', 't-a', 't-b'].map((id) => ({ id })),
    });
  });

  it('shows nothing to nobody', async () => {
    for (const table of await tablesOfStore()) {
      if (table === 'tenant' || table in open || !(await mayRead(table))) continue;
      const rows = await runSql(
        server.url,
        'SET ROLE polyprism_app',
        `SELECT count(*)::int AS n FROM polyprism.${table}`,
      );
      expect([table, rows]).toEqual([table, [{ n: 0 }]]);
    }
  });

  it('lets administrators alone give roles and keys, in their own house', async () => {
    const give = async (who: Actor, tenant: string): Promise<void> =>
      await store.as(who, async ({ db }) => {
        const row = { user_id: 'a', tenant_id: tenant, role: 'approver' as const };
        await db.insertInto('membership').values(row).execute();
      });
    const refused = /row-level security policy for table "membership"/;
    await expect(give(actor('t-a', 'a', 'handler'), 't-a')).rejects.toThrow(refused);
    await expect(give(actor('t-a', 'a', 'admin'), 't-b')).rejects.toThrow(refused);
    await expect(give(actor('public', 'a', 'admin'), 'public')).rejects.toThrow(refused);
    await give(actor('t-a', 'a', 'admin'), 't-a');
    await store.as(actor('t-a', 'a', 'admin'), async ({ db }) => {
      const gone = await db.deleteFrom('membership').where('role', '=', 'approver').execute();
      expect(gone[0]?.numDeletedRows).toBe(1n);
    });
  });

  it('does not let a consumer see other consumers', async () => {
    await store.as(systemActor, async ({ db }) => {
      for (const user_id of ['a', 'b']) {
        const row = { user_id, tenant_id: 'public', role: 'reader' as const };
        await db.insertInto('membership').values(row).execute();
      }
    });
    const who = { ...actor('public', 'a'), party: 'consumer' as const };
    const seen = await store.as(who, async ({ db }) => [
      await db.selectFrom('app_user').select('id').execute(),
      await db.selectFrom('membership').select('user_id').distinct().execute(),
    ]);
    expect(seen).toEqual([[{ id: 'a' }], [{ user_id: 'a' }]]);
  });

  it('leaves nothing behind on a connection', async () => {
    await store.as(actor('t-a', 'a', 'admin'), async () => undefined);
    const text = "SELECT current_setting('polyprism.tenant', true) AS tenant, current_user AS role";
    const after = await store.as(systemActor, async ({ db }) => await sql.raw(text).execute(db));
    expect(after.rows).toEqual([{ tenant: '', role: 'polyprism_system' }]);
    // The queue's own were never anybody's.
    const queued = await store.jobs.executeSql(text);
    expect(queued.rows).toEqual([{ tenant: null, role: 'polyprism_jobs' }]);
    const look = store.jobs.executeSql('SELECT * FROM polyprism.app_user');
    await expect(look).rejects.toThrow('permission denied');
  });

  it('rolls back what throws', async () => {
    const failing = store.as(systemActor, async ({ db, afterCommit }) => {
      afterCommit(() => expect.unreachable());
      await sql`INSERT INTO app_user (id, name) VALUES ('c', 'c')`.execute(db);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const rows = await store.as(systemActor, async ({ db }) =>
      db.selectFrom('app_user').select('id').where('id', '=', 'c').execute(),
    );
    expect(rows).toEqual([]);
  });
});
