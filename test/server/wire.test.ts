import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';

/** What no client library would send: bytes on the wire, each time on a new connection. */
let api: ApiServer;
let person: Person;
let host: string;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'wired', 'regulator');
  person = await addPerson(api, 'wire', 'wired', ['handler']);
  host = new URL(api.url).host;
});
afterAll(async () => await api.end());

/** All a server sends until it closes, or for so long as nothing more comes. */
async function sent(bytes: string | Uint8Array, quiet_ms = 400): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    let got = '';
    const done = (): void => {
      socket.destroy();
      resolve(got);
    };
    socket.setTimeout(quiet_ms, done);
    socket.on('data', (chunk) => (got += chunk.toString('latin1')));
    socket.once('close', done);
    socket.once('error', done);
    socket.write(bytes);
  });
}

const statusesOf = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

/** A request with these lines and body. */
function raw(first: string, lines: readonly string[] = [], body = ''): string {
  return [first, `host: ${host}`, ...lines, '', body].join('\r\n');
}

const get = 'GET /healthz HTTP/1.1';
const post = 'POST /api/v1/session HTTP/1.1';
const json = 'content-type: application/json';

describe('bytes on the wire', () => {
  it.each<[string, () => string | Uint8Array, readonly number[]]>([
    ['no HTTP', () => '\u0000\u0001\u0002\r\n\r\n', [400]],
    ['HTTP/0.9', () => 'GET /healthz\r\n\r\n', [400]],
    ['HTTP/2 preface', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
    ['no host', () => `${get}\r\n\r\n`, [400]],
    ['two hosts', () => raw(get, ['host: evil.test']), [400, 421]],
    ['foreign host', () => `${get}\r\nhost: evil.test\r\n\r\n`, [421]],
    ['host with a user', () => `${get}\r\nhost: a@${host}\r\n\r\n`, [400, 421]],
    ['host of nonsense', () => `${get}\r\nhost: [::\r\n\r\n`, [400, 421]],
    ['host with a path', () => `${get}\r\nhost: ${host}/x?\r\n\r\n`, [400, 421]],
    ['two lengths', () => raw(post, ['content-length: 2', 'content-length: 3'], '{}'), [400]],
    [
      'length and chunks',
      () => raw(post, ['content-length: 2', 'transfer-encoding: chunked']),
      [400],
    ],
    ['a negative length', () => raw(post, ['content-length: -1']), [400]],
    ['an endless length', () => raw(post, [`content-length: ${'9'.repeat(40)}`]), [400]],
    ['broken chunks', () => raw(post, [json, 'transfer-encoding: chunked'], 'xyz\r\n'), [400]],
    ['a folded header', () => raw(get, ['a: b', ' c: d']), [200, 400]],
    ['a bare CR', () => raw(get, ['a: b\rc: d']), [400]],
    ['a NUL in a header', () => raw(get, ['a: b\u0000c']), [400]],
    ['a space before the colon', () => raw(get, ['a : b']), [400]],
    ['headers of 100 KB', () => raw(get, [`a: ${'b'.repeat(100_000)}`]), [431]],
    [
      '10,000 headers',
      () =>
        raw(
          get,
          Array.from({ length: 10_000 }, (_, i) => `a${i}: b`),
        ),
      [431],
    ],
    ['a path of 20 KB', () => raw(`GET /${'a'.repeat(20_000)} HTTP/1.1`), [404, 414, 431]],
    ['a path upwards', () => raw('GET /../../etc/passwd HTTP/1.1'), [404]],
    ['a coded path upwards', () => raw('GET /%2e%2e%2f%2e%2e%2fetc/passwd HTTP/1.1'), [404]],
    ['broken escapes', () => raw('GET /api/v1/users/%zz%ff HTTP/1.1'), [400, 401, 404]],
    ['two slashes', () => raw('GET //evil.test/healthz HTTP/1.1'), [400, 404]],
    ['a whole address', () => raw('GET http://evil.test/healthz HTTP/1.1'), [200, 400, 404, 421]],
    ['another scheme', () => raw('GET file:///etc/passwd HTTP/1.1'), [400, 404]],
    ['an asterisk', () => raw('OPTIONS * HTTP/1.1'), [400, 404]],
    ['TRACE', () => raw('TRACE /api/v1/session HTTP/1.1', ['cookie: a=b']), [404, 405]],
    ['CONNECT', () => raw('CONNECT evil.test:443 HTTP/1.1'), []],
    ['an unknown method', () => raw('BREW /healthz HTTP/1.1'), [400]],
    ['an upgrade', () => raw(get, ['connection: upgrade', 'upgrade: websocket']), [200]],
    ['Latin-1 in a header', () => Buffer.from(raw(get, ['a: \u00ff']), 'latin1'), [200]],
  ])('%s', async (_, bytes, allowed) => {
    const text = await sent(bytes());
    const statuses = statusesOf(text);
    if (allowed.length === 0) expect(statuses).toEqual([]);
    else expect(allowed).toContain(statuses[0]);
    expect(text).not.toMatch(/\n\s+at |\.ts:\d|node_modules|root:/);
    // Whatever came, the next one is served.
    expect(statusesOf(await sent(raw(get, ['connection: close'])))).toEqual([200]);
  });

  it('do not carry one request inside another', async () => {
    const inner = raw('DELETE /api/v1/session HTTP/1.1');
    const smuggled = [
      raw(
        post,
        [json, 'content-length: 4', 'transfer-encoding: identity, chunked'],
        `0\r\n\r\n${inner}`,
      ),
      raw(
        post,
        [json, 'transfer-encoding:\u000bchunked', 'content-length: 4'],
        `0\r\n\r\n${inner}`,
      ),
      raw(post, [json, 'transfer-encoding: xchunked'], `0\r\n\r\n${inner}`),
      raw(post, [json, 'content-length: +4'], `{}  ${inner}`),
    ];
    for (const bytes of smuggled) expect(statusesOf(await sent(bytes))).toEqual([400]);
  });

  it('of a body that is longer than any is refused while it is sent', async () => {
    const line = `content-length: ${64 * 1024 * 1024}`;
    const text = await sent(raw(post, [json, line], 'x'.repeat(2 * 1024 * 1024)), 3_000);
    expect(statusesOf(text)).toEqual([413]);
  });

  it('end a stream of events when they leave, and the server goes on', async () => {
    const job = await api.jobs.send({ tenant_id: 'wired', kind: 'inspection', subject: 'none' });
    const lines = Object.entries(person.headers).map(([name, value]) => `${name}: ${value}`);
    const text = await sent(raw(`GET /api/v1/jobs/${job}/events HTTP/1.1`, lines), 300);
    expect(statusesOf(text)).toEqual([200]);
  });

  it('are no fault of the server’s, whatever they were', () => {
    expect(api.log()).toContain('"status":413');
    expect(api.log()).not.toContain('"msg":"fault"');
  });
});
