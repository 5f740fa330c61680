import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as matters from '../../../src/server/contract/matters.ts';
import { good, openOffice } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.api.end());

const sides = [
  { face: 'owner' as const, tenant_id: 'amr' },
  { face: 'subject' as const, tenant_id: 'shop' },
];
const facts = { facts: '收到的商品与描述不符', request: '退款' };
const agreed = { complainant_agrees: true, respondent_agrees: true };

async function clock(user: string, id: string, name: string) {
  const found = (await office.read(user, id)).clocks.find((one) => one.clock === name);
  expect.assert(found, `no clock ${name}`);
  return found;
}

describe('a complaint', () => {
  it('goes from a consumer’s filing to settlement, by the law of each day', async () => {
    // Monday 2 March 2026: Order 20, seven working days: 3 to 6 make 4, 9 to 11 make 7.
    const id = await office.open('buyer', 'complaint', { title: '鞋子开胶', ...facts }, sides);
    expect(await clock('li', id, 'acceptance')).toMatchObject({
      due_on: '2026-03-11',
      state: 'running',
      clause: { law: { zh: '市场监督管理投诉举报处理暂行办法' }, article: 'art. 14' },
    });
    expect(await clock('buyer', id, 'acceptance')).toMatchObject({ due_on: '2026-03-11' });
    office.toDay('2026-03-05');
    await office.take('li', id, 'assign', { data: { user_id: 'hu' } });
    expect((await office.take('hu', id, 'accept')).status).toBe('accepted');
    // Sixty days: 26 of March, 30 of April, 4 May is a holiday until the 5th.
    expect(await clock('hu', id, 'mediation')).toMatchObject({
      due_on: '2026-05-06',
      clause: { law: { zh: '中华人民共和国消费者权益保护法实施条例' }, article: 'art. 46' },
    });
    const steps = (await office.read('hu', id)).steps.map(({ step }) => step);
    expect(steps).toContain('mediate');
    expect(steps).not.toContain('settle');
    await office.take('hu', id, 'mediate', { data: agreed });
    office.toDay('2026-03-20');
    await office.take('hu', id, 'settle', { data: { form: 'document', terms: '全额退款' } });
    await office.take('hu', id, 'close');
    const seen = await office.read('buyer', id);
    // No list of offices is a consumer's to read, but who has the complaint is.
    expect(seen.parties.find(({ face }) => face === 'owner')?.name).toBe('机构 amr');
    expect(seen).toMatchObject({ status: 'closed', faces: ['applicant'], assignee: null });
    expect(seen.events.map(({ type }) => type)).toEqual([
      'open',
      'accept',
      'mediate',
      'settle',
      'close',
    ]);
    // Who handles it is the office, not a person; an optional remark is the handler's own.
    expect(seen.events[1]).toMatchObject({
      actor: { tenant_id: 'amr', user_id: null },
      reason: null,
    });
    expect(await clock('buyer', id, 'mediation')).toMatchObject({ state: 'in_time' });
  });

  it('of a day before and one after 15 April 2026 runs by Order 20, and by Order 121', async () => {
    office.toDay('2026-04-20');
    const old = { title: '旧法', received_on: '2026-04-10', ...facts };
    const before = await office.open('buyer', 'complaint', old, sides);
    const after = await office.open('buyer', 'complaint', { title: '新法', ...facts }, sides);
    // After Friday 10 April: 13 to 17 make 5, 20 and 21 make 7.
    expect(await clock('li', before, 'acceptance')).toMatchObject({
      due_on: '2026-04-21',
      state: 'due_soon',
      clause: { article: 'art. 14' },
    });
    // After Monday 20 April: 21 to 24 make 4, 27 to 29 make 7.
    expect(await clock('li', after, 'acceptance')).toMatchObject({
      due_on: '2026-04-29',
      clause: { article: 'art. 15', law: { zh: '市场监督管理投诉举报处理办法' } },
    });
    office.toDay('2026-04-22');
    expect(await clock('li', before, 'acceptance')).toMatchObject({ overdue: true });
    const client = await office.as('li');
    const list = good(await client(matters.mattersList, { query: {} }));
    // What is overdue stands first, what has no last day stands last.
    expect(list.items.map(({ title, due }) => [title, due])).toEqual([
      ['旧法', 'overdue'],
      ['新法', 'later'],
      ['鞋子开胶', null],
    ]);
    const late = good(await client(matters.mattersList, { query: { queue: 'overdue' } }));
    expect(late.items.map(({ id }) => id)).toEqual([before]);
    expect(good(await client(matters.overdueRead, {}))).toEqual({
      today: '2026-04-22',
      items: [
        {
          kind: 'complaint',
          assignee: null,
          overdue: 1,
          due_soon: 0,
          oldest_due_on: '2026-04-21',
        },
      ],
    });
    const free = good(await client(matters.mattersList, { query: { queue: 'unassigned' } }));
    expect(free.items.map(({ id }) => id)).toEqual([before, after]);
    expect(good(await client(matters.mattersList, { query: { queue: 'mine' } })).items).toEqual([]);
    const first = good(await client(matters.mattersList, { query: { limit: 2 } }));
    const cursor = first.next ?? '';
    const rest = good(await client(matters.mattersList, { query: { limit: 2, cursor } }));
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual([
      '旧法',
      '新法',
      '鞋子开胶',
    ]);
    expect(rest.next).toBeNull();
  });

  it('is the respondent’s to see from its acceptance, and nobody else’s ever', async () => {
    const id = await office.open('buyer', 'complaint', { title: '未受理前', ...facts }, sides);
    await office.take('li', id, 'note', { data: { text: '内部线索备注' } });
    const titles = async (user: string, query: { q?: string } = {}) =>
      good(await (await office.as(user))(matters.mattersList, { query })).items.map(
        ({ title }) => title,
      );
    const status = async (user: string) => {
      const client = await office.as(user);
      const answer = await client(matters.mattersRead, { params: { matter_id: id } });
      return answer.status;
    };
    expect(await titles('wang')).not.toContain('未受理前');
    expect(await status('wang')).toBe(404);
    expect(await office.refused('wang', id, 'note', { data: { text: 'x' } })).toBe(
      'http.not_found',
    );
    expect(await titles('wang', { q: '不符' })).not.toContain('未受理前');
    await office.take('li', id, 'accept');
    expect(await titles('wang')).toContain('未受理前');
    expect(await titles('wang', { q: '不符' })).toContain('未受理前');
    // Words of an internal note find it for its office alone.
    expect(await titles('li', { q: '線索備註' })).toContain('未受理前');
    expect(await titles('wang', { q: '线索备注' })).toEqual([]);
    for (const user of ['wu', 'rival', 'chen', 'sun', 'buyer2']) {
      expect([user, await status(user)]).toEqual([user, 404]);
      expect(await titles(user, { q: '不符' })).toEqual([]);
    }
  });
});

describe('two at once', () => {
  it('are one and a conflict that says so; a retry gives the first answer', async () => {
    const id = await office.open('buyer', 'complaint', { title: '并发', ...facts }, sides);
    const [li, hu] = [await office.as('li'), await office.as('hu')];
    const accept = (client: typeof li, key: string) =>
      client(matters.mattersStep, {
        params: { matter_id: id },
        headers: { 'idempotency-key': key, 'if-match': '"1"' },
        body: { type: 'accept' },
      });
    const answers = await Promise.all([accept(li, 'a'), accept(hu, 'b')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = answers.find(({ ok }) => !ok);
    expect.assert(refused && !refused.ok);
    expect(refused.problem).toMatchObject({
      code: 'store.conflict',
      zh: expect.stringContaining('已有变动'),
    });
    const [won, key] = answers[0].ok ? ([li, 'a'] as const) : ([hu, 'b'] as const);
    const first = answers.find(({ ok }) => ok);
    expect.assert(first?.ok);
    const again = await accept(won, key);
    expect(good(again)).toEqual(first.body);
    expect((await office.read('li', id)).number).toBe(2);
    const other = await won(matters.mattersStep, {
      params: { matter_id: id },
      headers: { 'idempotency-key': key },
      body: { type: 'note', data: { text: 'x' }, expected: 2 },
    });
    expect(other.ok ? null : other.problem.code).toBe('store.key_reused');
    const silent = await won(matters.mattersStep, {
      params: { matter_id: id },
      headers: {},
      body: { type: 'note', data: { text: 'x' } },
    });
    expect(silent.status).toBe(428);
  });
});
