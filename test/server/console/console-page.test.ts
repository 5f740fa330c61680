import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/server/config.ts';
import { consolePage } from '../../../src/server/console/console-page.ts';
import { nonceMark, readConsole } from '../../../src/server/console/read-console.ts';
import { arrived } from '../../../src/server/http/arrived.ts';
import { responseOf } from '../../../src/server/http/reply.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-console-'));
mkdirSync(join(folder, 'assets'));
const script = 'export const a = 1;\n'.repeat(100);
writeFileSync(join(folder, 'index.html'), `<script nonce="${nonceMark}"></script>`);
writeFileSync(join(folder, 'sources.sha256'), 'x');
writeFileSync(join(folder, 'mark.svg'), '<svg/>');
writeFileSync(join(folder, 'assets', 'a-1.js'), script);
writeFileSync(join(folder, 'assets', 'a-1.js.gz'), gzipSync(script));
afterAll(() => rmSync(folder, { recursive: true }));

const built = await readConsole(folder);
if (built === null) throw new Error('nothing was read');

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const request = new Request(`http://127.0.0.1${path}`, { headers });
  return await Promise.resolve(
    responseOf(consolePage(built, arrived(request, null, defaultConfig))),
  );
};

describe('the console as it is served', () => {
  it.each([
    ['/', 302],
    ['/console', 308],
  ])('leads there from %s', async (path, status) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, '/console/']);
  });

  it('has one page for every address, each time with a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (const path of ['/console/', '/console/matters/1?a=b', '/console/sources.sha256']) {
      const answer = await get(path);
      const nonce = /nonce="([\w+/]{22}==)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
          "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; " +
          "worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(answer.headers.get('cache-control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('keeps files with a digest in their name for good, and others not', async () => {
    const asset = await get('/console/assets/a-1.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await asset.text()).toBe(script);
    const mark = await get('/console/mark.svg');
    expect(mark.headers.get('cache-control')).toBe('no-cache');
    expect(mark.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  });

  it('sends them compressed to who takes that, in a form that is there', async () => {
    const gzip = await get('/console/assets/a-1.js', { 'accept-encoding': 'gzip, br' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gzip.headers.get('vary')).toBe('accept-encoding');
    expect(gunzipSync(await gzip.bytes()).toString()).toBe(script);
    const plain = await get('/console/assets/a-1.js', { 'accept-encoding': 'br' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it('has no page in place of a file that is not there', async () => {
    await expect(get('/console/assets/none.js')).rejects.toThrow('http.not_found');
    await expect(get('/console/assets/..%2findex.html')).rejects.toThrow('http.not_found');
  });
});
