import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/model/actor.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Client } from '../../../src/server/client.ts';
import { mattersRead, mattersStep } from '../../../src/server/contract/matters.ts';
import { publicPageRead, publicRecordRead } from '../../../src/server/contract/public.ts';
import {
  publicationsCreate,
  publicationsWithdraw,
} from '../../../src/server/contract/publications.ts';
import { shownOn } from '../../../src/store/publications.ts';
import { sweepMatters } from '../../../src/server/jobs/sweep-matters.ts';
import { appendEvents } from '../../../src/store/matters/append-events.ts';
import { systemActor } from '../../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer, Person } from '../../support/api-server.ts';
import { person, play, side } from '../../support/casework.ts';
import { shippedLaws } from '../../../src/cli/serve/shipped-laws.ts';
import { cnLaw } from '../../support/cn-law.ts';

let api: ApiServer;
let chen: Person;
const first = person('platform', 'mall', 'chen', 'handler');
const second = person('platform', 'mall', 'lin', 'handler', 'approver');
const shop = person('operator', 'shop', 'wang', 'handler');

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'shop', 'operator');
  chen = await addPerson(api, 'chen', 'mall', ['handler']);
  await addPerson(api, 'lin', 'mall', ['handler', 'approver']);
  await keep('m-decided', true);
  await keep('m-drafted', false);
});
afterAll(async () => await api.end());

/** A measure of the platform, drafted or decided by two persons. */
async function keep(matter_id: string, decided: boolean, ends_on?: string): Promise<void> {
  const game = play('measure', await cnLaw());
  const parties = [side('owner', first), side('subject', shop)];
  game.take('2026-03-01', first, 'open', { data: { facts: '刷单', parties } });
  const data: JsonObject = {
    measure: 'suspend',
    facts: '刷单',
    grounds: '规则',
    basis: ['平台规则第 12 条'],
    appeal_path: '商家后台',
    shop: '好物铺',
    found_by_machine: true,
    ...(ends_on !== undefined && { ends_on }),
  };
  if (decided) game.both('2026-03-01', first, second, 'decide', { data });
  // Each in the name of who took the step, as the database checks.
  for (const event of game.events) {
    const own = { ...event, matter_id };
    await api.store.as(event.actor as Actor, async (tx) =>
      appendEvents(tx, matter_id, event.number - 1, [own]),
    );
  }
}

const reasons = {
  decided_on: '2026-03-01',
  told_on: '2026-03-01',
  effective_on: '2026-03-01',
  measure: '暂停服务',
  scope: '店铺“好物铺”',
  territory: null,
  ends_on: null,
  open_ended: true,
  facts: '经营者张小三（电话13800138000）刷单',
  source: null,
  grounds: [
    { kind: 'rule' as const, title: '规则', article: '12', version: '2026-01-01', why: '刷单' },
  ],
  found_by_machine: true,
  decided_by_machine: false,
  person_on_request: null,
  redress: [{ kind: 'platform' as const, how: '商家后台—申诉' }],
};
const measure = {
  matter_id: 'm-decided',
  kind: 'measure' as const,
  number: null,
  title: '暂停服务',
  subject: { name: '好物公司', credit_code: '91350100M000100Y43', is_person: false },
  region: null,
  category: '刷单',
  facts: '张小三操作',
  outcome: '暂停服务',
  basis: ['平台规则第 12 条'],
  amount_minor: null,
  currency: null,
  decided_on: '2026-03-01',
  reasons,
  draw: null,
  persons: ['张小三'],
};

describe('publishing a measure', () => {
  const refused = async (change: object, by = chen): Promise<string> => {
    const answer = await api.client(by.headers)(publicationsCreate, {
      body: { ...measure, ...change },
    });
    return answer.ok ? 'published' : answer.problem.code;
  };

  it('is refused without a decided matter of its kind, or without full reasons', async () => {
    const other = await addPerson(api, 'wang', 'shop', ['handler']);
    await addTenant(api, 'mall-2', 'platform');
    const stranger = await addPerson(api, 'he', 'mall-2', ['handler']);
    expect(await refused({}, other)).toBe('auth.forbidden');
    expect(await refused({}, stranger)).toBe('disclosure.no_matter');
    expect(await refused({ kind: 'decision' })).toBe('disclosure.no_matter');
    expect(await refused({ matter_id: 'm-drafted' })).toBe('disclosure.not_decided');
    expect(await refused({ reasons: null })).toBe('disclosure.reasons_missing');
    expect(await refused({ reasons: { ...reasons, facts: null } })).toBe(
      'disclosure.reasons_missing',
    );
    // The Digital Services Act asks for more.
    expect(await refused({ laws: ['eu'] })).toBe('disclosure.reasons_missing');
  });

  it('masks persons, is read by anybody, corrected and withdrawn; digests stay', async () => {
    const ask = api.client(chen.headers);
    const anybody = api.client();
    const made = await ask(publicationsCreate, { body: measure });
    expect.assert(made.ok && made.status === 201);
    const { record, digest, removed } = made.body;
    expect(JSON.stringify(made.body)).not.toMatch(/张小三|13800138000/);
    expect(record.facts).toBe('张某某操作');
    expect(removed).toEqual({ name: 2, address: 0, mail: 0, number: 1 });
    expect([record.version, record.published_on, record.shown_until]).toEqual([
      1,
      '2026-03-02',
      null,
    ]);
    const params = { record_id: record.id };
    const read = await anybody(publicRecordRead, { params });
    expect.assert(read.ok && read.status === 200);
    expect(read.body).toEqual({ record, digest });

    const again = await ask(publicationsCreate, {
      body: { ...measure, outcome: '暂停服务 7 天', ends_on: '2026-03-09', correction: '期限' },
    });
    expect.assert(again.ok && again.status === 201);
    expect(again.body.record).toMatchObject({ id: record.id, version: 2, corrects: digest });
    api.wait(7 * 86_400);
    expect((await anybody(publicRecordRead, { params })).status).toBe(200);
    api.wait(86_400);
    expect((await anybody(publicRecordRead, { params })).status).toBe(404);
    const { headers } = await addPerson(api, 'chen', 'mall', []);
    const withdraw = async () =>
      api.client(headers)(publicationsWithdraw, {
        params: { publication_id: record.id },
        body: { why: 'annulled' as const },
      });
    const stone = await withdraw();
    expect.assert(stone.ok);
    expect(stone.body).toEqual({
      id: record.id,
      version: 2,
      kind: 'measure',
      withdrawn_on: '2026-03-10',
      why: 'annulled',
      digest: again.body.digest,
    });
    expect(await withdraw()).toMatchObject({ problem: { code: 'disclosure.withdrawn' } });
    const gone = await anybody(publicRecordRead, { params });
    expect([gone.status, gone.ok && gone.body]).toEqual([410, stone.body]);
    const stones = await (
      await fetch(new URL('/public-data/files/tombstones.json', api.url))
    ).json();
    expect(stones).toEqual([
      stone.body,
      { ...stone.body, version: 1, why: 'corrected', withdrawn_on: '2026-03-02', digest },
    ]);
    // Nothing of what it said is left in its table, and the log has both digests.
    await api.store.logSettled();
    const left = await api.store.as(systemActor, async ({ db }) => ({
      rows: await db.selectFrom('publication').select('content').execute(),
      leaves: await db
        .selectFrom('log_leaf')
        .select(['source', 'entry'])
        .where('source', 'like', 'publication/%')
        .orderBy('index')
        .execute(),
    }));
    expect(left.rows.map(({ content }) => content)).toEqual([null, null]);
    expect(left.leaves.map(({ entry }) => Buffer.from(entry).toString('hex'))).toEqual([
      digest,
      again.body.digest,
    ]);
  });

  it('says so in its matter, and goes with the step that ends it', async () => {
    await keep('m-lifted', true);
    const ask = api.client((await addPerson(api, 'chen', 'mall', [])).headers);
    const made = await ask(publicationsCreate, { body: { ...measure, matter_id: 'm-lifted' } });
    expect.assert(made.ok && made.status === 201);
    const { id } = made.body.record;
    const eventsOf = async () => {
      const read = await ask(mattersRead, { params: { matter_id: 'm-lifted' } });
      expect.assert(read.ok && read.status === 200);
      return read.body.events;
    };
    expect((await eventsOf()).at(-1)).toMatchObject({
      type: 'publish',
      data: { url: `${new URL(api.url).origin}/public/zh/measures#${id}` },
    });
    const page = await (await fetch(new URL('/public/zh/measures', api.url))).text();
    expect(page).toContain(`<article id="${id}">`);
    // A correction says it once more in public, and not in the matter.
    const again = { ...measure, matter_id: 'm-lifted', correction: '更正' };
    expect((await ask(publicationsCreate, { body: again })).status).toBe(201);
    expect((await eventsOf()).filter(({ type }) => type === 'publish').length).toBe(1);
    const lin = api.client((await addPerson(api, 'lin', 'mall', [])).headers);
    const step = async (by: Client, type: string, data = {}, reason?: string) => {
      const expected = (await eventsOf()).at(-1)?.number ?? 0;
      const body = { type, data, expected, ...(reason !== undefined && { reason }) };
      const answer = await by(mattersStep, {
        params: { matter_id: 'm-lifted' },
        headers: {},
        body,
      });
      expect(answer.ok ? answer.status : answer.problem).toBe(201);
      return expected + 1;
    };
    const proposal = await step(ask, 'propose', { step: 'lift', data: {} }, '申诉成立');
    await step(lin, 'approve', { proposal });
    const record_id = id;
    expect((await api.client()(publicRecordRead, { params: { record_id } })).status).toBe(200);
    await step(ask, 'unpublish');
    const gone = await api.client()(publicRecordRead, { params: { record_id } });
    expect([gone.status, gone.ok && gone.body]).toMatchObject([410, { id, why: 'revoked' }]);
  });

  it('goes by itself when a measure ends by the day, as its matter then says', async () => {
    await keep('m-expires', true, '2026-03-31');
    const ask = async () => api.client((await addPerson(api, 'chen', 'mall', [])).headers);
    const made = await (
      await ask()
    )(publicationsCreate, {
      body: { ...measure, matter_id: 'm-expires' },
    });
    expect.assert(made.ok && made.status === 201);
    const record_id = made.body.record.id;
    // Nobody said at publication when it ends: its display has no last day.
    expect(made.body.record.shown_until).toBeNull();
    const laws = await shippedLaws();
    const status = async () =>
      (await api.client()(publicRecordRead, { params: { record_id } })).status;
    const toDay = (day: string): void =>
      api.wait((Date.parse(`${day}T01:00:00Z`) - api.now().getTime()) / 1_000);
    toDay('2026-03-31');
    await sweepMatters(api.store, laws, api.now());
    expect(await status()).toBe(200);
    toDay('2026-04-01');
    await sweepMatters(api.store, laws, api.now());
    const gone = await api.client()(publicRecordRead, { params: { record_id } });
    expect([gone.status, gone.ok && gone.body]).toMatchObject([
      410,
      { id: record_id, why: 'ended', withdrawn_on: '2026-04-01' },
    ]);
    const read = await (await ask())(mattersRead, { params: { matter_id: 'm-expires' } });
    expect.assert(read.ok && read.status === 200);
    const said = read.body.events.slice(-2).map(({ type, actor }) => [type, actor?.kind]);
    expect(said).toEqual([
      ['expire', 'system'],
      ['unpublish', 'system'],
    ]);
    await sweepMatters(api.store, laws, api.now());
    const after = await (await ask())(mattersRead, { params: { matter_id: 'm-expires' } });
    expect(after.ok && after.body.number).toBe(read.body.number);
  });

  it('is listed up to a limit, the newest first', async () => {
    const kept = async (most: number) =>
      api.store.as(systemActor, async (tx) => shownOn(tx, '2026-03-02', most));
    await api.store.as(systemActor, async ({ db }) => {
      const { publicationIn } = await import('../../support/published.ts');
      for (const id of ['p-1', 'p-2', 'p-3']) await publicationIn(api, 'mall', id);
      return db;
    });
    expect((await kept(4)).length).toBe(3);
    expect((await kept(3)).length).toBe(3);
    const two = (await kept(2)).map(({ content }) => JSON.parse(content).id);
    expect(two).toEqual(['p-3', 'p-2']);
  });
});

it('sends visitors to their language, and knows no page that is not there', async () => {
  const to = async (language: string) =>
    (
      await fetch(new URL('/public', api.url), {
        redirect: 'manual',
        headers: { 'accept-language': language },
      })
    ).headers.get('location');
  expect([await to('en-GB'), await to('fr')]).toEqual(['/public/en/index', '/public/zh/index']);
  const slash = await fetch(new URL('/public/', api.url), { redirect: 'manual' });
  expect([slash.status, slash.headers.get('location')]).toEqual([308, '/public']);
  const missing = { params: { language: 'zh', page: 'nothing' } } as never;
  expect((await api.client()(publicPageRead, missing)).status).toBe(404);
});
