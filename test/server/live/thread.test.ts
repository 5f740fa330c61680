import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../../src/evidence/canonical-json.ts';
import type { AlertChange } from '../../../src/live/alert.ts';
import type { DataEvent } from '../../../src/live/data-event.ts';
import { receiveBatch } from '../../../src/live/event-inbox.ts';
import { followInbox } from '../../../src/live/follow-inbox.ts';
import { createLiveState } from '../../../src/live/live-state.ts';
import { liveSnapshot } from '../../../src/live/snapshot.ts';
import type { Pack } from '../../../src/model/provision.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { serverLog } from '../../../src/server/http/log.ts';
import { liveService } from '../../../src/server/live/live-service.ts';
import { startStateThread } from '../../../src/server/live/thread/state-thread.ts';
import type { StateThread } from '../../../src/server/live/thread/state-thread.ts';
import { threadPool } from '../../../src/server/live/thread/thread-pool.ts';
import { readChanges } from '../../../src/store/inbox/read-alerts.ts';
import { storeInbox } from '../../../src/store/inbox/store-inbox.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { systemActor } from '../../../src/store/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { randomStream } from '../../live/random-stream.ts';
import { migratedPostgres } from '../../support/migrated-postgres.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);
const names = ['association-group-buying'];
const workspace = mkdtempSync(join(tmpdir(), 'polyprism-thread-'));
let database: PostgresServer;
let store: Store;
let packs: readonly Pack[];

beforeAll(async () => {
  database = await migratedPostgres();
  store = await openStore({ database_url: database.url });
  packs = await shippedPacks(...names);
  await store.as(systemActor, async ({ db }) => {
    const tenant = { id: 'shop', party: 'platform', name: '平台', time_zone: 'UTC' } as const;
    await db.insertInto('tenant').values(tenant).execute();
    const value = JSON.stringify({ packs: names, currency: 'CNY' });
    const setting = { tenant_id: 'shop', name: 'live', value };
    await db.insertInto('tenant_setting').values(setting).execute();
  });
});
afterAll(async () => {
  await store.close();
  await database.stop();
  rmSync(workspace, { recursive: true, force: true });
});

/** A service whose threads can be ended from outside. */
function serve() {
  const threads: StateThread[] = [];
  const lines: string[] = [];
  const start = (): StateThread => {
    const thread = startStateThread();
    threads.push(thread);
    return thread;
  };
  const log = serverLog({ write: (line) => void lines.push(line) });
  const now = (): Date => new Date('2027-01-01T12:00:00Z');
  const parts = { store, workspace, packs: async () => packs, log, now };
  return { live: liveService(parts, { most: 1, start }), threads, lines };
}

async function send(events: readonly DataEvent[]): Promise<void> {
  const batch = events.map((event, index) => ({ index, id: event.id, event }));
  const answers = await receiveBatch(storeInbox(store, 'shop'), batch);
  expect(answers.map(({ status }) => status)).toEqual(events.map(() => 'accepted'));
}

it(`a thread that ends is told of and loses nothing: seed ${seed}`, async () => {
  const stream = randomStream(seed, 240);
  const { live, threads, lines } = serve();
  await live.begin('shop');
  // What was under way when a thread ended fails; whoever asks again has the state made again.
  const current = async () => await live.current('shop').catch(async () => live.current('shop'));
  const ends = new Set([60, 120, 180]);
  for (let i = 0; i < stream.length; i += 20) {
    await send(stream.slice(i, i + 20));
    live.wake('shop');
    // At work on these events, or just after: wherever it is.
    if (ends.has(i)) await threads.at(-1)?.end();
  }
  await current();
  // And while it does nothing: it is made again before anybody asks.
  const before = threads.length;
  await threads.at(-1)?.end();
  await vi.waitFor(() => expect(threads.length).toBe(before + 1), { timeout: 60_000 });
  const seen = await current();
  await live.stop();
  expect(lines.filter((line) => line.includes('live thread lost')).length).toBe(before);

  const inbox = storeInbox(store, 'shop');
  const state = createLiveState({ packs, currency: 'CNY', time_zone: 'UTC' }, '1970-01-01');
  const told: AlertChange[] = [];
  await followInbox(state, inbox, (_, { changes }) => void told.push(...changes));
  expect(state.position).toBe(stream.length + 1);
  expect(told.length).toBeGreaterThan(3);
  expect(seen.view).toMatchObject({ position: state.position, alerts: state.alerts.size });
  const kept = await store.as(systemActor, async (tx) => await readChanges(tx, 'shop', 0, 10_000));
  expect(kept.map(({ number }) => number)).toEqual(told.map((_, i) => i + 1));
  const texts = (list: readonly AlertChange[]): string[] =>
    list.map(({ change, alert }) => canonicalJson({ change, alert }));
  expect(texts(kept)).toEqual(texts(told));
  const saved = readFileSync(join(workspace, 'live', 'shop', 'state')).subarray(64);
  expect(saved.equals(Buffer.concat(liveSnapshot(state)))).toBe(true);
}, 300_000);

it('a fault in a thread is told to whoever asked, and a bad snapshot is none', async () => {
  const pool = threadPool({ most: 1 });
  const context = { packs, currency: 'CNY', time_zone: 'UTC' };
  try {
    expect(await pool.open(context, new Uint8Array(100))).toBeNull();
    const state = await pool.open(context, null);
    if (state === null) throw new Error('no state');
    const entries = [{ position: 2, day: '2027-01-01' }];
    await expect(state.ask('fold', { entries })).rejects.toMatchObject({
      issue: { code: 'live.snapshot_bad' },
    });
    state.drop();
    await expect(state.ask('look', {})).rejects.toThrow('no live state');
  } finally {
    await pool.end();
  }
});
