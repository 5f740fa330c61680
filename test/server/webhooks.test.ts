import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fold } from '../../src/casework/fold.ts';
import { limits } from '../../src/model/limits.ts';
import { mattersEvents } from '../../src/server/contract/matters.ts';
import {
  webhooksCreate,
  webhooksDeliveries,
  webhooksList,
  webhooksRetry,
  webhooksRevoke,
} from '../../src/server/contract/webhooks.ts';
import { nextTry } from '../../src/server/webhooks/next-try.ts';
import { webhookHeaders } from '../../src/server/webhooks/sign-webhook.ts';
import { readEvents } from '../../src/store/matters/read-events.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { actorOf, eventOf, opening } from '../support/casework-histories.ts';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let api: ApiServer;
const got: Got[] = [];
let status = 200;
let answered: Readonly<Record<string, string>> = {};
const receiver = createServer((asked, response) => {
  let body = '';
  asked.on('data', (part: Buffer) => (body += part.toString()));
  asked.on('end', () => {
    got.push({ headers: asked.headers, body });
    response.writeHead(status, answered).end();
  });
});
let hook = '';
const officer = actorOf('office', 'u1');

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  api = await apiServer({ outbound: { ports: [443], internal: ['127.0.0.0/8'] } });
  await addTenant(api, 'office', 'regulator');
  await addTenant(api, 'mall', 'platform');
});
afterAll(async () => {
  await api.end();
  receiver.close();
});

async function admin(tenant: string) {
  return api.client((await addPerson(api, `admin-${tenant}`, tenant, ['admin'])).headers);
}

async function open(matter_id: string): Promise<void> {
  const events = [opening(matter_id, officer, 'office', 'c1', 'mall', '张三的投诉')];
  await api.store.append(officer, { matter_id, before: null, events });
}

/** Goes on where `open` left off; the mall is its subject, from the acceptance on. */
async function goOn(matter_id: string, ...types: readonly string[]): Promise<void> {
  const before = await api.store.as(officer, async (tx) => fold(await readEvents(tx, matter_id)));
  const from = (before?.number ?? 0) + 1;
  const events = types.map((type, i) => eventOf(matter_id, from + i, type, officer));
  await api.store.append(officer, { matter_id, before, events });
}

const soon = { timeout: 30_000, interval: 50 };

describe('a webhook', () => {
  it('is signed as the reference vector of Standard Webhooks', () => {
    const headers = webhookHeaders(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is tried ten times over three days, later where it is asked to wait', () => {
    const now = new Date(0);
    const waits = Array.from({ length: 10 }, (_, i) => nextTry(i + 1, now, 0, undefined));
    const seconds = waits.map((at) => at && at.getTime() / 1_000);
    const hours = [2, 5, 10, 14, 20, 24].map((one) => one * 3_600);
    expect(seconds).toEqual([5, 300, 1_800, ...hours, null]);
    expect(nextTry(1, now, 0.5, undefined)?.getTime()).toBe(5_500);
    expect(nextTry(1, now, 0, '60')?.getTime()).toBe(60_000);
    expect(nextTry(2, now, 0, '60')?.getTime()).toBe(300_000);
    expect(nextTry(1, now, 0, '999999999')?.getTime()).toBe(86_400_000);
    expect(nextTry(1, now, 0, 'Wed, 21 Oct 2026 07:28:00 GMT')?.getTime()).toBe(5_000);
  });

  it('goes nowhere before somebody asks for it, and only where the wall lets it', async () => {
    await open('before');
    const office = await admin('office');
    const inside = await office(webhooksCreate, { body: { url: 'https://10.0.0.1/' } });
    expect(inside).toMatchObject({ ok: false, problem: { code: 'outbound.url_refused' } });
    const made = await office(webhooksList, {});
    expect(made).toMatchObject({ body: { items: [] } });
    await vi.waitFor(async () => {
      const rows = await api.store.as(systemActor, async ({ db }) =>
        db.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute(),
      );
      expect(rows).toEqual([]);
    }, soon);
    expect(got).toEqual([]);
  });

  it('tells ids and kinds, signed, again after a failure, until it is taken', async () => {
    const office = await admin('office');
    const created = await office(webhooksCreate, { body: { url: hook, types: ['open'] } });
    if (!created.ok) throw new Error(created.problem.code);
    const { webhook, secret } = created.body;
    status = 500;
    await open('first');
    const log = async () =>
      await office(webhooksDeliveries, { params: { webhook_id: webhook.id }, query: {} });
    // The failure is on record: only then does its wait begin.
    await vi.waitFor(async () => {
      const items = [{ matter_id: 'first', state: 'waiting', tries: 1, status: 500 }];
      expect(await log()).toMatchObject({ body: { items } });
    }, soon);
    status = 204;
    api.wait(7);
    await vi.waitFor(() => expect(got).toHaveLength(2), soon);
    const [one, two] = got;
    const at = /"timestamp":"([^"]+)"/.exec(one?.body ?? '')?.[1] ?? '';
    const data = '{"data":{"matter_id":"first","number":1},';
    expect(one?.body).toBe(`${data}"timestamp":"${at}","type":"matter.open"}`);
    expect(two?.body).toBe(one?.body);
    expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    for (const { headers, body } of got) {
      const { 'webhook-id': id, 'webhook-timestamp': at } = headers;
      const said = `${String(id)}.${String(at)}.${body}`;
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const wanted = createHmac('sha256', key).update(said).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
    }
    await vi.waitFor(async () => {
      const items = [{ matter_id: 'first', state: 'delivered', tries: 2, status: 204 }];
      expect(await log()).toMatchObject({ body: { items } });
    }, soon);
    // Neither the log of the server nor that of deliveries has a word of the matter.
    expect(JSON.stringify(await log()) + api.log()).not.toMatch(/张三|127\.0\.0\.1/);
  });

  it('is given up after the last try, and sent again when that is asked for', async () => {
    const mall = await admin('mall');
    const created = await mall(webhooksCreate, { body: { url: hook, types: ['accept'] } });
    if (!created.ok) throw new Error(created.problem.code);
    const params = { webhook_id: created.body.webhook.id };
    const state = async () => {
      // Sessions end while hours pass.
      const found = await (await admin('mall'))(webhooksDeliveries, { params, query: {} });
      if (!found.ok) throw new Error(found.problem.code);
      return found.body.items.map((item) => `${item.state} ${item.tries} ${item.status}`);
    };
    status = 302;
    answered = { location: 'http://169.254.169.254/' };
    await open('second');
    await goOn('second', 'accept');
    const seen = new Set<string>();
    // The clock is moved again where it was moved while a try was under way.
    const hours = { timeout: 55_000, interval: 700 };
    await vi.waitFor(async () => {
      const now = await state();
      for (const one of now) seen.add(one);
      if (now[0]?.startsWith('waiting')) api.wait(30 * 3_600);
      expect(now).toEqual(['dead 10 302']);
    }, hours);
    expect([...seen].filter((one) => !/^(waiting \d (302|null)|dead 10 302)$/.test(one))).toEqual(
      [],
    );
    status = 200;
    const again = await (await admin('mall'))(webhooksRetry, { params });
    expect(again).toMatchObject({ body: { again: 1 } });
  }, 60_000);

  it('ends when the receiver says it is gone, or its tenant does', async () => {
    const mall = await admin('mall');

    status = 410;
    await open('third');
    await goOn('third', 'accept');
    await vi.waitFor(async () => {
      const items = [{ url: hook, revoked_at: expect.any(String) }];
      expect(await mall(webhooksList, {})).toMatchObject({ body: { items } });
    }, soon);
    const created = await mall(webhooksCreate, { body: { url: hook } });
    if (!created.ok) throw new Error(created.problem.code);
    const params = { webhook_id: created.body.webhook.id };
    expect(await mall(webhooksRevoke, { params })).toMatchObject({ status: 204 });
    expect(await mall(webhooksRevoke, { params })).toMatchObject({ status: 404 });
  });

  it('tells a tenant what it is shown and nothing else', async () => {
    const url = `${hook}/shown`;
    const tenants = ['office', 'mall'] as const;
    const told = new Map<string, string>();
    for (const tenant of tenants) {
      const made = await (await admin(tenant))(webhooksCreate, { body: { url } });
      if (!made.ok) throw new Error(made.problem.code);
      told.set(tenant, made.body.webhook.id);
    }
    status = 200;
    await open('shown');
    await goOn('shown', 'note', 'accept', 'note', 'mediate');
    const log = async (tenant: string) => {
      const params = { webhook_id: told.get(tenant) ?? '' };
      const found = await (await admin(tenant))(webhooksDeliveries, { params, query: {} });
      if (!found.ok) throw new Error(found.problem.code);
      return found.body.items.map(({ number, type }) => `${number} ${type}`).toSorted();
    };
    const seen = async (tenant: string) => {
      const { headers } = await addPerson(api, `reader-${tenant}`, tenant, ['reader']);
      const read = api.client(headers);
      const found = await read(mattersEvents, { params: { matter_id: 'shown' }, query: {} });
      if (!found.ok) throw new Error(found.problem.code);
      return found.body.items.map(({ number, type }) => `${number} ${type}`);
    };
    const all = ['1 open', '2 note', '3 accept', '4 note', '5 mediate'];
    await vi.waitFor(async () => expect(await log('office')).toEqual(all), soon);
    // The subject knows of it from the acceptance on, and then of how it began.
    await vi.waitFor(async () => {
      expect(await log('mall')).toEqual(['1 open', '3 accept', '5 mediate']);
    }, soon);
    expect(await seen('office')).toEqual(all);
    expect(await seen('mall')).toEqual(['1 open', '3 accept', '5 mediate']);
    await vi.waitFor(() => {
      const bodies = got.filter(({ body }) => body.includes('"shown"'));
      expect(bodies).toHaveLength(8);
      expect(bodies.filter(({ body }) => body.includes('matter.note'))).toHaveLength(2);
    }, soon);
    for (const tenant of tenants) {
      const params = { webhook_id: told.get(tenant) ?? '' };
      await (
        await admin(tenant)
      )(webhooksRevoke, { params });
    }
  });

  it('is one of at most as many as the limit', async () => {
    await addTenant(api, 'many', 'operator');
    const many = await admin('many');
    const add = async () => await many(webhooksCreate, { body: { url: hook } });
    for (let at = 1; at < limits.webhooks_max; at += 1) expect((await add()).status).toBe(201);
    expect((await add()).status).toBe(201);
    expect(await add()).toMatchObject({ problem: { code: 'webhook.too_many' } });
  });
});
