import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../src/server/auth/password.ts';
import { createClient } from '../../src/server/client.ts';
import type { Client } from '../../src/server/client.ts';
import { alertsStream } from '../../src/server/contract/alerts.ts';
import { eventsAppend, liveRead, liveSet } from '../../src/server/contract/events.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as session from '../../src/server/contract/session.ts';
import { uploadsRead } from '../../src/server/contract/uploads.ts';
import { webhooksCreate } from '../../src/server/contract/webhooks.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, browser, tokenOf } from '../support/api-server.ts';
import { actorOf, opening } from '../support/casework-histories.ts';
import { inspectedUpload, orderedOf, uploadedText } from '../support/inspected-upload.ts';
import { roundRobin } from '../support/round-robin.ts';
import type { Proxy } from '../support/round-robin.ts';
import { runSql } from '../support/store-workspace.ts';
import { batchOf, chain, readStream } from '../server/live/live-requests.ts';
import { begins_at, openWorld } from './world.ts';
import type { Served, World } from './world.ts';

const password = 'vier grüne Rüben am Dienstag';
const overdue = 20;
const soon = { timeout: 60_000, interval: 100 };

let world: World;
let servers: readonly Served[];
let proxy: Proxy;
let call: Client;
let foreign: Client;

beforeAll(async () => {
  world = await openWorld();
  await people(world);
  // Both sweep as they start.
  servers = await Promise.all([world.server(), world.server()]);
  proxy = await roundRobin(...servers.map(({ url }) => url));
  call = clientAt(proxy.url, await tokenFor('hand', 'ours'));
  foreign = clientAt(proxy.url, await tokenFor('other-hand', 'theirs'));
});
afterAll(async () => {
  proxy.stop();
  await world.stop();
});

async function people({ store }: World): Promise<void> {
  for (const id of ['ours', 'theirs']) await addTenant({ store }, id, 'regulator');
  await addTenant({ store }, 'mall', 'platform');
  const officer = actorOf('ours', 'hand');
  for (let i = 0; i < overdue; i += 1) {
    const id = `old-${i}`;
    const events = [opening(id, officer, 'ours', 'c1', 'mall', '投诉')];
    await store.append(officer, { matter_id: id, before: null, events });
  }
}

/** A session of somebody new of a tenant. */
async function tokenFor(user_id: string, tenant: string): Promise<string> {
  const now = (): Date => new Date(begins_at);
  const api = { store: world.store, now, url: proxy.url };
  return (await addPerson(api, user_id, tenant, ['admin', 'handler'])).token;
}

function clientAt(url: string, token: string): Client {
  return createClient(url, () => browser({ url }, token));
}

async function rows(sql: string): Promise<unknown[]> {
  return await runSql(world.database_url, 'SET search_path = polyprism', sql);
}

/** What the engine put down of an inspection: begun or done, and for which server. */
function marksOf(id: string): { what: string; by: number }[] {
  const lines = readFileSync(join(world.workspace, 'ran'), 'utf8').trim().split('\n');
  const own = lines.map((line) => line.split(' ')).filter(([of]) => of === id);
  return own.map(([, what = '', by]) => ({ what, by: Number(by) }));
}

async function ordered(text: string): Promise<{ id: string; job_id: string }> {
  const made = await orderedOf(call, await uploadedText(call, 'a.csv', text));
  if (!made.ok) throw new Error(made.problem.code);
  return made.body;
}

async function isState(job_id: string, state: string): Promise<void> {
  await vi.waitFor(async () => {
    const read = await call(jobs.jobsRead, { params: { job_id } });
    expect(read).toMatchObject({ body: { state } });
  }, soon);
}

describe('two servers behind a proxy', () => {
  it('sweep at once, and remind once', async () => {
    await vi.waitFor(async () => {
      const found = await rows(`SELECT matter_id, count(*)::int AS n FROM event
        WHERE type = 'remind' GROUP BY 1`);
      // Opened on 2 March, to be accepted within seven working days: overdue, nothing else.
      expect(found).toHaveLength(overdue);
      expect(found).toEqual(found.map((row) => ({ ...(row as object), n: 1 })));
    }, soon);
  });

  it('know one session: begun at one, used at both, ended for both', async () => {
    await tokenFor('li', 'ours');
    const secret = await hashPassword(password);
    await world.store.as(systemActor, async ({ db }) =>
      db
        .insertInto('credential')
        .values({ id: 'c-li', user_id: 'li', kind: 'password', secret })
        .execute(),
    );
    const own = { origin: new URL(proxy.url).origin };
    const entered = await createClient(proxy.url, () => own)(session.sessionCreate, {
      body: { login: 'li@example.org', password },
    });
    expect(entered.status).toBe(201);
    const token = tokenOf(entered.response);
    const direct = servers.map(({ url }) => clientAt(url, token));
    for (const client of direct) expect((await client(session.sessionRead, {})).status).toBe(200);
    expect((await direct[0]?.(session.sessionDelete, {}))?.status).toBe(204);
    for (const client of direct) expect((await client(session.sessionRead, {})).status).toBe(401);
  });

  it('do each of forty jobs once, both of them', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, async (_, i) => ordered(`a\n${i}`)));
    for (const { job_id } of made) await isState(job_id, 'done');
    const ids = made.map(({ id }) => id);
    for (const id of ids) expect(marksOf(id).map(({ what }) => what)).toEqual(['begun', 'done']);
    const workers = new Set(ids.flatMap((id) => marksOf(id).map(({ by }) => by)));
    expect(workers).toEqual(new Set(servers.map(({ pid }) => pid)));
    expect(
      await rows(`SELECT state, retry_count, count(*)::int AS n FROM pgboss.job
      WHERE name = 'inspection' GROUP BY 1, 2`),
    ).toEqual([{ state: 'completed', retry_count: 0, n: 40 }]);
    expect(
      await rows(`SELECT count(*)::int AS n, count(DISTINCT id)::int AS of_them FROM inspection
      JOIN finding ON inspection_id = id`),
    ).toEqual([{ n: 40, of_them: 40 }]);
  });

  it('keep tenants apart', async () => {
    const upload_id = await uploadedText(call, 'a.csv', 'a');
    const { id: inspection_id } = await inspectedUpload(call, upload_id);
    // As often as there are servers: each is asked.
    for (const _ of servers) {
      const upload = await foreign(uploadsRead, { params: { upload_id } });
      const read = await foreign(inspections.inspectionsRead, { params: { inspection_id } });
      expect([upload.status, read.status]).toEqual([404, 404]);
      const list = await foreign(inspections.inspectionsList, { query: {} });
      expect(list).toMatchObject({ body: { items: [] } });
      expect((await call(inspections.inspectionsRead, { params: { inspection_id } })).ok).toBe(
        true,
      );
    }
  });

  it('tell a webhook of each event once', async () => {
    const got: string[] = [];
    const receiver = createServer((asked, answer) => {
      got.push(String(asked.headers['webhook-id']));
      asked.resume().on('end', () => answer.writeHead(204).end());
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const made = await call(webhooksCreate, { body: { url, types: ['open'] } });
    expect(made.status).toBe(201);
    const officer = actorOf('ours', 'hand');
    await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const id = `told-${i}`;
        const events = [opening(id, officer, 'ours', 'c1', 'mall', '投诉')];
        await world.store.append(officer, { matter_id: id, before: null, events });
      }),
    );
    await vi.waitFor(async () => {
      expect(
        await rows(`SELECT state, tries, count(*)::int AS n FROM webhook_delivery
        GROUP BY 1, 2`),
      ).toEqual([{ state: 'delivered', tries: 1, n: 30 }]);
    }, soon);
    receiver.close();
    const ids = await rows('SELECT id FROM webhook_delivery ORDER BY id');
    expect(got.toSorted().map((id) => ({ id }))).toEqual(ids);
  });

  it('judge by what was set at the other, and tell alerts whoever took the event in', async () => {
    const token = await tokenFor('keeper', 'mall');
    const mall = clientAt(proxy.url, token);
    const body = { packs: ['association-group-buying'], currency: 'CNY' };
    const direct = servers.map(({ url }) => clientAt(url, token));
    for (const at of direct) expect((await at(liveRead, {})).ok).toBe(true);
    expect((await mall(liveSet, { body })).ok).toBe(true);
    for (const at of direct) {
      await vi.waitFor(async () => {
        const packs = [{ id: 'association-group-buying' }];
        expect(await at(liveRead, {})).toMatchObject({ body: { packs } });
      }, soon);
    }
    const headers = { 'last-event-id': 0 };
    const streams = await Promise.all(
      servers.map(async () => await mall(alertsStream, { query: {}, headers })),
    );
    const readers = streams.map(({ response }) => readStream(response));
    for (const name of ['a', 'b']) await mall(eventsAppend, { body: batchOf(chain(name, 3)) });
    const told = await Promise.all(readers.map(async (reader) => await reader.take(2)));
    expect(told.map((one) => one.map(({ id }) => id))).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
    await Promise.all(readers.map(async (reader) => await reader.end()));
  });

  it('hand over what they are at when they stop', async () => {
    const { id, job_id } = await ordered('slow');
    await vi.waitFor(() => expect(marksOf(id)).toHaveLength(1), soon);
    const [begun] = marksOf(id);
    const first = servers.find(({ pid }) => pid === begun?.by);
    await first?.end('SIGTERM');
    await isState(job_id, 'done');
    const marks = marksOf(id);
    expect(marks.map(({ what }) => what)).toEqual(['begun', 'begun', 'done']);
    expect(marks[2]?.by).not.toBe(first?.pid);
    expect(
      await rows(`SELECT count(*)::int AS n FROM finding WHERE inspection_id = '${id}'`),
    ).toEqual([{ n: 1 }]);
    const report = await call(inspections.inspectionsFile, {
      params: { inspection_id: id, file: 'report.json' },
    });
    // Of the second try, whole.
    expect(await report.response.text()).toBe('2');
  });
});
