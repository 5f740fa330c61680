import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/evidence/digest.ts';
import { openExplorer } from '../../src/network/explorer/read-explorer.ts';
import { findingsFacets } from '../../src/server/contract/findings.ts';
import * as network from '../../src/server/contract/network.ts';
import type { Client } from '../../src/server/client.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { leaveSmallMall, leftInspection } from '../support/left-inspection.ts';

let api: ApiServer;
let platform: Client;
let regulator: Client;
let stranger: Client;
const params = { inspection_id: 'look', tree: 'sponsor' } as const;

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  leaveSmallMall(api.workspace);
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'office', 'regulator');
  await addTenant(api, 'else', 'regulator');
  await api.store.as(systemActor, async ({ db }) =>
    db
      .insertInto('jurisdiction')
      .values({
        id: 'j',
        regulator_id: 'office',
        platform_id: 'mall',
        since: '2026-01-01',
        status: 'confirmed',
        proposed_by: 'mall',
      })
      .execute(),
  );
  await leftInspection(api, 'mall', 'look');
  platform = api.client((await addPerson(api, 'p', 'mall', ['reader'])).headers);
  regulator = api.client((await addPerson(api, 'r', 'office', ['reader'])).headers);
  stranger = api.client((await addPerson(api, 's', 'else', ['reader'])).headers);
}, 180_000);
afterAll(async () => await api.end());

function good<T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Extract<T, { ok: true }>;
}

describe('the network of an inspection', () => {
  it('is told as a whole to the platform and its regulator, to others not at all', async () => {
    const asked = { params: { inspection_id: 'look' } };
    for (const client of [platform, regulator]) {
      const { body } = good(await client(network.networkRead, asked));
      expect(body.trees).toMatchObject([
        { name: 'sponsor', members: 34, roots: 1, levels: 5, people_per_level: [1, 2, 1, 2, 28] },
      ]);
      expect(body.trees[0]?.whole.people).toMatchObject({ max: 34, max_by: 'accounts' });
    }
    expect((await stranger(network.networkRead, asked)).status).toBe(404);
    const none = await platform(network.networkGrowth, {
      params: { ...params, tree: 'placement' },
    });
    expect([none.status, !none.ok && none.problem.code]).toEqual([404, 'inspection.no_network']);
  });

  it('is walked by the reader of explorers through ranges', async () => {
    let parts = 0;
    const explorer = await openExplorer(async (file_path, from, to) => {
      const range =
        from === undefined || to === undefined ? {} : { range: `bytes=${from}-${to - 1}` };
      const headers = { ...range };
      const asked = { params: { ...params, file_path }, query: {}, headers };
      const { response, status } = good(await regulator(network.networkFile, asked));
      parts += status === 206 ? 1 : 0;
      return new Uint8Array(await response.arrayBuffer());
    });
    const number = (await explorer.numberOf('f'))!;
    const path = await explorer.pathTo(number);
    const ids = await Promise.all(path.map(async (one) => (await explorer.summary(one)).id));
    expect(ids).toEqual(['a', 'c', 'd', 'f']);
    expect(parts).toBeGreaterThan(3);
  });

  it('serves files for good under their digest, and not again to who has them', async () => {
    const ask = async (
      file_path: string,
      sha?: string,
      headers: Readonly<Record<string, string>> = {},
    ) => {
      const query = sha === undefined ? {} : { sha256: sha };
      return await platform(network.networkFile, {
        params: { ...params, file_path },
        query,
        headers,
      });
    };
    const index = good(await ask('index.json'));
    const text = await index.response.text();
    const { body } = good(
      await platform(network.networkRead, { params: { inspection_id: 'look' } }),
    );
    expect(sha256(text)).toBe(body.trees[0]?.index_sha256);
    expect(index.response.headers.get('cache-control')).toBe('private, no-cache');
    const file = 'member/people.bin';
    const digest: string = JSON.parse(text).files[file].sha256;
    const kept = good(await ask(file, digest));
    expect(sha256(new Uint8Array(await kept.response.arrayBuffer()))).toBe(digest);
    expect(kept.response.headers.get('cache-control')).toContain('immutable');
    expect(kept.response.headers.get('etag')).toBe(`"${digest}"`);
    expect((await ask(file, undefined, { 'if-none-match': `"x", "${digest}"` })).status).toBe(304);
    const tail = good(await ask(file, undefined, { range: 'bytes=-4' }));
    expect([tail.status, tail.response.headers.get('content-range')]).toEqual([
      206,
      'bytes 132-135/136',
    ]);
    expect((await ask(file, undefined, { range: 'bytes=136-' })).status).toBe(416);
    // What has changed since is not pieced together.
    expect((await ask(file, undefined, { range: 'bytes=0-3', 'if-range': '"x"' })).status).toBe(
      200,
    );
    for (const name of ['../network.json', 'member/none.bin', '__proto__', 'member']) {
      expect((await ask(name)).status).toBe(404);
    }
    const foreign = { params: { ...params, file_path: 'index.json' }, query: {}, headers: {} };
    expect((await stranger(network.networkFile, foreign)).status).toBe(404);
  });

  it('finds members and lists recruits by size, page by page', async () => {
    const found = good(await platform(network.networkSearch, { params, query: { text: 'g2' } }));
    expect(found.body.items.map(({ key }) => key).toSorted()).toEqual(
      ['g2', ...Array.from({ length: 9 }, (_, i) => `g2${i}`)].toSorted(),
    );
    const roots = good(await platform(network.networkRecruits, { params, query: {} }));
    expect(roots.body.items.map(({ id, people, levels }) => [id, people, levels])).toEqual([
      ['a', 34, 5],
    ]);
    const first = { member_id: 'd', limit: 1 };
    const page = good(await platform(network.networkRecruits, { params, query: first }));
    expect(page.body.items).toMatchObject([{ id: 'f', people: 29, levels: 2, direct: 28 }]);
    const query = { ...first, cursor: page.body.next ?? '' };
    const rest = good(await platform(network.networkRecruits, { params, query }));
    expect([rest.body.items[0]?.id, rest.body.next]).toEqual(['e', null]);
  });
});

describe('a member', () => {
  it('has its upline, its numbers by every way of counting and the days of its lines', async () => {
    const asked = { params: { ...params, member_id: 'c' } };
    const { body } = good(await regulator(network.networkMember, asked));
    expect(body.path.map(({ id, level }) => [id, level])).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
    // Below c are d, e, f and the 28 g, who alone paid; c itself counts whatever it did.
    expect(body.bracket.counts).toMatchObject({
      accounts: { people: 32, levels: 4 },
      paid: { people: 29, levels: 2 },
      persons: null,
    });
    const flip = body.bracket.flips.find(({ people }) => people === 30);
    expect([flip?.met_by, flip?.not_met_by.includes('paid')]).toEqual([['accounts'], true]);
    expect(body.crossed).toMatchObject({
      levels_3_on: '2026-01-05',
      people_30_on: '2026-01-07',
      people_60_on: null,
      crossed_30_3_on: '2026-01-07',
    });
    expect(body.member).toMatchObject({ earned_minor: 500, subtree_paid_in_minor: 280_000 });
    expect(body.statement.zh).toContain('截至2026-02-01，依所供数据，会员c处于推荐网络第2层');
    expect(body.statement.zh).toContain('于2026-01-07首次达到三十人且三级');
    expect(body.statement.en).toContain('depends on the count');
    const alone = good(
      await platform(network.networkMember, { params: { ...params, member_id: 'g5' } }),
    );
    expect(alone.body.bracket.people).toMatchObject({ min: 1, max: 1 });
    const none = await platform(network.networkMember, { params: { ...params, member_id: 'zz' } });
    expect(none.status).toBe(404);
  });

  it('was paid by whose orders, and whom its own orders paid', async () => {
    const ask = async (member_id: string) =>
      good(await platform(network.networkFlows, { params: { ...params, member_id }, query: {} }))
        .body;
    const f = await ask('f');
    expect(f.earned).toEqual({
      entries: 2,
      sum_minor: 5_000,
      members: 2,
      by_level: [{ level: 1, entries: 2, sum_minor: 5_000 }],
      top: [
        { member_id: 'g2', entries: 1, sum_minor: 3_000, orders: 1 },
        { member_id: 'g1', entries: 1, sum_minor: 2_000, orders: 1 },
      ],
    });
    expect((await ask('g1')).caused.top.map(({ member_id }) => member_id)).toEqual(['f', 'd', 'c']);
    expect((await ask('g1')).caused.sum_minor).toBe(3_500);
  });
});

it('says of findings about members in which structure they stand', async () => {
  const query = { inspection_id: 'look' };
  const { body } = good(await platform(findingsFacets, { query }));
  // a, c and d have thirty people in three levels; all stand below a.
  expect(body.scheme).toEqual({ values: [{ value: 'a', count: 3 }], different: 1 });
});

describe('ways of counting', () => {
  it('list organiser candidates with brackets, largest first, with those that flip', async () => {
    const all = good(await platform(network.networkCandidates, { params, query: { limit: 2 } }));
    expect(all.body.total).toBe(3);
    expect(all.body.items.map((one) => [one.member_id, one.people, one.levels])).toEqual([
      ['a', 34, 5],
      ['c', 32, 4],
    ]);
    const query = { limit: 2, cursor: all.body.next ?? '' };
    const rest = good(await platform(network.networkCandidates, { params, query }));
    expect(
      rest.body.items.map(({ member_id, crossed }) => [member_id, crossed.levels_3_on]),
    ).toEqual([['d', '2026-01-07']]);
    const every = { people: 30, met: 'every' } as const;
    const none = good(await platform(network.networkCandidates, { params, query: every }));
    expect(none.body.items).toEqual([]);
  });

  it('are compared two by two', async () => {
    const query = { a: 'accounts', b: 'paid', limit: 1 } as const;
    const { body } = good(await platform(network.networkProfiles, { params, query }));
    // f has 28 g and itself either way; a, c and d differ, by a, b, c, d, e and f most of all.
    expect(body.items).toEqual([
      { member_id: 'a', a: { people: 34, levels: 5 }, b: { people: 29, levels: 2 } },
    ]);
    expect(body.differ).toBe(3);
    expect(body.lines[1]).toEqual({ people: 30, levels: 3, both: 0, only_a: 3, only_b: 0 });
    const unknown = { a: 'accounts', b: 'persons' } as const;
    const refused = await platform(network.networkProfiles, { params, query: unknown });
    expect(!refused.ok && refused.problem.code).toBe('inspection.not_counted');
  });

  it('has grown by month', async () => {
    const { body } = good(await platform(network.networkGrowth, { params }));
    expect(body.joined_per_month).toEqual([{ month: '2026-01', members: 34 }]);
    expect(body.months).toMatchObject([{ month: '2026-01', joined: 34, levels: 5 }]);
  });
});
