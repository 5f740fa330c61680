import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCheckpoint, lastCheckpoint } from '../../src/store/log/keep-checkpoint.ts';
import { leafOfEvent, logHead, readEntries, readTile } from '../../src/store/log/read-log.ts';
import { verifyLog } from '../../src/store/log/verify-log.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store, StoreTx } from '../../src/store/store.ts';
import { actorOf, eventOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';
import { runSql } from '../support/store-workspace.ts';

let server: PostgresServer;
let store: Store;
const officer = actorOf('office', 'u1');

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'mall');
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const ask = async <T>(work: (tx: StoreTx) => Promise<T>): Promise<T> =>
  await store.as(systemActor, work);

const sha = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The definition of RFC 6962, section 2.1, word for word. */
function rootOf(entries: readonly Uint8Array[]): Buffer {
  const [first] = entries;
  if (first === undefined) return sha();
  if (entries.length === 1) return sha(Buffer.from([0]), first);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha(Buffer.from([1]), rootOf(entries.slice(0, split)), rootOf(entries.slice(split)));
}

async function addMatter(id: string, notes: number): Promise<void> {
  const first = opening(id, officer, 'office', 'c1', 'mall', '投诉');
  const more = Array.from({ length: notes }, (_, i) =>
    eventOf(id, i + 2, 'note', officer, { text: `${i}` }),
  );
  await store.as(officer, async (tx) => await appendEvents(tx, id, 0, [first, ...more]));
}

describe('the log of the store', () => {
  it('begins empty, with the root of RFC 6962', async () => {
    const head = await ask(logHead);
    expect([head.size, Buffer.from(head.root).toString('hex')]).toEqual([
      0,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ]);
  });

  it('takes every event once, without holes, from many at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, async (_, i) => await addMatter(`a${i}`, 4)));
    const lost = store.as(officer, async (tx) => {
      await appendEvents(tx, 'gone', 0, [opening('gone', officer, 'office', 'c', 'mall', 't')]);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    await addMatter('b', 0);
    await store.logSettled();
    const head = await ask(logHead);
    expect(head.size).toBe(61);
    const entries = await ask(async (tx) => await readEntries(tx, 0, 100));
    expect(entries).toHaveLength(61);
    expect(Buffer.from(head.root)).toEqual(rootOf(entries));
    expect(await ask(verifyLog)).toEqual([]);
    expect(await ask(async (tx) => await leafOfEvent(tx, 1))).toBeTypeOf('number');
    expect(await ask(async (tx) => await leafOfEvent(tx, 9_999))).toBe(null);
  });

  it('keeps full tiles of 256 hashes, and the level above when that is full', async () => {
    await addMatter('c', 600);
    // A level above fills after 65,536 leaves: entries straight into the queue.
    await ask(async ({ db }) => {
      await sql`INSERT INTO log_pending (source, entry)
        SELECT 'test/' || n, sha256(n::text::bytea) FROM generate_series(1, 65300) n`.execute(db);
    });
    await store.logSettled();
    const { size, root } = await ask(logHead);
    expect(size).toBe(61 + 601 + 65_300);
    const entries = await ask(async (tx) => await readEntries(tx, 0, size));
    expect(Buffer.from(root)).toEqual(rootOf(entries));
    const tile = async (level: number, index: number, width: number) =>
      await ask(async (tx) => await readTile(tx, level, index, width));
    const leaf = (entry: Uint8Array) => sha(Buffer.from([0]), entry);
    expect(await tile(0, 1, 256)).toEqual(Buffer.concat(entries.slice(256, 512).map(leaf)));
    const above = Array.from({ length: 256 }, (_, i) =>
      rootOf(entries.slice(256 * i, 256 * i + 256)),
    );
    expect(await tile(1, 0, 256)).toEqual(Buffer.concat(above));
    const rest = size - 257 * 256;
    expect(await tile(0, 257, rest)).toEqual(Buffer.concat(entries.slice(257 * 256).map(leaf)));
    expect(await tile(0, 257, rest + 1)).toBe(null);
    const kept = await ask(async ({ db }) =>
      db
        .selectFrom('log_tile')
        .select(sql<number>`count(*)`.as('n'))
        .executeTakeFirst(),
    );
    expect(kept?.n).toBe(257 + 1);
  });

  it('keeps a checkpoint of the state it has, and of no other', async () => {
    const head = await ask(logHead);
    const kept = { ...head, note: 'signed' };
    await ask(async (tx) => await keepCheckpoint(tx, kept));
    expect(await ask(lastCheckpoint)).toEqual(kept);
    const other = { ...kept, root: sha(Buffer.from('other')) };
    await expect(ask(async (tx) => await keepCheckpoint(tx, other))).rejects.toMatchObject({
      issue: { code: 'store.checkpoint_differs' },
    });
    expect(await ask(verifyLog)).toEqual([]);
  });

  it('tells what somebody with the power of the server changed behind it', async () => {
    const tamper = async (statement: string) =>
      await runSql(
        server.url,
        'SET search_path = polyprism',
        "SET session_replication_role = 'replica'",
        statement,
      );
    const faults = async () => (await ask(verifyLog)).map(({ what }) => what);
    await tamper("UPDATE event SET payload = payload || ' ' WHERE position = 3");
    expect(await faults()).toEqual(['event_differs']);
    await tamper('UPDATE event SET payload = rtrim(payload) WHERE position = 3');
    expect(await faults()).toEqual([]);
    await tamper("UPDATE log_leaf SET source = 'x' WHERE source = 'event/5'");
    expect(await faults()).toEqual(['event_missing']);
    await tamper("UPDATE log_leaf SET source = 'event/5' WHERE source = 'x'");
    await tamper("UPDATE log_leaf SET entry = sha256('x') WHERE index = 100");
    expect(await faults()).toEqual(expect.arrayContaining(['checkpoint', 'root']));
    await tamper('DELETE FROM log_leaf WHERE index = 7');
    expect(await faults()).toEqual(['hole']);
  });
});
