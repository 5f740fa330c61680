import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as matters from '../../../src/server/contract/matters.ts';
import * as views from '../../../src/server/contract/matters-views.ts';
import { sweepMatters } from '../../../src/server/jobs/sweep-matters.ts';
import { shippedLaws } from '../../../src/cli/serve/shipped-laws.ts';
import { limits } from '../../../src/model/limits.ts';
import { addPerson, addTenant } from '../../support/api-server.ts';
import { matterFor } from '../../support/matter-for.ts';
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
const complaint = async (title: string): Promise<string> =>
  await office.open('buyer', 'complaint', { title, facts: '事实', request: '退款' }, sides);

describe('many at once', () => {
  it('are answered one by one, and again the same for the same key', async () => {
    const [first, second] = [await complaint('甲'), await complaint('乙')];
    await office.take('li', second, 'accept');
    const foreign = await office.open(
      'wu',
      'complaint',
      { title: '丙', facts: 'f', request: 'r' },
      [
        { face: 'applicant', tenant_id: 'public', user_id: 'buyer' },
        { face: 'subject', tenant_id: 'shop' },
      ],
    );
    const li = await office.as('li');
    const body = {
      type: 'accept',
      matters: [
        { matter_id: first, expected: 1 },
        { matter_id: second, expected: 2 },
        { matter_id: foreign, expected: 1 },
        { matter_id: 'nowhere', expected: 1 },
      ],
    };
    const headers = { 'idempotency-key': 'bulk' };
    const { items } = good(await li(matters.stepsBulk, { headers, body }));
    expect(items.map(({ taken, problem }) => taken?.status ?? problem?.code)).toEqual([
      'accepted',
      'casework.wrong_status',
      'http.not_found',
      'http.not_found',
    ]);
    expect(items[1]?.problem?.zh).toContain('已受理');
    const again = good(await li(matters.stepsBulk, { headers, body }));
    expect(again.items[0]).toEqual(items[0]);
    expect((await office.read('li', first)).number).toBe(2);
  });
});

describe('matters that belong together', () => {
  it('are merged into one that goes on, and split with both sides knowing', async () => {
    const [gone, kept] = [await complaint('重复'), await complaint('保留')];
    await office.take('li', gone, 'merge', { data: { matter_id: kept }, reason: '同一事实' });
    expect((await office.read('li', gone)).status).toBe('merged');
    expect((await office.read('li', kept)).links).toEqual([{ matter_id: gone, how: 'came_from' }]);
    // The consumer is told that it goes on elsewhere, and not where.
    const told = await office.read('buyer', gone);
    expect(told.status).toBe('merged');
    expect(told.events.at(-1)).toMatchObject({ type: 'merge', reason: '同一事实' });
    expect(told.events.at(-1)?.data).toEqual({});
    const more = await complaint('再并入');
    const into = { data: { matter_id: gone }, reason: '同一事实' };
    expect(await office.refused('li', more, 'merge', into)).toBe('matters.ended');
    expect((await office.read('li', more)).number).toBe(1);
    const itself = { data: { matter_id: more, how: 'related' } };
    expect(await office.refused('li', more, 'link', itself)).toBe('matters.same_matter');

    const applicant = { face: 'applicant' as const, tenant_id: 'public', user_id: 'buyer' };
    const part = await office.open(
      'li',
      'complaint',
      { title: '分出', facts: '另一笔订单', request: '退款' },
      [applicant, { face: 'subject', tenant_id: 'shop2' }],
      { split_from: { matter_id: kept, expected: 2, reason: '另一经营者' } },
    );
    expect((await office.read('li', part)).links).toEqual([{ matter_id: kept, how: 'came_from' }]);
    expect((await office.read('li', kept)).links).toContainEqual({
      matter_id: part,
      how: 'split_into',
    });
    // All or nothing: where the split is refused, nothing is opened.
    const before = good(await (await office.as('li'))(matters.mattersList, { query: {} })).items;
    const stale = { split_from: { matter_id: kept, expected: 1, reason: 'r' } };
    const data = { title: '不成', facts: 'f', request: 'r' };
    await expect(
      office.open('li', 'complaint', data, [applicant, sides[1] ?? applicant], stale),
    ).rejects.toThrow('store.conflict');
    const after = good(await (await office.as('li'))(matters.mattersList, { query: {} })).items;
    expect(after).toEqual(before);
  });

  it('have parties that are there, and are what they are', async () => {
    const id = await complaint('参与方');
    const add = (tenant_id: string, party: string) => ({
      data: { face: 'helper', party, tenant_id },
    });
    expect(await office.refused('li', id, 'add_party', add('nobody', 'platform'))).toBe(
      'matters.no_tenant',
    );
    expect(await office.refused('li', id, 'add_party', add('shop2', 'platform'))).toBe(
      'matters.no_tenant',
    );
    await office.take('li', id, 'add_party', add('mall', 'platform'));
    expect((await office.read('chen', id)).faces).toEqual(['helper']);
    expect(await office.refused('li', id, 'assign', { data: { user_id: 'wu' } })).toBe(
      'matters.no_user',
    );
    expect(await office.refused('li', id, 'assign', { data: { user_id: 'reading' } })).toBe(
      'matters.no_user',
    );
    const other = { face: 'applicant' as const, tenant_id: 'public', user_id: 'buyer2' };
    const data = { title: '冒名', facts: 'f', request: 'r' };
    await expect(office.open('buyer', 'complaint', data, [...sides, other])).rejects.toThrow(
      'matters.no_tenant',
    );
  });
});

describe('queues, tags and views', () => {
  it('find what they say, in the office alone', async () => {
    const id = await complaint('标签');
    await office.take('li', id, 'tag', { data: { tags: ['双十一', '直播'] } });
    await office.take('li', id, 'queue', { data: { queue: '网监一组' } });
    await office.take('li', id, 'accept');
    await office.take('li', id, 'assign', { data: { user_id: 'hu' } });
    const ids = async (user: string, query: Record<string, string>) =>
      good(await (await office.as(user))(matters.mattersList, { query })).items.map(
        (one) => one.id,
      );
    expect(await ids('li', { tag: '双十一' })).toEqual([id]);
    expect(await ids('li', { in_queue: '网监一组', kind: 'complaint' })).toEqual([id]);
    expect(await ids('li', { tag: '双十一', kind: 'case' })).toEqual([]);
    expect(await ids('hu', { queue: 'mine' })).toEqual([id]);
    expect(await ids('li', { queue: 'mine' })).toEqual([]);
    expect(await ids('buyer', { queue: 'mine', status: 'accepted' })).toContain(id);
    expect(await ids('wang', { tag: '双十一' })).toEqual([]);
    expect((await office.read('wang', id)).tags).toEqual([]);
  });

  it('are kept by name, one’s own or shared', async () => {
    const [li, hu, wu] = [await office.as('li'), await office.as('hu'), await office.as('wu')];
    const query = { queue: 'overdue' as const, kind: 'complaint' as const, q: '退款' };
    const mine = good(await li(views.viewsCreate, { body: { name: '我的超期', query } }));
    const shared = { name: '全局超期', shared: true, query };
    const ours = good(await li(views.viewsCreate, { body: shared }));
    const names = async (client: typeof li) =>
      good(await client(views.viewsList, {})).items.map(({ name, own }) => [name, own]);
    expect(await names(li)).toEqual([
      ['全局超期', true],
      ['我的超期', true],
    ]);
    expect(await names(hu)).toEqual([['全局超期', false]]);
    expect(await names(wu)).toEqual([]);
    const params = { view_id: ours.id };
    const body = { name: '改名', query: {} };
    expect((await hu(views.viewsUpdate, { params, body })).status).toBe(404);
    expect(good(await li(views.viewsUpdate, { params, body }))).toMatchObject({ shared: false });
    expect((await hu(views.viewsDelete, { params: { view_id: mine.id } })).status).toBe(404);
    expect((await li(views.viewsDelete, { params: { view_id: mine.id } })).status).toBe(204);
    expect(await names(li)).toEqual([['改名', true]]);
  });
});

describe('the law of another jurisdiction', () => {
  it('says what it lacks, and never lends a last day of ours', async () => {
    const { api } = office;
    await addTenant(api, 'economie', 'regulator', 'eu');
    await addPerson(api, 'anna', 'economie', ['handler']);
    const title = { title: '丁', facts: 'f', request: 'r' };
    const id = await office.open('buyer', 'complaint', title, [
      { face: 'owner', tenant_id: 'economie' },
      { face: 'subject', tenant_id: 'shop' },
    ]);
    const anna = api.client((await addPerson(api, 'anna', 'economie', ['handler'])).headers);
    const read = async () => good(await anna(matters.mattersRead, { params: { matter_id: id } }));
    const seen = await read();
    expect(seen.clocks).toMatchObject([
      {
        clock: 'acceptance',
        due_on: null,
        state: 'cannot_tell',
        unknown: { why: 'no_deadline', deadline: 'complaint.acceptance' },
      },
    ]);
    expect(seen).toMatchObject({ due_on: null, due_clock: 'acceptance', due_unknown: true });
    const ours = await office.read('li', await complaint('戊'));
    // Amounts without a currency are in that of the law each matter goes by.
    expect([seen.currency, ours.currency]).toEqual(['EUR', 'CNY']);
    expect(ours.clocks[0]).toMatchObject({ clock: 'acceptance', state: 'running', unknown: null });
    await sweepMatters(api.store, await shippedLaws(), api.now());
    expect(await read()).toMatchObject({ number: 1, due_on: null, due_unknown: true });
  });
});

describe('the sweep', () => {
  it('writes each reminder once, as the program, and lists know the day', async () => {
    const laws = await shippedLaws();
    const { api } = office;
    const sweep = async () => await sweepMatters(api.store, laws, api.now());
    office.toDay('2026-04-20');
    const id = await complaint('巡检');
    await sweep();
    office.toDay('2026-04-26');
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    office.toDay('2026-04-30');
    await Promise.all([sweep(), sweep()]);
    const seen = await office.read('li', id);
    expect(
      seen.events.map(({ type, actor, data }) => [type, actor?.kind, data['days_left']]),
    ).toEqual([
      ['open', 'person', undefined],
      ['remind', 'system', 3],
      ['remind', 'system', undefined],
    ]);
    expect(seen).toMatchObject({ due_on: '2026-04-29', due: 'overdue' });
    // The consumer is not reminded of what the office has not done.
    expect((await office.read('buyer', id)).events.map(({ type }) => type)).toEqual(['open']);
    const all = good(
      await (
        await office.as('li')
      )(matters.mattersEvents, { params: { matter_id: id }, query: { limit: 2 } }),
    );
    expect(all.items.map(({ number }) => number)).toEqual([1, 2]);
    expect(all.next).not.toBeNull();
  });
});

describe('a search', () => {
  it('says where more matters have the words than it looks at', async () => {
    const { api } = office;
    const tenant = 'regulator-many';
    await addTenant(api, tenant, 'regulator');
    const { headers } = await addPerson(api, 'many', tenant, ['handler']);
    const at = api.now().toISOString();
    const opened = async (i: number) => matterFor(api.store, `many-${i}`, tenant, 'many', at);
    const most = limits.search_matters_max;
    await Promise.all(Array.from({ length: most }, async (_, i) => await opened(i)));
    const found = async () => {
      const query = { q: 'a', limit: 1 };
      const { items, next, ...rest } = good(
        await api.client(headers)(matters.mattersList, { query }),
      );
      return [items.length, next !== null, rest];
    };
    expect(await found()).toEqual([1, true, { searched_latest: null }]);
    await opened(most);
    expect(await found()).toEqual([1, true, { searched_latest: most }]);
  });
});
