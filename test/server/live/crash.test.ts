import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveSnapshot } from '../../../src/live/snapshot.ts';
import { seeded } from '../../../src/model/random.ts';
import { newSecret } from '../../../src/server/auth/secret.ts';
import { liveRead } from '../../../src/server/contract/events.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { randomStream } from '../../live/random-stream.ts';
import { migratedPostgres } from '../../support/migrated-postgres.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { addShop, examine, sendAll, startChild } from './shop-children.ts';
import type { Sending } from './shop-children.ts';

/** Kills: a few here, more for a release (POLYPRISM_CRASHES=100). */
const crashes = Number(process.env['POLYPRISM_CRASHES'] ?? 3);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
/** Events of a batch. */
const batch = 3;

const workspace = mkdtempSync(join(tmpdir(), 'polyprism-live-'));
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
  rmSync(workspace, { recursive: true, force: true });
});

it(`kill -9 loses and doubles no event and no alert: ${crashes} kills, seed ${seed}`, async () => {
  const draws = seeded(seed);
  const stream = randomStream(seed, (crashes + 1) * 90);
  const waiting = Array.from({ length: stream.length / batch }, (_, i) =>
    stream.slice(i * batch, (i + 1) * batch),
  );
  const sending: Sending = { waiting, acked: new Map() };
  for (let run = 0; run < crashes; run += 1) {
    const child = await startChild(database.url, workspace, token, run);
    let left = 3 + draws.below(24);
    await sendAll(child, sending, () => {
      left -= 1;
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), draws.below(60));
    });
    child.kill('SIGKILL');
    await child.gone;
  }
  const last = await startChild(database.url, workspace, token, crashes);
  await sendAll(last, sending, () => undefined);
  expect(waiting).toEqual([]);
  const seen = await last.call(liveRead, {});
  last.kill('SIGTERM');
  await last.gone;
  const days = crashes + 1;
  const { told, state } = await examine(store, sending.acked, { count: stream.length, days });
  expect(seen.ok && seen.body.position).toBe(state.position);
  const saved = readFileSync(join(workspace, 'live', 'shop', 'state')).subarray(64);
  expect(saved.equals(Buffer.concat(liveSnapshot(state)))).toBe(true);
  console.log(`${crashes} kills: ${stream.length} events, ${told} changes of alerts, all there`);
}, 3_600_000);
