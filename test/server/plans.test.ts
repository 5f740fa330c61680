import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../src/server/contract/plans.ts';
import type { RouteShape } from '../../src/server/contract/route.ts';
import { limits } from '../../src/model/limits.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { eventsOf } from '../support/event-answer.ts';
import type { ToldEvent } from '../support/event-answer.ts';

const plans = new URL('../../plans/', import.meta.url).pathname;
const one = readFileSync(join(plans, 'one-level-affiliate.yaml'), 'utf8');
const entryFee = readFileSync(join(plans, 'huasheng-2017.yaml'), 'utf8');

let api: ApiServer;
let reader: Person;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'a', 'platform');
  await addTenant(api, 'b', 'regulator');
  reader = await addPerson(api, 'reader', 'a', ['reader']);
});
afterAll(async () => await api.end());

/** Events of a study, to its end or until `until` says enough. */
async function study(
  route: RouteShape,
  body: unknown,
  until?: (told: ToldEvent) => boolean,
): Promise<ToldEvent[]> {
  return await eventsOf(api.url, route, reader.headers, body, {}, until);
}

describe('the plan lab', () => {
  it('finds the entry fee of a known plan with the smallest network', async () => {
    const body = { plan: entryFee, as_of: '2026-11-01', seconds: 300 };
    const told = await study(contract.plansLint, body, ({ event }) => event === 'partial');
    // 穗工商处字〔2019〕13号: a fee to become a super member. One member who pays it is enough.
    const fee = told
      .at(-1)
      ?.data['tests'].find((test: any) => test.provision === 'cn.pyramid.art7p2');
    expect(fee).toMatchObject({ verdict: 'met', finds: 'breach', example: { members: 1 } });
    expect(fee.example.events).toHaveLength(1);
  });

  it('lays two plans side by side, and mends the one that pays for entry', async () => {
    const judged = { packs: ['us'], members: 2, events: 2, seconds: 300 };
    const compared = await study(contract.plansCompare, {
      ...judged,
      plans: [entryFee.replace('currency: CNY', 'currency: USD'), one],
      runs: 2,
    });
    const { sides, differs } = compared.at(-1)!.data;
    expect(sides.map(({ plan }: any) => plan)).toEqual(['huasheng-2017', 'one-level-affiliate']);
    // Koscot, 1975: paid for recruiting, out of what recruits pay.
    expect(differs).toContain('us.pyramid.koscot');
    const usd = entryFee.replace('currency: CNY', 'currency: USD');
    const mended = await study(contract.plansMend, {
      ...judged,
      plan: usd,
      indications: true,
    });
    const { mendings, mended: after } = mended.at(-1)!.data;
    expect(mendings.map(({ provision }: any) => provision)).toContain('us.pyramid.koscot');
    const open = after.after.tests.filter(({ verdict }: any) => verdict === 'met');
    expect(open).toEqual([]);
  });

  it('names every mistake of a text and studies nothing', async () => {
    const wrong = one.replace('rate: 10%', 'rate: much');
    const told = await study(contract.plansSimulate, { plan: wrong });
    const line = wrong.split('\n').findIndex((text) => text.includes('much')) + 1;
    expect(told.map(({ event }) => event)).toEqual(['result']);
    expect(told[0]?.data['wrong']).toMatchObject([{ plan: 0, code: 'plan.wrong_value', line }]);
  });

  it('plays a plan by its seed, once: the same question has the same answer at once', async () => {
    const body = { plan: one, runs: 3, seed: 7, join_month: 2 };
    const told = await study(contract.plansSimulate, body);
    const { simulation } = told.at(-1)!.data;
    expect(simulation.assumptions).toMatchObject({ runs: 3, seed: 7 });
    expect(simulation.outlook.joins_in_month).toBe(2);
    // Nobody pays to join, so nobody is below zero.
    expect(simulation.money.commission_minor.n).toBe(3);
    for (const tenth of simulation.tenths) expect(tenth.loss_share.q95).toBe(0);
    const again = await study(contract.plansSimulate, body);
    expect(again.map(({ event }) => event)).toEqual(['result']);
    expect(again[0]?.data).toEqual(told.at(-1)?.data);
    const other = await study(contract.plansSimulate, { ...body, seed: 8 });
    expect(other[0]?.event).toBe('progress');
  });

  it('stops when its reader leaves, and gives the place to the next', async () => {
    const long = { plan: entryFee, members: 5, events: 6, seconds: 300 };
    await study(
      contract.plansLint,
      long,
      ({ event, data }) => event === 'progress' && data['step'] === 'packs',
    );
    const next = await study(contract.plansSimulate, { plan: one, runs: 1, seed: 8 });
    expect(next.at(-1)?.event).toBe('result');
  });

  it('ends when its time is over, with what it has or none', async () => {
    const body = { plan: entryFee, runs: 20_000, seconds: 1 };
    const told = await study(contract.plansSimulate, body);
    expect(told.at(-1)).toMatchObject({ event: 'problem', data: { code: 'plan.study_time' } });
    const [most, over] = [limits.plan_study_s_max, limits.plan_study_s_max + 1];
    const taken = [most - 1, most, over].map(
      (seconds) => contract.plansLint.body.safeParse({ plan: '', seconds }).success,
    );
    expect(taken).toEqual([true, true, false]);
  });
});

describe('saved plans', () => {
  it('are read by the tenant, and by whoever is signed in while the link holds', async () => {
    const own = api.client(reader.headers);
    const other = api.client((await addPerson(api, 'other', 'b', ['reader'])).headers);
    const made = await own(contract.plansCreate, { body: { title: '方案', plan: one } });
    expect.assert(made.ok);
    const params = { plan_id: made.body.id };
    expect(await other(contract.plansRead, { params })).toMatchObject({ status: 404 });
    const first = await own(contract.plansShare, { params });
    expect.assert(first.ok);
    const { link } = first.body;
    const seen = await other(contract.plansShared, { params: { link } });
    expect(seen).toMatchObject({ body: { title: '方案', plan: one, tenant: '机构 a' } });
    const stranger = await api.client()(contract.plansShared, { params: { link } });
    expect(stranger).toMatchObject({ status: 401 });
    const second = await own(contract.plansShare, { params });
    expect.assert(second.ok);
    expect(await other(contract.plansShared, { params: { link } })).toMatchObject({ status: 404 });
    await own(contract.plansUnshare, { params });
    const ended = await other(contract.plansShared, { params: second.body });
    expect(ended).toMatchObject({ status: 404 });
    expect(await own(contract.plansDelete, { params })).toMatchObject({ status: 204 });
    expect(await own(contract.plansList, { query: {} })).toMatchObject({ body: { items: [] } });
  });

  it('have examples: every known plan with what came of it', async () => {
    const known = await api.client()(contract.plansKnown, {});
    expect.assert(known.ok);
    const files = readdirSync(plans).filter((name) => name.endsWith('.yaml'));
    expect(known.body.items.map(({ id }) => `${id}.yaml`)).toEqual(files.toSorted());
  });
});
