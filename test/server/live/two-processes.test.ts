import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seeded } from '../../../src/model/random.ts';
import { newSecret } from '../../../src/server/auth/secret.ts';
import { alertsStream } from '../../../src/server/contract/alerts.ts';
import { liveRead } from '../../../src/server/contract/events.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { randomStream } from '../../live/random-stream.ts';
import { migratedPostgres } from '../../support/migrated-postgres.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { readStream } from './live-requests.ts';
import { addShop, examine, sendAll, startChild } from './shop-children.ts';
import type { Sending } from './shop-children.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_130);
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'polyprism-two-')));
const token = newSecret();
let database: PostgresServer;
let store: Store;

beforeAll(async () => {
  database = await migratedPostgres();
  store = await openStore({ database_url: database.url });
  await addShop(store, token);
});
afterAll(async () => {
  await store.close();
  await database.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it(`of two processes one is killed at work and the other goes on: seed ${seed}`, async () => {
  const [own = '', other = ''] = folders;
  const draws = seeded(seed);
  const stream = randomStream(seed, 240);
  const waiting = Array.from({ length: 80 }, (_, i) => stream.slice(i * 3, (i + 1) * 3));
  const sending: Sending = { waiting, acked: new Map() };
  const first = await startChild(database.url, own, token, 0);
  // The same keys, so that a person is the same person in both; nothing else is shared.
  cpSync(join(own, 'keys'), join(other, 'keys'), { recursive: true });
  const second = await startChild(database.url, other, token, 0);
  // The first alone has been asked: it holds the state, and is killed while it takes events in.
  expect((await first.call(liveRead, {})).ok).toBe(true);
  const follower = await second.call(alertsStream, {
    query: {},
    headers: { 'last-event-id': 0 },
  });
  const reader = readStream(follower.response);
  let left = 20 + draws.below(20);
  await sendAll(first, sending, () => {
    left -= 1;
    if (left === 0) setTimeout(() => first.kill('SIGKILL'), draws.below(40));
  });
  await first.gone;
  expect(waiting.length).toBeGreaterThan(0);
  await sendAll(second, sending, () => undefined);
  expect(waiting).toEqual([]);
  const seen = await second.call(liveRead, {});
  const { told, state } = await examine(store, sending.acked, { count: stream.length, days: 1 });
  expect(seen.ok && seen.body.position).toBe(state.position);
  // Who listened to the second was told everything once, in order, whoever worked it out.
  const heard = await reader.take(told);
  expect(heard.map(({ id }) => id)).toEqual(heard.map((_, i) => String(i + 1)));
  await reader.end();
  second.kill('SIGTERM');
  await second.gone;
}, 600_000);
