import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import * as alerts from '../../../src/server/contract/alerts.ts';
import * as events from '../../../src/server/contract/events.ts';
import type { Client } from '../../../src/server/client.ts';
import { readAlerts } from '../../../src/store/inbox/read-alerts.ts';
import { storeInbox } from '../../../src/store/inbox/store-inbox.ts';
import { systemActor } from '../../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { shopMapping } from '../requests.ts';
import { batchOf, chain, joined, readStream } from './live-requests.ts';

let api: ApiServer;
let shop: Client;
let admin: Client;
let office: Client;
let other: Client;

beforeAll(async () => {
  api = await apiServer();
  for (const id of ['shop', 'quiet', 'far']) await addTenant(api, id, 'platform');
  for (const id of ['office', 'other']) await addTenant(api, id, 'regulator');
  await signIn();
  office = api.client((await addPerson(api, 'officer', 'office', ['handler'])).headers);
  other = api.client((await addPerson(api, 'stranger', 'other', ['handler'])).headers);
  const row = { regulator_id: 'office', platform_id: 'shop', since: '2020-01-01' };
  await api.store.as(systemActor, async ({ db }) =>
    db.insertInto('jurisdiction').values(row).execute(),
  );
});
afterAll(async () => await api.end());

async function signIn(): Promise<void> {
  shop = api.client((await addPerson(api, 'hand', 'shop', ['handler'])).headers);
  admin = api.client((await addPerson(api, 'boss', 'shop', ['admin'])).headers);
}

const send = async (...list: readonly unknown[]) => {
  const answer = await shop(events.eventsAppend, { body: batchOf(list) });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body.items;
};

describe('events', () => {
  it('are answered one by one: accepted, duplicate, refused with code and place', async () => {
    const first = joined('first', null);
    const bad = { ...joined('second', 'first'), kind: 'member.vanished' };
    const phone = { ...joined('third', null), extra: 1 };
    const answers = await send(first, bad, first, phone, { ...first, at: '2026-03-01T01:00:00Z' });
    expect(answers.map(({ status, position, field, code }) => [status, position, field, code]))
      // Position 1 is the legal day that began before the first event.
      .toEqual([
        ['accepted', 2, null, null],
        ['refused', null, 'kind', 'live.bad_event'],
        ['duplicate', 2, null, null],
        ['refused', null, 'extra', 'live.bad_event'],
        ['refused', null, 'id', 'live.id_reused'],
      ]);
    expect(answers.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(answers[1]?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect((await send(first))[0]).toMatchObject({ status: 'duplicate', position: 2 });
  });

  it('come as a JSON array as well, and as nothing else', async () => {
    const { headers } = await addPerson(api, 'hand', 'shop', []);
    const post = async (type: string, body: string | Uint8Array<ArrayBuffer>) =>
      await fetch(new URL('api/v1/events', api.url), {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body,
      });
    const array = JSON.stringify([{ schema: 'events@1' }, joined('array', null)]);
    const taken = await (await post('application/json; charset=utf-8', array)).json();
    expect(taken).toMatchObject({ items: [{ status: 'accepted' }] });
    expect((await post('text/plain', array)).status).toBe(415);
    expect((await post('application/json', '[{"schema":"events@9"}]')).status).toBe(422);
    expect((await post('application/json', new Uint8Array([0x5b, 0xff, 0x5d]))).status).toBe(400);
  });

  it('are at most so many bytes at once', async () => {
    const most = limits.event_batch_bytes_max;
    const head = `{"schema":"events@1"}\n`;
    for (const [bytes, code] of [
      [most - 1, undefined],
      [most, undefined],
      [most + 1, 'http.body_too_large'],
    ] as const) {
      const body = new Uint8Array(bytes).fill(0x20);
      body.set(new TextEncoder().encode(head));
      const answer = await shop(events.eventsAppend, { body });
      expect([bytes, answer.ok ? undefined : answer.problem.code]).toEqual([bytes, code]);
    }
  });

  it('name people by pseudonyms of the tenant, and lie in no other inbox', async () => {
    const event = {
      ...joined('13912345678', null),
      id: 'phone-1',
    };
    await send(event);
    const entries = await storeInbox(api.store, 'shop').read(0, 1_000);
    const text = JSON.stringify(entries);
    expect(text).not.toContain('13912345678');
    expect(text).toMatch(/"member_id":"p[0-9a-f]{64}"/);
    expect(await storeInbox(api.store, 'far').read(0, 10)).toEqual([]);
  });

  it('from the future are refused, with some grace for fast clocks', async () => {
    const at = (minutes: number): string =>
      new Date(api.now().getTime() + minutes * 60_000).toISOString();
    const answers = await send(
      { ...joined('soon', null), at: at(10) },
      { ...joined('late', null), at: at(11) },
    );
    expect(answers.map(({ status, field }) => [status, field])).toEqual([
      ['accepted', null],
      ['refused', 'at'],
    ]);
  });
});

describe('alerts', () => {
  it('reach who listens in their order, and again from where a reader was', async () => {
    const stream = await shop(alerts.alertsStream, {
      query: {},
      headers: { 'last-event-id': 0 },
    });
    const reader = readStream(stream.response);
    await send(...chain('a', 3));
    const [raised] = await reader.take(1);
    expect(raised).toMatchObject({
      id: '1',
      event: 'raised',
      data: { kind: 'line', line: 'levels_3_on', subject: { table: 'member', id: 'a1' } },
    });
    await send({
      ...joined('a2', null),
      id: 'moved',
      kind: 'member.moved',
      at: '2026-03-01T05:00:00Z',
    });
    expect(await reader.take(1)).toMatchObject([{ id: '2', event: 'cleared' }]);
    await send(...chain('b', 3));
    expect(await reader.take(1)).toMatchObject([
      { id: '3', event: 'raised', data: { subject: { id: 'b1' } } },
    ]);
    await reader.end();
    const again = await office(alerts.alertsStream, {
      query: { platform_id: 'shop' },
      headers: { 'last-event-id': 1 },
    });
    const rest = readStream(again.response);
    expect((await rest.take(2)).map(({ id }) => id)).toEqual(['2', '3']);
    await rest.end();
  });

  it('are listed page by page, those raised last first', async () => {
    const query = { limit: 1 };
    const first = await shop(alerts.alertsList, { query });
    if (!first.ok) throw new Error(first.problem.en);
    expect(first.body.items).toMatchObject([{ raised: 3, changed: 3, cleared: null }]);
    const cursor = first.body.next ?? '';
    const second = await shop(alerts.alertsList, { query: { ...query, cursor } });
    expect(second.ok && second.body).toMatchObject({
      items: [{ raised: 1, changed: 2, cleared: { event: 'moved' } }],
      next: null,
    });
    const standing = await shop(alerts.alertsList, { query: { standing: 'true' } });
    expect(standing.ok && standing.body.items.map(({ raised }) => raised)).toEqual([3]);
  });

  it('are seen by the regulator of the platform, by its platform, and by nobody else', async () => {
    const seen = async (client: Client, platform_id?: string) => {
      const answer = await client(alerts.alertsList, { query: { platform_id } });
      return answer.ok ? answer.body.items.length : answer.problem.code;
    };
    expect(await seen(office, 'shop')).toBe(2);
    expect(await seen(office)).toBe(0);
    expect(await seen(other, 'shop')).toBe('http.not_found');
    const quiet = api.client((await addPerson(api, 'still', 'quiet', ['handler'])).headers);
    expect(await seen(quiet, 'shop')).toBe('http.not_found');
    const until = { until: '2026-01-01' };
    await api.store.as(systemActor, async ({ db }) =>
      db.updateTable('jurisdiction').set(until).execute(),
    );
    expect(await seen(office, 'shop')).toBe('http.not_found');
    // The second wall alone says the same.
    const wanted = { tenant_id: 'shop', before: null, limit: 9 };
    const officer = { party: 'regulator', user_id: 'officer', roles: ['handler'] } as const;
    const rows = await api.store.as(
      { kind: 'person', tenant_id: 'office', ...officer },
      async (tx) => await readAlerts(tx, wanted),
    );
    expect(rows).toEqual([]);
  });
});

describe('the live state', () => {
  it('says how far it is and which provisions have to be run again', async () => {
    const end = (await storeInbox(api.store, 'shop').read(0, 1_000)).length;
    const answer = await shop(events.liveRead, {});
    expect(answer.ok && answer.body).toMatchObject({
      position: end,
      as_of: '2026-03-02',
      currency: 'CNY',
      time_zone: 'Asia/Shanghai',
      alerts: 1,
      packs: [{ id: 'cn' }],
    });
    expect(answer.ok && answer.body.dirty.length).toBeGreaterThan(5);
  });

  it('turns with the legal day of its platform', async () => {
    // 00:00 UTC is 08:00 in Shanghai: a day later, less eight hours, the next one begins.
    api.wait(16 * 3_600 - 1);
    await signIn();
    const before = await shop(events.liveRead, {});
    expect(before.ok && before.body.as_of).toBe('2026-03-02');
    api.wait(1);
    await send(joined('next-day', null));
    const after = await shop(events.liveRead, {});
    expect(after.ok && after.body.as_of).toBe('2026-03-03');
  });

  it('is judged anew by other packs, and tells what that changes', async () => {
    const listing = { listing_id: 'L1', title: '全网第一面膜', status: 'on', price_minor: 9_900 };
    const rows = { listing: [listing] };
    const at = '2026-03-02T03:00:00Z';
    await send({ id: 'listing-1', at, kind: 'listing.published', rows });
    await shop(events.liveRead, {});
    const found = await shop(alerts.alertsList, { query: { standing: 'true' } });
    const about = found.ok ? found.body.items.filter(({ kind }) => kind === 'provision') : [];
    expect(about.length).toBeGreaterThan(0);
    expect(about[0]).toMatchObject({ subject: { table: 'listing', id: 'L1' } });
    const body = { packs: ['association-group-buying'], currency: 'CNY' };
    expect((await shop(events.liveSet, { body })).ok).toBe(false);
    const set = await admin(events.liveSet, { body });
    expect(set.ok && set.body.packs).toMatchObject([{ id: 'association-group-buying' }]);
    const left = await shop(alerts.alertsList, { query: { standing: 'true' } });
    const ids = left.ok ? left.body.items.map(({ id }) => id) : [];
    expect(about.filter(({ id }) => ids.includes(id))).toEqual([]);
    const unknown = { packs: ['no-such-pack'], currency: 'CNY' };
    const refused = await admin(events.liveSet, { body: unknown });
    expect(!refused.ok && refused.problem.code).toBe('cli.unknown_pack');
  });
});

describe('a webhook', () => {
  it('is taken only as signed where its source signs', async () => {
    const params = { mapping: 'signed' };
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const set = await admin(events.hooksSet, { params, body: { source: shopMapping, secret } });
    expect(set.ok && set.body.signed).toBe(true);
    const order = { code: 'S1', paidAt: '2026-03-02T01:00:00Z', total: '19.90' };
    const body = { type: 'OrderPaid', order };
    const at = Math.floor(api.now().getTime() / 1_000);
    // As the standard writes it: id, time and body, each after a full stop.
    const signature = (text: string, time = at, key = secret): string =>
      `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
        .update(`msg_1.${time}.${text}`)
        .digest('base64')}`;
    const sent = async (headers: Readonly<Record<string, string>>) => {
      const answer = await shop(events.hooksReceive, { params, headers, body });
      return answer.ok ? answer.body.items[0]?.status : answer.problem.code;
    };
    const as = (text: string) => ({ 'webhook-id': 'msg_1', 'webhook-timestamp': text });
    const good = { ...as(String(at)), 'webhook-signature': signature(JSON.stringify(body)) };
    const { 'webhook-id': _, ...noId } = good;
    const late = at - 301;
    const wrong = [
      {},
      noId,
      { ...good, 'webhook-id': 'msg_2' },
      { ...good, 'webhook-timestamp': String(at + 1) },
      { ...good, 'webhook-signature': signature(`${JSON.stringify(body)} `) },
      {
        ...good,
        'webhook-signature': signature(JSON.stringify(body), at, `whsec_${'A'.repeat(32)}`),
      },
      { ...good, 'webhook-signature': good['webhook-signature'].replace('v1,', 'v1a,') },
      {
        ...as(String(late)),
        'webhook-signature': signature(JSON.stringify(body), late),
      },
    ];
    for (const headers of wrong) expect(await sent(headers)).toBe('live.not_signed');
    const spare = `v1,${'A'.repeat(43)}= ${good['webhook-signature']}`;
    expect(await sent({ ...good, 'webhook-signature': spare })).toBe('accepted');
    // A mapping set again without a word of it keeps its secret; it is shown to nobody.
    const again = await admin(events.hooksSet, { params, body: { source: shopMapping } });
    expect(again.ok && again.body).toEqual({
      name: 'signed',
      source: shopMapping,
      signed: true,
      changed_at: api.now().toISOString(),
    });
    expect(await sent({})).toBe('live.not_signed');
    await admin(events.hooksSet, { params, body: { source: shopMapping, secret: null } });
    expect(await sent({})).toBe('duplicate');
    await admin(events.hooksDelete, { params });
  });

  it('makes events of a shop’s messages, and only by a sound mapping', async () => {
    const params = { mapping: 'vendure' };
    const refused = await admin(events.hooksSet, { params, body: { source: 'events: 1' } });
    expect(!refused.ok && refused.problem.code).toBe('live.mapping_bad');
    const none = await shop(events.hooksReceive, { params, headers: {}, body: {} });
    expect(!none.ok && none.problem.code).toBe('http.not_found');
    await admin(events.hooksSet, { params, body: { source: shopMapping } });
    const order = { code: 'T1', paidAt: '2026-03-02T01:00:00Z', total: '19.90' };
    const body = { type: 'OrderPaid', order };
    const taken = await shop(events.hooksReceive, { params, headers: {}, body });
    expect(taken.ok && taken.body.items).toMatchObject([{ id: 'paid-T1', status: 'accepted' }]);
    const twice = await shop(events.hooksReceive, { params, headers: {}, body });
    expect(twice.ok && twice.body.items).toMatchObject([{ status: 'duplicate' }]);
    const silent = await shop(events.hooksReceive, {
      params,
      headers: {},
      body: { type: 'Other' },
    });
    expect(silent.ok && silent.body.items).toEqual([]);
    const broken = { type: 'OrderPaid', order: { ...order, code: 'T2', total: '19.999' } };
    const wrong = await shop(events.hooksReceive, { params, headers: {}, body: broken });
    expect(wrong.ok && wrong.body.items).toMatchObject([
      { status: 'refused', field: 'rows.order.0.paid_minor' },
    ]);
    const last = (await storeInbox(api.store, 'shop').read(0, 1_000)).at(-1);
    expect(last).toMatchObject({
      event: { rows: { order: [{ order_id: 'T1', paid_minor: 1_990 }] } },
    });
    const listed = await admin(events.hooksList, {});
    expect(listed.ok && listed.body.items.map(({ name }) => name)).toEqual(['vendure']);
    expect((await admin(events.hooksDelete, { params })).status).toBe(204);
  });
});
