import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/model/actor.ts';
import { mattersRead, mattersStep } from '../../../src/server/contract/matters.ts';
import { publicRecordRead } from '../../../src/server/contract/public.ts';
import {
  publicationsCreate,
  publicationsWithdraw,
} from '../../../src/server/contract/publications.ts';
import type { Client } from '../../../src/server/client.ts';
import { appendEvents } from '../../../src/store/matters/append-events.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { digest, officer, play, second, shop, side, third } from '../../support/casework.ts';
import { cnLaw } from '../../support/cn-law.ts';

let api: ApiServer;
let ask: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'amr', 'regulator');
  await addTenant(api, 'shop', 'operator');
  ask = api.client((await addPerson(api, 'li', 'amr', ['handler'])).headers);
  for (const user of ['zhang', 'zhao']) await addPerson(api, user, 'amr', ['handler', 'approver']);
  await addPerson(api, 'wang', 'shop', ['handler']);
  await served('c-step');
  await served('c-page');
});
afterAll(async () => await api.end());

/** A case decided on 12 February 2026 and served, which the party then took to reconsideration. */
async function served(matter_id: string): Promise<void> {
  const game = play('case', await cnLaw());
  const parties = [side('owner', officer), side('subject', shop)];
  const data = { source: 'monitoring', facts: '虚假交易', parties };
  game.take('2026-02-02', officer, 'open', { data });
  game.both('2026-02-02', officer, second, 'open_case', { data: { officers: ['li', 'zhang'] } });
  const ended = { proposal: '处罚', file_digest: digest('a') };
  game.take('2026-02-02', officer, 'finish_investigation', { data: ended });
  game.take('2026-02-02', third, 'review', { data: { opinion: '同意' } });
  const basis = ['《反不正当竞争法》第二十五条'];
  const said = {
    facts: '虚假交易',
    grounds: '记录',
    basis,
    proposed: '罚款',
    hearing_right: false,
  };
  game.take('2026-02-03', officer, 'serve_notice', { data: said });
  game.take('2026-02-04', shop, 'waive');
  const given = { penalty: '罚款', basis, fine_minor: 500_000, discretion: '从轻' };
  const decided = { ...given, heavy: false, other_province: false };
  game.both('2026-02-12', officer, second, 'decide', { data: decided });
  game.take('2026-02-13', officer, 'serve', { data: { how: 'direct' } });
  game.take('2026-02-20', shop, 'reconsider', { data: { body: '市政府' } });
  // Each in the name of who took the step, as the database checks.
  for (const event of game.events) {
    await api.store.as(event.actor as Actor, async (tx) =>
      appendEvents(tx, matter_id, event.number - 1, [{ ...event, matter_id }]),
    );
  }
}

async function read(matter_id: string) {
  const answer = await ask(mattersRead, { params: { matter_id } });
  expect.assert(answer.ok && answer.status === 200);
  const { events, clocks } = answer.body;
  const done = (name: string) => clocks.find(({ clock }) => clock === name)?.done_on;
  return { number: events.at(-1)?.number ?? 0, last: events.at(-1), done };
}

async function step(matter_id: string, type: string): Promise<void> {
  const { number: expected } = await read(matter_id);
  const body = { type, data: {}, expected, reason: '复议决定书' };
  const answer = await ask(mattersStep, { params: { matter_id }, headers: {}, body });
  expect(answer.ok ? answer.status : answer.problem).toBe(201);
}

/** Publishes the decision and gives the record's id and day. */
async function publish(matter_id: string) {
  const answer = await ask(publicationsCreate, {
    body: {
      matter_id,
      kind: 'decision',
      number: '沪市监处罚〔2026〕1号',
      title: '行政处罚决定书',
      subject: { name: '好物公司', credit_code: '91350100M000100Y43', is_person: false },
      region: '上海市',
      category: '虚假交易',
      facts: '虚假交易',
      outcome: '罚款 5000 元',
      basis: ['《反不正当竞争法》第二十五条'],
      amount_minor: 500_000,
      currency: 'CNY',
      decided_on: '2026-02-12',
      reasons: null,
      draw: null,
      minor: true,
    },
  });
  expect(answer.ok ? answer.status : answer.problem).toBe(201);
  expect.assert(answer.ok && answer.status === 201);
  return answer.body.record;
}

const onPage = async (record_id: string) => {
  const answer = await api.client()(publicRecordRead, { params: { record_id } });
  return [answer.status, answer.ok && 'why' in answer.body ? answer.body.why : null];
};

describe('publishing the decision of a case', () => {
  it('ends the term for publishing; the step that takes it down leaves a tombstone', async () => {
    expect((await read('c-step')).done('publication')).toBeNull();
    const { id, published_on } = await publish('c-step');
    const told = await read('c-step');
    expect(told.last).toMatchObject({ type: 'publish', data: { minor: true } });
    expect([published_on, told.done('publication')]).toEqual(['2026-03-02', '2026-03-02']);
    await step('c-step', 'annul_reconsideration');
    // Three working days for taking it down have begun; nothing is done yet.
    expect((await read('c-step')).done('withdrawal')).toBeNull();
    expect(await onPage(id)).toEqual([200, null]);
    await step('c-step', 'withdraw_publication');
    expect(await onPage(id)).toEqual([410, 'annulled']);
    expect((await read('c-step')).done('withdrawal')).toBe('2026-03-02');
  });

  it('taken down at its page, the matter says so and its term is ended', async () => {
    const { id } = await publish('c-page');
    await step('c-page', 'annul_reconsideration');
    const withdrawn = await ask(publicationsWithdraw, {
      params: { publication_id: id },
      body: { why: 'annulled' },
    });
    expect(withdrawn.ok && withdrawn.body.why).toBe('annulled');
    const after = await read('c-page');
    expect(after.last?.type).toBe('withdraw_publication');
    expect(after.done('withdrawal')).toBe('2026-03-02');
    expect(await onPage(id)).toEqual([410, 'annulled']);
  });
});

describe('publishing a recall', () => {
  it('says so in the matter once, stands on the page, and goes when it is taken off', async () => {
    const game = play('recall', await cnLaw());
    const parties = [side('owner', officer), side('subject', shop)];
    const goods = { product: '儿童餐椅', lots: ['A1'], defect: '卡扣易断' };
    game.take('2026-02-20', shop, 'open', { data: { ...goods, parties } });
    const plan = { plan: '退货退款', plan_digest: digest('b'), affected: 10 };
    const write = async (): Promise<void> => {
      for (const event of game.events) {
        await api.store.as(event.actor as Actor, async (tx) =>
          appendEvents(tx, 'r-1', event.number - 1, [{ ...event, matter_id: 'r-1' }]),
        );
      }
    };
    game.take('2026-02-21', shop, 'file_plan', { data: plan });
    await write();
    const body = {
      matter_id: 'r-1',
      kind: 'recall' as const,
      number: null,
      title: '召回儿童餐椅',
      subject: { name: '好物公司', credit_code: '91350100M000100Y43', is_person: false },
      region: null,
      category: '儿童用品',
      facts: '卡扣易断',
      outcome: '退货退款',
      basis: ['《消费者权益保护法》第十九条'],
      amount_minor: null,
      currency: null,
      decided_on: '2026-02-21',
      reasons: null,
      draw: null,
    };
    const made = await ask(publicationsCreate, { body });
    expect.assert(made.ok && made.status === 201);
    const { id } = made.body.record;
    const told = await read('r-1');
    expect(told.last).toMatchObject({
      type: 'publish',
      data: { url: `${new URL(api.url).origin}/public/zh/recalls#${id}` },
    });
    const again = await ask(publicationsCreate, { body: { ...body, correction: '更正' } });
    expect(again.status).toBe(201);
    expect((await read('r-1')).number).toBe(told.number);
    const page = async () => (await fetch(new URL('/public/zh/recalls', api.url))).text();
    expect(await page()).toContain(`<article id="${id}">`);
    const withdrawn = await ask(publicationsWithdraw, {
      params: { publication_id: id },
      body: { why: 'mistaken' },
    });
    expect(withdrawn.ok && withdrawn.body.why).toBe('mistaken');
    expect(await page()).not.toContain(id);
  });
});
