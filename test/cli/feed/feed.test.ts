import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hooksSet } from '../../../src/server/contract/events.ts';
import { keysCreate } from '../../../src/server/contract/keys.ts';
import type { Client } from '../../../src/server/client.ts';
import { storeInbox } from '../../../src/store/inbox/store-inbox.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { freePort } from '../../support/free-port.ts';
import { startNats } from '../../support/nats-server.ts';
import type { NatsServer } from '../../support/nats-server.ts';
import { shopMapping } from '../../server/requests.ts';
import { joined } from '../../server/live/live-requests.ts';
import { polyprism } from '../polyprism.ts';
import type { Ran } from '../polyprism.ts';

let api: ApiServer;
let nats: NatsServer;
let connection: NatsConnection;
let admin: Client;
let key: string;
const folder = mkdtempSync(join(tmpdir(), 'polyprism-feed-'));

beforeAll(async () => {
  api = await apiServer();
  nats = await startNats();
  connection = await connect({ servers: nats.url });
  for (const id of ['shop', 'hooks', 'killed', 'late']) await addTenant(api, id, 'platform');
  key = await keyOf('shop');
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
  await api.end();
  rmSync(folder, { recursive: true });
});

async function keyOf(tenant_id: string): Promise<string> {
  admin = api.client(
    (await addPerson(api, `boss-${tenant_id}`, tenant_id, ['admin', 'handler'])).headers,
  );
  const body = { name: 'feed', roles: ['handler' as const], scopes: ['events:write' as const] };
  const answer = await admin(keysCreate, { body: { ...body, days: 9 } });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body.token;
}

/** A stream of its own with these messages. */
async function stream(name: string, messages: readonly (string | Uint8Array)[]): Promise<void> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name, subjects: [`${name}.>`] });
  const sender = jetstream(connection);
  await Promise.all(messages.map(async (data) => await sender.publish(`${name}.a`, data)));
}

/** Messages of a stream that its consumer has not settled. */
async function left(name: string): Promise<number> {
  const manager = await jetstreamManager(connection);
  const { num_pending, num_ack_pending } = await manager.consumers.info(name, 'polyprism');
  return num_pending + num_ack_pending;
}

async function ids(tenant_id: string): Promise<string[]> {
  const entries = await storeInbox(api.store, tenant_id).read(0, 100_000);
  return entries.flatMap((entry) => ('event' in entry ? [entry.event.id] : []));
}

function feeding(name: string, to: string, ...more: readonly string[]) {
  const refused = join(folder, `${name}.ndjson`);
  const where = ['--stream', name, '--to', to, '--refused', refused];
  return ['--json', 'feed', nats.url, ...where, ...more];
}

const refusedOf = (name: string): readonly Record<string, unknown>[] =>
  readFileSync(join(folder, `${name}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Exit status and code of what a run said of itself as JSON. */
function codeOf({ code, stdout }: Ran): unknown {
  const { error } = JSON.parse(stdout) as { readonly error: { readonly code: string } };
  return [code, error.code];
}

describe('feed', () => {
  it('brings events in their order, and keeps what can never be taken', async () => {
    const [first, second] = [joined('first', null), joined('second', 'first')];
    const bytes = new Uint8Array([0xff, 0x7b]);
    await stream('EVENTS', [
      JSON.stringify(first, null, 2),
      '',
      '{"id": "cut',
      bytes,
      JSON.stringify({ ...second, kind: 'member.vanished' }),
      JSON.stringify(second),
      JSON.stringify(first),
    ]);
    const env = { POLYPRISM_API_KEY: key };
    const ran = await polyprism(feeding('EVENTS', api.url, '--once'), { env });
    expect(ran).toMatchObject({ code: 3, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual({ accepted: 2, duplicate: 1, refused: 4 });
    expect(await ids('shop')).toEqual(['join-first', 'join-second']);
    expect(refusedOf('EVENTS').map(({ message, code, field }) => [message, code, field])).toEqual([
      ['EVENTS 2', 'live.bad_event', null],
      ['EVENTS 3', 'live.bad_event', null],
      ['EVENTS 4', 'live.bad_event', null],
      ['EVENTS 5', 'live.bad_event', 'kind'],
    ]);
    // As it came, byte by byte.
    expect(Buffer.from(String(refusedOf('EVENTS')[2]?.['base64']), 'base64')).toEqual(
      Buffer.from(bytes),
    );
    expect(await left('EVENTS')).toBe(0);
    const again = await polyprism(feeding('EVENTS', api.url, '--once'), { env });
    expect(again).toMatchObject({ code: 0, stdout: '{"accepted":0,"duplicate":0,"refused":0}\n' });
  });

  it('brings a shop’s own messages through a mapping', async () => {
    const env = { POLYPRISM_API_KEY: await keyOf('hooks') };
    const set = { params: { mapping: 'orders' }, body: { source: shopMapping } };
    expect((await admin(hooksSet, set)).ok).toBe(true);
    const order = { code: 'A-1', paidAt: '2026-03-01T00:00:00Z', total: '12.30' };
    const messages = [{ type: 'OrderPaid', order }, { type: 'Other' }, [order]];
    await stream(
      'HOOKS',
      messages.map((one) => JSON.stringify(one)),
    );
    const args = feeding('HOOKS', api.url, '--once', '--mapping', 'orders');
    const ran = await polyprism(args, { env });
    expect(JSON.parse(ran.stdout)).toEqual({ accepted: 1, duplicate: 1, refused: 1 });
    expect(await ids('hooks')).toEqual(['paid-A-1']);
    expect(refusedOf('HOOKS')).toMatchObject([{ message: 'HOOKS 3', code: 'live.bad_event' }]);
  });

  it('loses nothing and takes nothing twice where it is killed again and again', async () => {
    const env = { POLYPRISM_API_KEY: await keyOf('killed') };
    const events = Array.from({ length: 3_000 }, (_, i) => joined(`k${i}`, null));
    await stream(
      'KILLED',
      events.map((one) => JSON.stringify(one)),
    );
    const manager = await jetstreamManager(connection);
    const config = { durable_name: 'polyprism', ack_policy: 'explicit' } as const;
    // Set up by hand: what was left comes again after a second.
    await manager.consumers.add('KILLED', { ...config, ack_wait: 1_000_000_000 });
    for (let turn = 0; turn < 3; turn += 1) {
      const before = (await ids('killed')).length;
      const ran = polyprism(feeding('KILLED', api.url), {
        env,
        started: (child) => {
          const kill = async (): Promise<void> => {
            // At some moment after the first new events are on disk.
            while (child.exitCode === null && (await ids('killed')).length === before);
            child.kill('SIGKILL');
          };
          void kill();
        },
      });
      await ran;
      if ((await left('KILLED')) === 0) break;
    }
    const ran = await polyprism(feeding('KILLED', api.url, '--once'), { env });
    expect(ran.code).toBe(0);
    expect(await left('KILLED')).toBe(0);
    const there = await ids('killed');
    expect(there.length).toBe(3_000);
    expect(new Set(there)).toEqual(new Set(events.map(({ id }) => id)));
  });

  it('waits for a server that is not there, and one that is busy', async () => {
    const env = { POLYPRISM_API_KEY: await keyOf('late') };
    await stream('LATE', [JSON.stringify(joined('late', null))]);
    const port = await freePort();
    const told: string[] = [];
    const ran = polyprism(feeding('LATE', `http://127.0.0.1:${port}`, '--once'), {
      env,
      started: (child) => child.stderr?.on('data', (text: Buffer) => told.push(text.toString())),
    });
    await expect.poll(() => told.join(''), { timeout: 20_000 }).toContain('does not answer');
    const busy = [503, 429];
    const proxy = createServer(async (request, response) => {
      const status = busy.shift();
      if (status !== undefined) return response.writeHead(status).end('not now');
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const headers = { authorization, 'content-type': type };
      const to = new URL(request.url ?? '', api.url);
      const answer = await fetch(to, { method: 'POST', headers, body: Buffer.concat(parts) });
      return response.writeHead(answer.status).end(await answer.text());
    }).listen(port, '127.0.0.1');
    await once(proxy, 'listening');
    expect(await ran).toMatchObject({ code: 0 });
    expect(busy).toEqual([]);
    expect(told.join('')).toContain('answers again');
    expect(await ids('late')).toEqual(['join-late']);
    proxy.close();
  });

  it('says why it cannot begin, and leaves the stream as it is', async () => {
    await stream('KEPT', [JSON.stringify(joined('kept', null))]);
    const bare = await polyprism(feeding('KEPT', api.url), { env: { POLYPRISM_API_KEY: '' } });
    expect(codeOf(bare)).toEqual([2, 'feed.no_key']);
    const env = { POLYPRISM_API_KEY: 'pp_wrong' };
    const wrong = await polyprism(feeding('KEPT', api.url), { env });
    expect(codeOf(wrong)).toEqual([2, 'feed.stopped_by_server']);
    expect(await left('KEPT')).toBe(1);
    const none = await polyprism(feeding('NOWHERE', api.url), { env });
    expect(codeOf(none)).toEqual([2, 'feed.no_source']);
    const url = `nats://who:secret@127.0.0.1:${await freePort()}`;
    const args = ['--json', 'feed', url, '--stream', 'KEPT', '--to', api.url];
    const away = await polyprism(args, { env });
    expect(codeOf(away)).toEqual([2, 'feed.no_source']);
    expect(away.stdout + away.stderr).not.toContain('secret');
  });
});
