import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { packPaths } from '../../../src/cli/shipped-packs.ts';
import { canonicalJson } from '../../../src/evidence/canonical-json.ts';
import type { AlertChange } from '../../../src/live/alert.ts';
import { followInbox } from '../../../src/live/follow-inbox.ts';
import { createLiveState } from '../../../src/live/live-state.ts';
import type { LiveState } from '../../../src/live/live-state.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { digestOf } from '../../../src/server/auth/secret.ts';
import { createClient } from '../../../src/server/client.ts';
import { eventsAppend } from '../../../src/server/contract/events.ts';
import { readAlerts, readChanges } from '../../../src/store/inbox/read-alerts.ts';
import { storeInbox } from '../../../src/store/inbox/store-inbox.ts';
import { systemActor } from '../../../src/store/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { batchOf } from './live-requests.ts';

const names = ['association-group-buying'];
const senders = 4;

/** The platform `shop`, its packs set, with a key that may send and read. */
export async function addShop(store: Store, token: string): Promise<void> {
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
}

/** A server of its own process; each run a day later. */
export async function startChild(
  database_url: string,
  workspace: string,
  token: string,
  run: number,
) {
  const file = join(import.meta.dirname, '../../support/live-child.ts');
  const at = new Date(Date.UTC(2027, 0, 1 + run)).toISOString();
  const child = spawn(process.execPath, [file, database_url, workspace, at]);
  const gone = once(child, 'exit');
  let wrong = '';
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  for await (const url of createInterface({ input: child.stdout })) {
    const call = createClient(url, () => ({ authorization: `Bearer ${token}` }));
    return { call, kill: (signal: NodeJS.Signals) => child.kill(signal), gone };
  }
  throw new Error(wrong);
}

export type Child = Awaited<ReturnType<typeof startChild>>;

/** Batches not yet answered, and the position of every event that was. */
export interface Sending {
  readonly waiting: (readonly { readonly id: string }[])[];
  readonly acked: Map<string, number>;
}

/** Sends until nothing waits or the server is gone; an unanswered batch waits again. */
export async function sendAll({ call }: Child, { waiting, acked }: Sending, told: () => void) {
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

/**
 * Holds what was acknowledged and told against one fold of the whole inbox that was never
 * stopped; `days` began meanwhile.
 */
export async function examine(
  store: Store,
  acked: Map<string, number>,
  { count, days }: { readonly count: number; readonly days: number },
): Promise<{ readonly told: number; readonly state: LiveState }> {
  const inbox = storeInbox(store, 'shop');
  const entries = await inbox.read(0, 1_000_000);
  expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, i) => i + 1));
  const ids = entries.flatMap((one) => ('event' in one ? [[one.event.id, one.position]] : []));
  expect(new Map(ids as [string, number][])).toEqual(new Map([...acked].toSorted(byPosition)));
  expect(ids).toHaveLength(count);
  expect(entries).toHaveLength(count + days);

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
    expect(told.length).toBeGreaterThan(3);
  });
  return { told: told.length, state };
}

function byPosition(a: readonly [string, number], b: readonly [string, number]): number {
  return a[1] - b[1];
}
