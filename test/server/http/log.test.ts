import { z } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import { PolyprismError } from '../../../src/model/issue.ts';
import { handlings } from '../../../src/server/api/handlings.ts';
import { defineRoute } from '../../../src/server/contract/route.ts';
import { handle } from '../../../src/server/server.ts';
import { frame } from './server-for-tests.ts';

/** Made up: none of these is anybody's. */
const planted = ['13800138000', '张三丰', '110101199003070000', 'zhang.sanfeng@example.org'];

const echo = defineRoute({
  id: 'contract.read',
  method: 'post',
  path: '/echo/{who}',
  summary: { en: '', zh: '' },
  params: z.object({ who: z.string() }),
  query: z.looseObject({}),
  body: z.unknown(),
  answers: { 200: z.object({ who: z.unknown() }) },
});

const echoing = handle(echo)(async ({ asked }) => {
  if (asked.query['how'] === 'fault') {
    const cause = new Error(`duplicate key ${asked.params.who}`);
    throw new Error(`no row for ${asked.params.who}`, { cause });
  }
  if (asked.query['how'] === 'issue') {
    throw new PolyprismError('http.wrong_host', { host: asked.params.who });
  }
  return { status: 200, body: { who: asked.params.who } };
});

it('the log never holds what people sent, wherever they sent it and however it went', async () => {
  const { ask, log } = frame([...handlings, echoing]);
  let sent = 0;
  for (const text of planted) {
    const safe = encodeURIComponent(text);
    for (const how of ['well', 'fault', 'issue']) {
      const answer = await ask(`/echo/${safe}?how=${how}&name=${safe}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': safe,
          'x-forwarded-for': safe,
          'accept-language': safe,
          cookie: `polyprism_session=${safe}`,
          origin: 'http://127.0.0.1:4880',
        },
        body: JSON.stringify({ phone: text, [text]: text }),
      });
      expect([200, 500, 421]).toContain(answer.status);
      sent += 1;
    }
    for (const path of [`/${safe}`, `/api/v1/users/${safe}?cursor=${safe}`, `/healthz?${safe}`]) {
      await ask(path);
      sent += 1;
    }
    await ask('/api/v1/session', { method: 'POST', headers: { host: safe }, body: text });
    sent += 1;
  }
  expect(
    log()
      .split('\n')
      .filter((line) => line.includes('"msg":"request"')),
  ).toHaveLength(sent);
  for (const text of planted) {
    expect(log()).not.toContain(text);
    expect(log()).not.toContain(encodeURIComponent(text));
  }
});
