import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Party } from '../../src/model/actor.ts';
import { seeded } from '../../src/model/random.ts';
import * as affiliations from '../../src/server/contract/affiliations.ts';
import * as findingMatters from '../../src/server/contract/finding-matters.ts';
import * as findings from '../../src/server/contract/findings.ts';
import { marketRead } from '../../src/server/contract/guidance.ts';
import type { Client } from '../../src/server/client.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';

const seed = 20_260_302;
const accounts = ['1', '2', '3'];
const tenants: Readonly<Record<Party, readonly string[]>> = {
  regulator: ['r1', 'r2'],
  association: ['s1'],
  platform: ['p1', 'p2', 'p3'],
  operator: ['o1', 'o2', 'o3'],
  consumer: [],
};
const all = Object.entries(tenants).flatMap(([party, ids]) => ids.map((id) => ({ id, party })));

let api: ApiServer;
const clients = new Map<string, Client>();

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  for (const { id, party } of all) {
    // Of those above.
    await addTenant(api, id, party as Party);
    const person = await addPerson(api, `u-${id}`, id, ['admin', 'handler']);
    clients.set(id, api.client(person.headers));
  }
  for (const tenant_id of tenants.platform) {
    await inspected(`i-${tenant_id}`, tenant_id, '2026-02-10T00:00:00.000Z', [...accounts, null]);
  }
});
afterAll(async () => await api.end());

function as(tenant: string): Client {
  const client = clients.get(tenant);
  if (client === undefined) throw new Error(tenant);
  return client;
}

/** An inspection with a finding about each of these operators. */
async function inspected(
  id: string,
  tenant_id: string,
  at: string,
  operators: readonly (string | null)[],
): Promise<void> {
  const row = { id, tenant_id, snapshot_id: 's', report: 'r', summary: '{}', platform_id: null };
  const rows = operators.map((operator_id, i) =>
    storedFinding({ inspection_id: id, tenant_id, number: i + 1, operator_id }),
  );
  await api.store.as(systemActor, async ({ db }) => {
    await db
      .insertInto('inspection')
      .values({ ...row, at, as_of: '2026-01-05' })
      .execute();
    if (rows.length > 0) await db.insertInto('finding').values(rows).execute();
  });
}

async function seenBy(tenant: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
    const page = await as(tenant)(findings.findingsList, { query });
    if (!page.ok) throw new Error(page.problem.en);
    seen.push(...page.body.items.map(({ id }) => id));
    cursor = page.body.next ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

/** What the two sides agreed to, told again in the slow way of a list. */
interface Told {
  readonly kind: 'jurisdiction' | 'member' | 'claim';
  readonly over: string;
  readonly under: string;
  readonly account: string | null;
}

/** Newest inspection first, numbers rising. */
function expected(tenant: string, told: readonly Told[]): string[] {
  return tenants.platform.toReversed().flatMap((platform) =>
    [...accounts, null].flatMap((account, i) => {
      const may =
        tenant === platform ||
        told.some(
          ({ kind, over, under, account: claimed }) =>
            (kind === 'jurisdiction' && over === tenant && under === platform) ||
            (kind === 'claim' && under === tenant && over === platform && claimed === account),
        );
      return may ? [`i-${platform}_${i + 1}`] : [];
    }),
  );
}

async function propose(by: string, kind: Told['kind'], tenant_id: string, account?: string) {
  const body = { kind, tenant_id, ...(account !== undefined && { account }) };
  return await as(by)(affiliations.affiliationsCreate, { body });
}

async function decide(
  by: string,
  affiliation_id: string,
  status: 'confirmed' | 'refused' | 'ended',
) {
  const params = { affiliation_id };
  return await as(by)(affiliations.affiliationsUpdate, { params, body: { status } });
}

function codeOf(answer: { ok: boolean; problem?: { code: string } }): string | undefined {
  return answer.problem?.code;
}

describe('one fact base', () => {
  it(`shows each face what both sides agreed to, step by random step (seed ${seed})`, async () => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
    const told = new Map<string, Told>();
    for (let step = 0; step < 40; step += 1) {
      const platform = pick(tenants.platform);
      const over = pick([...tenants.regulator, ...tenants.association]);
      const kind = pick(['jurisdiction', 'claim', 'claim', 'member'] as const);
      const other = kind === 'claim' ? pick(tenants.operator) : over;
      const account = kind === 'claim' ? pick(accounts) : null;
      const made = await propose(other, kind, platform, account ?? undefined);
      if (made.ok) {
        const { id } = made.body;
        // Nothing is seen by saying so alone, and nobody confirms what he said himself.
        expect(codeOf(await decide(other, id, 'confirmed'))).toBe('affiliation.other_side');
        expect(await seenBy(other)).toEqual(expected(other, [...told.values()]));
        const status = random.fraction() < 0.7 ? 'confirmed' : 'refused';
        const done = await decide(platform, id, status);
        if (done.ok && status === 'confirmed') {
          const [o, u] = kind === 'claim' ? [platform, other] : [other, platform];
          told.set(id, { kind, over: o, under: u, account });
        }
        if (!done.ok) expect(done.problem.code).toBe('affiliation.taken');
      } else {
        const wrong = kind === 'jurisdiction' ? over === 's1' : kind === 'member' && over !== 's1';
        expect(made.problem.code).toBe(wrong ? 'affiliation.wrong_parties' : 'affiliation.there');
      }
      if (random.fraction() < 0.2 && told.size > 0) {
        const [id, { kind, over, under }] = pick([...told]);
        const early = kind === 'jurisdiction' ? await decide(under, id, 'ended') : null;
        if (early !== null) expect(codeOf(early)).toBe('affiliation.regulator_ends');
        expect((await decide(over, id, 'ended')).ok).toBe(true);
        told.delete(id);
      }
      if (step % 8 !== 7) continue;
      for (const { id } of all) {
        expect([id, await seenBy(id)]).toEqual([id, expected(id, [...told.values()])]);
      }
    }
    expect(told.size).toBeGreaterThan(3);
  });

  it('keeps what others agreed to from those it does not concern', async () => {
    const made = await propose('r2', 'jurisdiction', 'p1');
    const id = made.ok ? made.body.id : '';
    expect(codeOf(await decide('p2', id, 'confirmed'))).toBe('http.not_found');
    const list = await as('p2')(affiliations.affiliationsList, { query: {} });
    expect(
      list.ok &&
        list.body.items.every(({ under_id, over_id }) => [under_id, over_id].includes('p2')),
    ).toBe(true);
  });

  it('narrows by every filter', async () => {
    const count = async (query: Record<string, string>): Promise<number> => {
      const page = await as('p1')(findings.findingsList, { query });
      return page.ok ? page.body.items.length : -1;
    };
    expect(await count({})).toBe(4);
    const same = { provision: 'cn.x', stage: 'in', severity: 'high', verdict: 'breach' };
    const where = { inspection_id: 'i-p1', platform_id: 'p1' };
    expect(await count({ ...same, ...where, subject_table: 'operator', subject_id: '1' })).toBe(4);
    const others = { provision: 'cn.y', stage: 'pre', severity: 'low', verdict: 'indication' };
    const off = { inspection_id: 'i-p2', platform_id: 'p2', subject_table: 'order' };
    for (const [name, value] of Object.entries({ ...others, ...off, subject_id: '2' })) {
      expect([name, await count({ [name]: value })]).toEqual([name, 0]);
    }
  });
});

describe('a matter of findings', () => {
  const open = async (by: string, kind: 'case' | 'measure' | 'order', keys: string[]) =>
    await as(by)(findingMatters.findingsOpenMatter, {
      body: { kind, findings: keys, title: '线索', facts: '检查发现' },
    });

  beforeAll(async () => {
    for (const [id, party] of [
      ['r7', 'regulator'],
      ['p7', 'platform'],
    ] as const) {
      await addTenant(api, id, party);
      const person = await addPerson(api, `u-${id}`, id, ['admin', 'handler']);
      clients.set(id, api.client(person.headers));
    }
    await inspected('i-p7', 'p7', '2026-02-10T00:00:00.000Z', ['1', '2', '3']);
    const made = await propose('r7', 'jurisdiction', 'p7');
    await decide('p7', made.ok ? made.body.id : '', 'confirmed');
  });

  it('carries them, and is the party’s own kind', async () => {
    for (const [by, kind] of [
      ['r7', 'case'],
      ['r7', 'order'],
      ['p7', 'measure'],
    ] as const) {
      const made = await open(by, kind, ['i-p7_3', 'i-p7_1', 'i-p7_3']);
      if (!made.ok) throw new Error(made.problem.en);
      const ids = [1, 3].map((number) => `${number}`.padStart(64, 'f'));
      expect(made.body.findings).toEqual(ids);
      const { matter_id } = made.body;
      const stored = await api.store.as(systemActor, async ({ db }) => ({
        events: await db
          .selectFrom('event')
          .select('payload')
          .where('matter_id', '=', matter_id)
          .execute(),
        sides: await db
          .selectFrom('matter_party')
          .select(['tenant_id', 'face'])
          .where('matter_id', '=', matter_id)
          .execute(),
      }));
      const event = JSON.parse(stored.events[0]?.payload ?? '');
      expect(event.data.kind).toBe(kind);
      if (kind === 'order') expect(event.data.findings).toEqual(ids);
      else expect(event.data.facts).toBe(`检查发现\nfinding ${ids[0]}\nfinding ${ids[1]}`);
      // Whoever it is about is not told by its being opened.
      expect(stored.sides).toEqual([{ tenant_id: by, face: 'owner' }]);
    }
  });

  it('is refused of findings one does not see, and of another party’s kind', async () => {
    expect(codeOf(await open('r1', 'case', ['i-p7_1']))).toBe('http.not_found');
    expect(codeOf(await open('p7', 'measure', ['i-p7_1', 'i-p7_4']))).toBe('http.not_found');
    expect(codeOf(await open('p7', 'measure', ['i-p7_1', 'i-p1_1']))).toBe(
      'findings.several_inspections',
    );
    expect(codeOf(await open('p7', 'case', ['i-p7_1']))).toMatch(/^casework\./);
    expect(codeOf(await open('r7', 'measure', ['i-p7_1']))).toMatch(/^casework\./);
  });
});

describe('conformance', () => {
  const read = async (month: string, by = 's9') =>
    await as(by)(findings.conformanceRead, { params: { month } });

  beforeAll(async () => {
    await addTenant(api, 's9', 'association');
    const person = await addPerson(api, 'u-s9', 's9', ['admin', 'handler']);
    clients.set('s9', api.client(person.headers));
    // Of fourteen the eighth came after the month, the ninth left in it, the last is no member.
    for (let i = 1; i <= 14; i += 1) {
      const member_id = `m${i}`;
      await addTenant(api, member_id, 'platform');
      const common = {
        association_id: 's9',
        member_id,
        since: i === 8 ? '2026-03-01' : '2025-01-01',
      };
      const status = i === 9 ? ('ended' as const) : ('confirmed' as const);
      const row = { ...common, status, until: i === 9 ? '2026-02-20' : null };
      await api.store.as(systemActor, async ({ db }) => {
        if (i !== 14) await db.insertInto('association_member').values(row).execute();
      });
      // The last of the month in Shanghai, where the association is.
      const at = '2026-02-28T15:59:59.999Z';
      const isFree = i === 7 || (i > 9 && i < 14);
      // Six of the eleven, and the three that do not count, have two breaches of one kind.
      await inspectedBy(`i-m${i}`, member_id, at, isFree ? 0 : 2, 'cn.many');
      await inspectedBy(`l-m${i}`, member_id, at, i === 7 ? 0 : 1, 'cn.most');
      if (i <= 2) await inspectedBy(`j-m${i}`, member_id, at, 1, 'cn.few');
      await inspectedBy(
        `k-m${i}`,
        member_id,
        '2026-01-31T15:59:59.999Z',
        i === 1 ? 1 : 0,
        'cn.few',
      );
    }
  });

  async function inspectedBy(
    id: string,
    tenant_id: string,
    at: string,
    many: number,
    provision: string,
  ): Promise<void> {
    await inspected(id, tenant_id, at, []);
    const rows = Array.from({ length: many }, (_, i) =>
      storedFinding({ inspection_id: id, tenant_id, number: i + 1, provision }),
    );
    if (rows.length === 0) return;
    await api.store.as(systemActor, async ({ db }) =>
      db.insertInto('finding').values(rows).execute(),
    );
  }

  it('counts members once, of the time, and tells no small number', async () => {
    const seen = await read('2026-02');
    expect(seen.ok && seen.body).toEqual({
      month: '2026-02',
      members_inspected: 11,
      // Two have one kind; ten have another, which would tell who the one without is.
      provisions: [
        { provision: 'cn.few', members: null },
        { provision: 'cn.many', members: 6 },
        { provision: 'cn.most', members: null },
      ],
    });
  });

  it('tells a month when it is over', async () => {
    expect(codeOf(await read('2026-03'))).toBe('findings.month_not_over');
    const next = await read('2026-01');
    // The ninth was a member in January still.
    expect(next.ok && next.body.members_inspected).toBe(12);
    expect(next.ok && next.body.provisions).toEqual([{ provision: 'cn.few', members: null }]);
  });

  it('counts days where the association is', async () => {
    await inspected('n-m1', 'm1', '2026-02-28T16:00:00.000Z', []);
    await inspected('n-m8', 'm8', '2026-01-31T16:00:00.000Z', []);
    const seen = await read('2026-02');
    expect(seen.ok && seen.body.members_inspected).toBe(11);
  });

  it('tells of the market what all members come to, and of no few or one above all', async () => {
    type Figure = readonly [name: string, month: string, cases: number, out_of: number];
    const figures = async (inspection_id: string, tenant_id: string, ...rows: Figure[]) => {
      const all = rows.map(([name, month, cases, out_of]) => ({ name, month, cases, out_of }));
      await api.store.as(systemActor, async ({ db }) =>
        db
          .insertInto('market_figure')
          .values(all.map((one) => ({ ...one, inspection_id, tenant_id })))
          .execute(),
      );
    };
    for (let i = 1; i <= 14; i += 1) {
      const member = `m${i}`;
      await inspected(`o-${member}`, member, '2025-02-28T15:59:59.999Z', []);
      await figures(
        `o-${member}`,
        member,
        ['return', '2025-01', 5, 100],
        ...(i === 1 ? [] : ([['complaint', '2025-01', 5, 100]] as const)),
      );
      await figures(
        `k-${member}`,
        member,
        ['return', '2026-01', 10, 100],
        ['complaint', '2026-01', 10, 100],
        ['breach', '2026-01', 10, i === 2 ? 1_200 : 100],
        ...(i <= 4 ? ([['recruits', '2026-01', 10, 100]] as const) : []),
      );
    }
    // What m1 found later counts, what m2 found after the month was settled does not.
    await figures('i-m1', 'm1', ['return', '2026-01', 20, 100]);
    await inspected('q-m2', 'm2', '2026-02-28T16:00:00.000Z', []);
    await figures('q-m2', 'm2', ['return', '2026-01', 90, 100]);
    const seen = await as('s9')(marketRead, {});
    if (!seen.ok) throw new Error(seen.problem.code);
    expect([seen.body.scope, seen.body.platforms]).toEqual(['members', []]);
    const january = Object.fromEntries(
      seen.body.readings.map(({ name, months }) => [name, months.at(-1)]),
    );
    // The eighth came later, the last is no member: twelve.
    expect(january['return']).toEqual({
      month: '2026-01',
      all: { platforms: 12, cases: 130, out_of: 1_200 },
      compared: {
        platforms: 12,
        now: { cases: 130, out_of: 1_200 },
        year_before: { cases: 60, out_of: 1_200 },
      },
      against_year_before: expect.objectContaining({ ratio: 130 / 60 }),
      movement: 'rose',
    });
    // One member fewer a year before: the difference would be its own.
    expect(january['complaint']).toMatchObject({ all: { platforms: 12 }, compared: null });
    expect(january['breach']).toMatchObject({ month: '2026-01', all: null, compared: null });
    expect(january['recruits']).toMatchObject({ month: '2026-01', all: null });
    const platform = await as('p7')(marketRead, {});
    expect(platform.ok ? null : platform.problem.code).toBe('auth.forbidden');
  });

  it('shows an association no finding of a member', async () => {
    expect(await seenBy('s9')).toEqual([]);
  });
});

describe('days of an affiliation', () => {
  const zoned = async (id: string, party: Party, time_zone: string): Promise<void> => {
    const row = { id, party, name: id, time_zone };
    await api.store.as(systemActor, async ({ db }) =>
      db.insertInto('tenant').values(row).execute(),
    );
  };
  // Sessions end with the hours that pass.
  const waitUntil = async (at: string, ...ids: readonly string[]): Promise<void> => {
    api.wait((Date.parse(at) - api.now().getTime()) / 1_000);
    for (const id of ids) {
      const person = await addPerson(api, `u-${id}`, id, ['admin']);
      clients.set(id, api.client(person.headers));
    }
  };
  const shown = (answer: Awaited<ReturnType<typeof decide>>) => {
    if (!answer.ok) throw new Error(answer.problem.code);
    const { status, since, until } = answer.body;
    return { status, since, until };
  };

  beforeAll(async () => {
    await zoned('r-sh', 'regulator', 'Asia/Shanghai');
    await zoned('r-ny', 'regulator', 'America/New_York');
    await zoned('p-sh', 'platform', 'Asia/Shanghai');
  });

  it.each([
    // 15:59:59 UTC is the last second of the day in Shanghai, 16:00 to 24:00 UTC the next day.
    ['2026-03-05T15:59:59.000Z', 'r-sh', '2026-03-05'],
    ['2026-03-05T16:00:00.000Z', 'r-sh', '2026-03-06'],
    ['2026-03-05T23:59:59.000Z', 'r-sh', '2026-03-06'],
    ['2026-03-06T00:00:00.000Z', 'r-sh', '2026-03-06'],
    // By the clock of the one above, whoever decides: there it is still the evening before.
    ['2026-03-06T04:59:59.000Z', 'r-ny', '2026-03-05'],
  ])('are those of the one above: %s at %s is %s', async (at, regulator, day) => {
    await waitUntil(at, regulator, 'p-sh');
    const made = await propose(regulator, 'jurisdiction', 'p-sh');
    if (!made.ok) throw new Error(made.problem.code);
    expect([made.body.since, made.body.until]).toEqual([day, null]);
    const confirmed = shown(await decide('p-sh', made.body.id, 'confirmed'));
    expect(confirmed).toEqual({ status: 'confirmed', since: day, until: null });
    const ended = shown(await decide(regulator, made.body.id, 'ended'));
    expect(ended).toEqual({ status: 'ended', since: day, until: day });
  });

  it('let a month be told once it is over everywhere', async () => {
    const asked = async (at: string) => {
      await waitUntil(at, 's9');
      const answer = await as('s9')(findings.conformanceRead, { params: { month: '2026-03' } });
      return answer.ok ? answer.body.month : answer.problem.code;
    };
    expect(await asked('2026-04-01T11:59:59.000Z')).toBe('findings.month_not_over');
    expect(await asked('2026-04-01T12:00:00.000Z')).toBe('2026-03');
  });
});
