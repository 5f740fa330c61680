import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preCheckService } from '../../../src/live/pre-check.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import * as prechecks from '../../../src/server/contract/prechecks.ts';
import type { Client } from '../../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { root } from '../../tidy/repository.ts';

let api: ApiServer;
let call: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'shop', 'operator');
  call = api.client((await addPerson(api, 'hand', 'shop', ['handler'])).headers);
});
afterAll(async () => await api.end());

const record = { listing_id: 'L1', title: '全网第一面膜', price_minor: 9_900, status: 'on' };

async function check(body: Parameters<typeof ask>[0]) {
  const answer = await ask(body);
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body;
}
const ask = async (body: { table: 'listing' | 'content'; record: Record<string, unknown> }) =>
  await call(prechecks.prechecksCreate, { body });

describe('a record before it goes out', () => {
  it('is told what it breaks and by what, in both languages', async () => {
    const found = await check({ table: 'listing', record });
    expect(found).toMatchObject({ table: 'listing', id: 'L1', as_of: '2026-03-02' });
    expect(['breach', 'indication']).toContain(found.verdict);
    const worst = found.verdicts.find(({ verdict }) => verdict === found.verdict);
    expect(worst?.explanation?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(worst?.explanation?.en).toMatch(/[a-z]/);
    expect(worst?.evidence.length).toBeGreaterThan(0);
    expect(found.packs).toMatchObject([
      { id: 'cn', digest: expect.stringMatching(/^[0-9a-f]{64}/) },
    ]);
    expect(JSON.stringify(found.hits)).toContain('第一');
  });

  it('is told what could not be checked, and what that would take', async () => {
    const found = await check({ table: 'listing', record: { listing_id: 'L2', title: '好茶' } });
    expect(found.verdict).toBe('cannot_tell');
    const open = found.verdicts.filter(({ verdict }) => verdict === 'cannot_tell');
    expect(open.every(({ needs }) => needs.length > 0)).toBe(true);
    expect(found.beyond.length).toBeGreaterThan(0);
  });

  it('is judged as the library judges it', async () => {
    const packs = await shippedPacks('cn');
    const library = preCheckService(packs, { as_of: '2026-03-02', currency: 'CNY' }, []);
    for (const one of [record, { title: '国家级好茶', no_return: true }, {}]) {
      const { verdicts } = library('listing', one);
      const told = await check({ table: 'listing', record: one });
      expect(told.verdicts.map(({ provision, verdict }) => [provision, verdict])).toEqual(
        verdicts.map(({ provision, verdict }) => [provision, verdict]),
      );
    }
  });

  it('names what of it could not be read', async () => {
    const found = await check({ table: 'listing', record: { price_minor: 'cheap', nonsense: 1 } });
    expect(found.issues.length).toBeGreaterThan(0);
    expect(found.issues[0]?.zh).toMatch(/[\u4e00-\u9fff]/);
    const unknown = await call(prechecks.prechecksCreate, {
      // A table there is not.
      body: { table: 'nowhere' as 'listing', record },
    });
    expect(!unknown.ok && unknown.problem.code).toBe('http.invalid');
  });
});

describe('a commission plan before it is introduced', () => {
  it('is told which provisions its words or small networks meet', async () => {
    const plan = await readFile(join(root, 'plans', 'huasheng-2017.yaml'), 'utf8');
    const answer = await call(prechecks.prechecksPlan, { body: { plan } });
    if (!answer.ok) throw new Error(answer.problem.en);
    const { tests, searched, wrong } = answer.body;
    expect(wrong).toEqual([]);
    expect(searched).toMatchObject({ members: 2 });
    const met = tests.filter(({ verdict }) => verdict === 'met');
    expect(met.length).toBeGreaterThan(0);
    expect(met[0]?.explanation?.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('that cannot be read is told where', async () => {
    const plan = 'schema: polyprism.plan/1\nid: 7\n';
    const answer = await call(prechecks.prechecksPlan, { body: { plan } });
    if (!answer.ok) throw new Error(answer.problem.en);
    expect(answer.body.plan).toBeNull();
    expect(answer.body.wrong.length).toBeGreaterThan(0);
    expect(answer.body.wrong[0]?.line).toBeGreaterThan(0);
    expect(answer.body.tests).toEqual([]);
  });
});
