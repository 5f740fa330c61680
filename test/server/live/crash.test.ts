import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packPaths } from '../../../src/cli/shipped-packs.ts';
import { canonicalJson } from '../../../src/evidence/canonical-json.ts';
import type { AlertChange } from '../../../src/live/alert.ts';
import { followInbox } from '../../../src/live/follow-inbox.ts';
import { createLiveState } from '../../../src/live/live-state.ts';
import { liveSnapshot } from '../../../src/live/snapshot.ts';
import { seeded } from '../../../src/model/random.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { digestOf, newSecret } from '../../../src/server/auth/secret.ts';
import { createClient } from '../../../src/server/client.ts';
import { eventsAppend, liveRead } from '../../../src/server/contract/events.ts';
import { readAlerts, readChanges } from '../../../src/store/inbox/read-alerts.ts';
import { storeInbox } from '../../../src/store/inbox/store-inbox.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { systemActor } from '../../../src/store/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { randomStream } from '../../live/random-stream.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { batchOf } from './live-requests.ts';

/** Kills: a few here, more for a release (POLYPRISM_CRASHES=100). */
const crashes = Number(process.env['POLYPRISM_CRASHES'] ?? 3);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
/** Events of a batch, and senders that send at once. */
const batch = 3;
const senders = 4;

const names = ['association-group-buying'];
const workspace = mkdtempSync(join(tmpdir(), 'polyprism-live-'));
const token = newSecret();
let database: PostgresServer;
let store: Store;

beforeAll(async () => {
  database = await startPostgres();
  store = await openStore({ database_url: database.url });
  await store.as(systemActor, async ({ db }) => {
    const tenant = { id: 'shop', party: 'platform', name: '平台', time_zone: 'UTC' } as const;
    await db.insertInto('tenant').values(tenant).execute();
    const value = JSON.stringify({ packs: names, currency: 'CNY' });
    const setting = { tenant_id: 'shop', name: 'live', value };
    await db.insertInto('tenant_setting').values(setting).execute();
    await db.insertInto('app_user').values({ id: 'u', login: 'u', name: 'u' }).execute();
    const member = { user_id: 'u', tenant_id: 'shop', role: 'handler' } as const;
    await db.insertInto('membership').values(member).execute();
    const key = { id: 'k', tenant_id: 'shop', user_id: 'u', name: 'k', digest: digestOf(token) };
    const rights = { roles: ['handler' as const], scopes: ['events:write', 'read'] };
    await db
      .insertInto('api_key')
      .values({ ...key, ...rights })
      .execute();
  });
});
afterAll(async () => {
  await store.close();
  await database.stop();
  rmSync(workspace, { recursive: true, force: true });
});

/** A server of its own process; each run a day later. */
async function startChild(run: number) {
  const file = join(import.meta.dirname, '../../support/live-child.ts');
  const at = new Date(Date.UTC(2027, 0, 1 + run)).toISOString();
  const child = spawn(process.execPath, [file, database.url, workspace, at]);
  const gone = once(child, 'exit');
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  for await (const url of createInterface({ input: child.stdout })) {
    const call = createClient(url, () => ({ authorization: `Bearer ${token}` }));
    return { call, kill: (signal: NodeJS.Signals) => child.kill(signal), gone };
  }
  throw new Error(wrong);
}

type Child = Awaited<ReturnType<typeof startChild>>;

/** Batches not yet answered, and the position of every event that was. */
interface Sending {
  readonly waiting: (readonly { readonly id: string }[])[];
  readonly acked: Map<string, number>;
}

/** Sends until nothing waits or the server is gone; an unanswered batch waits again. */
async function sendAll({ call }: Child, { waiting, acked }: Sending, told: () => void) {
  const one = async (): Promise<void> => {
    for (let events = waiting.shift(); events !== undefined; events = waiting.shift()) {
      const answer = await call(eventsAppend, { body: batchOf(events) }).catch(() => null);
      if (answer === null || !answer.ok) {
        waiting.unshift(events);
        return;
      }
      for (const { id, status, position } of answer.body.items) {
        if (id === null || position === null) throw new Error(`${id} was ${status}`);
        // What was acknowledged before keeps its position.
        expect(acked.get(id) ?? position).toBe(position);
        acked.set(id, position);
      }
      told();
    }
  };
  await Promise.all(Array.from({ length: senders }, one));
}

it(`kill -9 loses and doubles no event and no alert: ${crashes} kills, seed ${seed}`, async () => {
  const draws = seeded(seed);
  const stream = randomStream(seed, (crashes + 1) * 90);
  const waiting = Array.from({ length: stream.length / batch }, (_, i) =>
    stream.slice(i * batch, (i + 1) * batch),
  );
  const sending: Sending = { waiting, acked: new Map() };
  for (let run = 0; run < crashes; run += 1) {
    const child = await startChild(run);
    let left = 3 + draws.below(24);
    await sendAll(child, sending, () => {
      left -= 1;
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), draws.below(60));
    });
    child.kill('SIGKILL');
    await child.gone;
  }
  const last = await startChild(crashes);
  await sendAll(last, sending, () => undefined);
  expect(waiting).toEqual([]);
  const seen = await last.call(liveRead, {});
  last.kill('SIGTERM');
  await last.gone;
  await examine(sending.acked, stream.length, seen.ok ? seen.body.position : 0);
}, 3_600_000);

async function examine(acked: Map<string, number>, count: number, position: number): Promise<void> {
  const inbox = storeInbox(store, 'shop');
  const entries = await inbox.read(0, 1_000_000);
  expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, i) => i + 1));
  const ids = entries.flatMap((one) => ('event' in one ? [[one.event.id, one.position]] : []));
  expect(new Map(ids as [string, number][])).toEqual(new Map([...acked].toSorted(byPosition)));
  expect(ids).toHaveLength(count);
  expect(entries).toHaveLength(count + crashes + 1);
  expect(position).toBe(entries.length);

  // The whole inbox folded at once, by a program that was never stopped.
  const packs = await loadPacks(await packPaths(names));
  const state = createLiveState({ packs, currency: 'CNY', time_zone: 'UTC' }, '1970-01-01');
  const told: AlertChange[] = [];
  await followInbox(state, inbox, (_, { changes }) => void told.push(...changes));
  await store.as(systemActor, async (tx) => {
    const changes = await readChanges(tx, 'shop', 0, 1_000_000);
    expect(changes.map(({ number }) => number)).toEqual(told.map((_, i) => i + 1));
    const texts = (list: readonly AlertChange[]): string[] =>
      list.map(({ change, alert }) => canonicalJson({ change, alert }));
    expect(texts(changes)).toEqual(texts(told));
    const wanted = { tenant_id: 'shop', before: null, limit: 1_000_000, standing: true };
    const standing = (await readAlerts(tx, wanted)).map(({ alert }) => canonicalJson(alert));
    expect(standing.toSorted()).toEqual([...state.alerts.values()].map(canonicalJson).toSorted());
    expect(told.length).toBeGreaterThan(5);
  });
  const saved = readFileSync(join(workspace, 'live', 'shop', 'state')).subarray(64);
  expect(saved.equals(Buffer.concat(liveSnapshot(state)))).toBe(true);
  console.log(
    `${crashes} kills: ${acked.size} events, ${told.length} changes of alerts, all there`,
  );
}

function byPosition(a: readonly [string, number], b: readonly [string, number]): number {
  return a[1] - b[1];
}
