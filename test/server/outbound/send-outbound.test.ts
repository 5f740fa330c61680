import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { isPublic } from '../../../src/server/outbound/is-public.ts';
import { outboundUrl } from '../../../src/server/outbound/outbound-url.ts';
import { sendOutbound } from '../../../src/server/outbound/send-outbound.ts';
import { refusedAddresses, refusedUrls } from './tricks.ts';

const strict = { ports: [443, 8_443], internal: [] };
const get = { method: 'GET', headers: {}, body: null, time_ms_max: 2_000 } as const;

describe('addresses the server is told to ask', () => {
  it.each(Object.entries(refusedUrls))('refused: %s', (_, url) => {
    expect(() => outboundUrl(url, strict)).toThrow('outbound.url_refused');
  });

  it('are at least sixty kinds', () => {
    expect(Object.keys(refusedUrls).length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    'https://example.com/',
    'https://example.com:8443/hook?a=b@c',
    'https://监管.example.cn/回调',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    `https://example.com/${'a'.repeat(limits.outbound_url_chars_max - 20)}`,
  ])('taken: %s', (url) => {
    expect(outboundUrl(url, strict).href).toBe(new URL(url).href);
  });

  it('may be inside, and without TLS, where that network was opened', () => {
    const open = { ports: [443], internal: ['10.1.0.0/16'] };
    expect(outboundUrl('http://10.1.2.3:9000/', open).port).toBe('9000');
    expect(() => outboundUrl('http://10.2.2.3:9000/', open)).toThrow('outbound.url_refused');
    expect(() => outboundUrl('https://10.2.2.3/', open)).toThrow('outbound.url_refused');
    expect(outboundUrl('https://sso.intranet:9443/', open).hostname).toBe('sso.intranet');
  });
});

describe('what a name leads to', () => {
  it.each(refusedAddresses)('refused: %s', async (address) => {
    expect(isPublic(address)).toBe(false);
    // Also behind an address that is fine: which one is taken is nobody's guess.
    for (const found of [[address], ['93.184.216.34', address]]) {
      const sent = sendOutbound('https://rebind.example.com/', get, strict, async () => found);
      await expect(sent).rejects.toThrow('outbound.address_refused');
    }
  });

  it('is asked for once, and refused without an answer', async () => {
    const none = sendOutbound('https://none.example.com/', get, strict, async () => []);
    await expect(none).rejects.toMatchObject({ issue: { params: { reason: 'name' } } });
    const never = async () => await new Promise<string[]>(() => undefined);
    const slow = { ...get, time_ms_max: 50 };
    const late = sendOutbound('https://slow.example.com/', slow, strict, never);
    await expect(late).rejects.toMatchObject({ issue: { params: { reason: 'time' } } });
  });

  it('has an odd port only inside', async () => {
    const open = { ports: [443], internal: ['10.1.0.0/16'] };
    const sent = sendOutbound('https://a.example.com:22/', get, open, async () => ['8.8.8.8']);
    await expect(sent).rejects.toMatchObject({ issue: { params: { reason: 'port' } } });
  });

  it('needs TLS outside even where http is allowed inside', async () => {
    const open = { ports: [80, 443], internal: ['10.1.0.0/16'] };
    const sent = sendOutbound('http://out.example.com/', get, open, async () => ['8.8.8.8']);
    await expect(sent).rejects.toThrow('outbound.address_refused');
  });
});

describe('an answer', () => {
  const servers: Server[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-outbound-'));
  const here = { ports: [443], internal: ['127.0.0.0/8'] };
  let url = '';
  let answer: RequestListener = (_, response) => response.end();
  beforeAll(async () => {
    url = await listening(createServer((asked, response) => answer(asked, response)));
  });
  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  async function listening(server: Server): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('comes from the address that was looked at, asked by its name', async () => {
    let asked = '';
    answer = ({ headers: { host = '' }, url: path = '' }, response) => {
      asked = `${host}${path}`;
      response.setHeader('x-a', 'b').end('good');
    };
    const port = url.split(':')[1] ?? '';
    let questions = 0;
    const named = `http://inside.example.com:${port}/a?b=c`;
    const got = await sendOutbound(named, get, { ...here, ports: [Number(port)] }, async () => {
      questions += 1;
      return questions === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    });
    expect([got.status, got.body.toString(), got.headers['x-a']]).toEqual([200, 'good', 'b']);
    expect([asked, questions]).toEqual([`inside.example.com:${port}/a?b=c`, 1]);
  });

  it('that sends elsewhere is not followed', async () => {
    let hits = 0;
    answer = (_, response) => {
      hits += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    };
    expect((await sendOutbound(`http://${url}/`, get, here)).status).toBe(302);
    expect(hits).toBe(1);
  });

  it.each([-1, 0, 1])('may have as many bytes as the limit (%i)', async (more) => {
    const bytes = limits.outbound_body_bytes_max + more;
    answer = (_, response) => response.end(Buffer.alloc(bytes));
    const sent = sendOutbound(`http://${url}/`, get, here);
    if (more <= 0) expect((await sent).body.length).toBe(bytes);
    else await expect(sent).rejects.toMatchObject({ issue: { params: { reason: 'size' } } });
  });

  it('that never ends is given up', async () => {
    answer = (_, response) => void response.write('a');
    const sent = sendOutbound(`http://${url}/`, { ...get, time_ms_max: 200 }, here);
    await expect(sent).rejects.toMatchObject({ issue: { params: { reason: 'time' } } });
  });

  it('from somebody whose certificate nobody vouches for is none', async () => {
    const file = (name: string) => join(folder, name);
    const subject = '-nodes -subj /CN=a.example.com -newkey ec -pkeyopt';
    const made = `req -x509 ${subject} ec_paramgen_curve:prime256v1`.split(' ');
    const files = ['-keyout', file('key'), '-out', file('cert')];
    execFileSync('openssl', [...made, ...files], { stdio: 'ignore' });
    const given = { key: readFileSync(file('key')), cert: readFileSync(file('cert')) };
    let hits = 0;
    const at = await listening(createTlsServer(given, () => void (hits += 1)));
    const sent = sendOutbound(`https://${at}/`, get, here);
    await expect(sent).rejects.toMatchObject({ issue: { params: { reason: 'certificate' } } });
    expect(hits).toBe(0);
  });
});
