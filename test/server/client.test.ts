import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import { defineRoute } from '../../src/server/contract/route.ts';

const rename = defineRoute({
  id: 'thing.rename',
  method: 'put',
  path: '/things/{thing_id}',
  summary: { en: '', zh: '' },
  params: z.object({ thing_id: z.string() }),
  query: z.object({ dry: z.coerce.boolean().optional() }),
  body: z.object({ name: z.string() }),
  answers: { 200: z.object({ number: z.int() }), 204: 'empty' },
});

describe('the typed client', () => {
  it('asks what the contract says, and knows what comes back', async () => {
    const seen: Request[] = [];
    const answers = [Response.json({ number: 3 }), new Response(null, { status: 204 })];
    const call = createClient(
      'http://a.test',
      () => ({ authorization: 'Bearer k' }),
      async (r) => {
        seen.push(r);
        return answers.shift() ?? Response.json({ code: 'http.not_found' }, { status: 404 });
      },
    );
    const given = { params: { thing_id: 'a/b' }, query: { dry: true }, body: { name: 'c' } };
    const first = await call(rename, given);
    expect(first.ok && first.status === 200 && first.body.number.toFixed(0)).toBe('3');
    const second = await call(rename, given);
    expect(second.ok && second.body).toBeUndefined();
    const third = await call(rename, given);
    expect(third.ok ? null : third.problem.code).toBe('http.not_found');
    expect(seen[0]?.url).toBe('http://a.test/things/a%2Fb?dry=true');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer k');
    expect(await seen[0]?.text()).toBe('{"name":"c"}');
  });

  it('does not compile where it is not as the contract says', () => {
    const call = createClient('http://a.test');
    const wrong = [
      // @ts-expect-error a body is missing
      () => call(rename, { params: { thing_id: 'a' }, query: {} }),
      // @ts-expect-error the name is text
      () => call(rename, { params: { thing_id: 'a' }, query: {}, body: { name: 1 } }),
    ];
    expect(wrong).toHaveLength(2);
  });
});
