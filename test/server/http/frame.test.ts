import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { problem } from '../../../src/server/contract/problem.ts';
import { defineRoute } from '../../../src/server/contract/route.ts';
import { handle } from '../../../src/server/server.ts';
import { handlings } from '../../../src/server/api/handlings.ts';
import { contractRead } from '../../../src/server/contract/health.ts';
import { frame } from './server-for-tests.ts';

/** A route under an id that anyone may call. */
const greet = defineRoute({
  id: 'contract.read',
  method: 'post',
  path: '/test/{who}',
  summary: { en: '', zh: '' },
  params: z.object({ who: z.string().max(10) }),
  body: z.strictObject({ age: z.int().min(0), nick: z.string().max(5) }),
  answers: { 200: z.object({ greeting: z.string() }) },
});

const greeting = handle(greet)(async ({ asked }) => {
  if (asked.params.who === 'fault') throw new Error('13912345678 is not to be told');
  const extra = { secret: 'hash' };
  return {
    status: 200,
    body: { ...extra, greeting: `${asked.params.who} ${asked.body.age}` },
  };
});

function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

describe('what is asked and answered', () => {
  it('goes through the schemas both ways: what is not named is left out', async () => {
    const { ask } = frame([greeting]);
    const answer = await ask('/test/ann', json({ age: 3, nick: 'a' }));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('{"greeting":"ann 3"}');
  });

  it('is refused with every wrong place, in both languages', async () => {
    const { ask } = frame([greeting]);
    const answer = await ask('/test/ann', json({ age: -1, nick: 'abcdef', role: 'admin' }));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = problem.parse(await answer.json());
    expect(body.code).toBe('http.invalid');
    expect(body.errors?.map(({ at }) => at)).toEqual(['body.age', 'body.nick', 'body']);
    expect(body.errors?.every(({ zh }) => /[\u4e00-\u9fff]/.test(zh))).toBe(true);
    expect(body.errors?.every(({ en }) => /^[ -~]+$/.test(en))).toBe(true);
  });

  it.each([
    ['no JSON', json('{'), 400, 'http.not_json'],
    ['no UTF-8', { ...json(''), body: new Uint8Array([34, 255, 34]) }, 400, 'http.not_json'],
    ['another type', json('a', { 'content-type': 'text/plain' }), 415, 'http.media_type'],
    ['another origin', json({}, { origin: 'http://evil.test' }), 403, 'auth.wrong_origin'],
    ['another host', json({}, { host: 'evil.test' }), 421, 'http.wrong_host'],
  ])('is refused: %s', async (_, init, status, code) => {
    const { ask } = frame([greeting]);
    const answer = await ask('/test/ann', init);
    expect([answer.status, problem.parse(await answer.json()).code]).toEqual([status, code]);
  });

  it('is taken at the limit of a body and refused one byte beyond', async () => {
    const { ask } = frame([greeting]);
    const max = limits.http_body_bytes_max;
    const codes: unknown[] = [];
    for (const size of [max - 1, max, max + 1]) {
      const answer = await ask('/test/ann', json('"'.padEnd(size - 1) + '"'));
      codes.push(problem.parse(await answer.json()).code);
    }
    expect(codes).toEqual(['http.invalid', 'http.invalid', 'http.body_too_large']);
  });

  it('is not found where the address cannot be', async () => {
    const { ask } = frame([greeting]);
    const long = await ask('/test/longer-than-ten', json({ age: 1, nick: '' }));
    const none = await ask('/nowhere');
    expect([long.status, none.status]).toEqual([404, 404]);
  });

  it('names the methods a path has', async () => {
    const { ask } = frame(handlings);
    const answer = await ask(contractRead.path, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('comes in the language asked for', async () => {
    const { ask } = frame([greeting]);
    const english = await ask('/nowhere', { headers: { 'accept-language': 'en-GB, zh;q=0.5' } });
    const chinese = await ask('/nowhere', { headers: { 'accept-language': 'en;q=0.1, zh-CN' } });
    const other = await ask('/nowhere', { headers: { 'accept-language': 'fr' } });
    const language = (answer: Response) => answer.headers.get('content-language');
    expect([english, chinese, other].map(language)).toEqual(['en', 'zh', 'zh']);
  });
});

describe('a fault of ours', () => {
  it('tells nobody what it was about: no trace, no message, not in the log either', async () => {
    const { ask, log } = frame([greeting]);
    const answer = await ask('/test/fault', json({ age: 1, nick: '' }));
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(problem.parse(JSON.parse(text)).code).toBe('http.internal');
    expect(text).not.toMatch(/13912345678|at file|\.ts/);
    expect(log()).toContain('"msg":"fault"');
    expect(log()).toContain('frame.test.ts');
    expect(log()).not.toContain('13912345678');
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    const { ask } = frame(handlings);
    for (const path of ['/healthz', '/nowhere', '/api/v1/openapi.json']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('insists on TLS where users come by it', async () => {
    const { ask } = frame(handlings, {}, { public_url: 'https://pp.example' });
    const answer = await ask('/healthz', { headers: { host: 'pp.example' } });
    expect(answer.headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    );
  });
});

describe('the frame', () => {
  it('paces an address: after the burst it says how long to wait', async () => {
    const rate_address = { burst: 3, per_second: 0.5 };
    const { ask } = frame(handlings, {}, { rate_address });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await ask('/api/v1/openapi.json')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await ask('/api/v1/openapi.json')).headers.get('retry-after')).toBe('2');
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('takes nothing but probes once it is stopping', async () => {
    const { ask, stop } = frame(handlings);
    expect((await ask('/readyz')).status).toBe(200);
    stop.abort();
    expect((await ask('/api/v1/openapi.json')).status).toBe(503);
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 503]);
  });

  it('tells its figures to the machine itself alone', async () => {
    const behind = frame(handlings, {}, { trusted_proxies: ['127.0.0.0/8'] });
    const far = await behind.ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const near = await behind.ask('/metrics');
    expect([far.status, near.status]).toEqual([404, 200]);
    const figures = await near.text();
    expect(figures).toMatch(/polyprism_http_requests_total\{route="metrics.read",status="404"\} 1/);
    // A store that does not answer is told of; what waits there is not nought but unknown.
    expect(figures).toContain('\npolyprism_store_up 0\n');
    expect(figures).not.toMatch(/^polyprism_(jobs|outbox_waiting|matters_overdue)\b/m);
  });
});
