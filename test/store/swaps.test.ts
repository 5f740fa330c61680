import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { sql } from 'kysely';
import { actorOf } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { rowsFor } from '../support/store-rows.ts';

/** Offices with rows in every table, and as many actors that try every other's rows. */
const offices = 24;

let server: PostgresServer;
let store: Store;
let admin: Client;

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  // The rows below write leaves with indexes of their own: not while the sequencer gives them.
  await store.logSettled();
  admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('SET search_path = polyprism');
});
afterAll(async () => {
  await store.close();
  await admin.end();
  await server.stop();
});

/** Names of tenants are open to all; of the others people may read these, row by row. */
async function readable(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'polyprism'::regnamespace
       AND relkind = 'r' AND relname <> 'tenant'
       AND has_table_privilege('polyprism_app', oid, 'SELECT')
     ORDER BY relname COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}

async function places(table: string): Promise<string[]> {
  const { rows } = await admin.query<{ at: string }>(`SELECT ctid::text AS at FROM ${table}`);
  return rows.map(({ at }) => at);
}

/** Rows by table and office: whatever is new after the office was filled is its own. */
async function fill(tables: readonly string[]): Promise<Map<string, string[]>[]> {
  const seen = new Map(tables.map((table) => [table, new Set<string>()]));
  const owned: Map<string, string[]>[] = [];
  for (let office = 0; office < offices; office += 1) {
    for (const { number } of migrations) {
      await admin.query(rowsFor(number, `t${office}`, `u${office}`));
    }
    const own = new Map<string, string[]>();
    for (const table of tables) {
      const known = seen.get(table) ?? new Set();
      const fresh = (await places(table)).filter((at) => !known.has(at));
      for (const at of fresh) known.add(at);
      own.set(table, fresh);
    }
    owned.push(own);
  }
  return owned;
}

/** Rows a statement touches; -1 where there is no right to it at all. */
async function touched(office: number, statement: string, at: readonly string[]) {
  const who = actorOf(`t${office}`, `u${office}`, 'regulator', ['admin', 'auditor', 'handler']);
  return await store
    .as(who, async ({ db }) => {
      try {
        const list = [...at];
        const { rows } = await sql<{ n: number }>`WITH touched AS (${sql.raw(statement)}
        WHERE ctid = ANY (${list}::text[]::tid[]) ${sql.raw(returning(statement))})
        SELECT count(*) AS n FROM touched`.execute(db);
        return rows[0]?.n ?? 0;
      } catch (error) {
        expect(String(error)).toMatch(/permission denied|append-only/);
        throw error;
      }
    })
    .catch(() => -1);
}

const returning = (statement: string): string =>
  statement.startsWith('SELECT') ? '' : 'RETURNING 1';

/** Sign-in works on these as the program; a person reads not even the rows about itself. */
const unread = new Set(['attempt', 'link', 'status_link']);

/** Ids that are taken are no secret: everybody reads which, and nobody changes another's. */
const open = new Set(['standard']);

/** A column of tables that have no `tenant_id`. */
const columns: Readonly<Record<string, string>> = {
  app_user: 'name',
  association_member: 'until',
  attempt: 'failures',
  credential: 'used_at',
  event: 'number',
  event_words: 'words',
  jurisdiction: 'until',
  matter: 'status',
  refusal: 'code',
  session: 'seen_at',
};

describe('rows of another tenant', () => {
  it('are not reached by 10,000 swaps, nor changed, nor removed', async () => {
    const tables = await readable();
    const owned = await fill(tables);
    let swaps = 0;
    const leaks: string[] = [];
    for (let office = 0; office < offices; office += 1) {
      for (const table of tables) {
        const own = owned[office]?.get(table) ?? [];
        const foreign = owned.flatMap((rows, i) => (i === office ? [] : (rows.get(table) ?? [])));
        const read = `SELECT 1 AS one FROM ${table}`;
        // The same question finds one's own: an empty answer to the swap means something.
        const visible = unread.has(table) ? 0 : own.length;
        expect([table, await touched(office, read, own)]).toEqual([table, visible]);
        expect(own.length).toBeGreaterThan(0);
        swaps += foreign.length;
        const readable = open.has(table) ? foreign.length : 0;
        if ((await touched(office, read, foreign)) !== readable) {
          leaks.push(`${table} read by ${office}`);
        }
        if (office > 2) continue;
        const column = columns[table] ?? 'tenant_id';
        for (const change of [
          `DELETE FROM ${table}`,
          `UPDATE ${table} SET ${column} = ${column}`,
        ]) {
          if ((await touched(office, change, foreign)) > 0) leaks.push(`${change} by ${office}`);
        }
      }
    }
    console.log(`${swaps} swaps over ${tables.length} tables: ${leaks.length} leaks`);
    expect(leaks).toEqual([]);
    expect(swaps).toBeGreaterThanOrEqual(10_000);
  });
});
