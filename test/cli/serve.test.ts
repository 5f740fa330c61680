import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveReport } from '../../src/cli/serve-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-serve-'));
let server: Server;
let port = 0;

beforeAll(async () => {
  writeFileSync(join(folder, 'report.html'), '<p>报告</p>');
  writeFileSync(join(folder, 'findings.csv'), 'a,b\n');
  writeFileSync(join(folder, 'person.key'), 'secret');
  const served = await serveReport(folder, ['report.html', 'findings.csv', 'members.csv'], 0);
  server = served.server;
  port = Number(new URL(served.url).port);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly type: string | undefined;
}

/** The path goes out as it stands: fetch would tidy `..` away. */
async function get(path: string, host?: string, method = 'GET'): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode, body, type: response.headers['content-type'] }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the report served', () => {
  it('is the page at / and its files by name', async () => {
    const type = 'text/html; charset=utf-8';
    expect(await get('/')).toEqual({ status: 200, body: '<p>报告</p>', type });
    expect(await get('/report.html?x=1')).toMatchObject({ status: 200, body: '<p>报告</p>' });
    expect(await get('/findings.csv')).toMatchObject({ status: 200, body: 'a,b\n' });
    expect(await get('/findings.csv', undefined, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    '/person.key',
    '/members.csv',
    '/../serve.test.ts',
    '/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//report.html',
    '/./report.html',
    '/report.html%00',
    '/%',
    '/snapshot/person.key',
  ])('is nothing else: %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '' });
  });

  it('answers to its own names only', async () => {
    expect((await get('/', `localhost:${port}`)).status).toBe(200);
    expect((await get('/', `LOCALHOST:${port}`)).status).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', '127.0.0.1:1']) {
      expect(await get('/', host)).toMatchObject({ status: 421, body: '' });
    }
    expect((await get('/', undefined, 'POST')).status).toBe(405);
  });

  it('listens on the loopback address alone', async () => {
    expect(server.address()).toMatchObject({ address: '127.0.0.1' });
    const outward = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outward === undefined) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: outward.address, port });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});
