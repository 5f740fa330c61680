import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../src/model/random.ts';
import * as findings from '../../src/server/contract/findings.ts';
import type { Actor } from '../../src/model/actor.ts';
import type { Client } from '../../src/server/client.ts';
import { findingCounter } from '../../src/server/findings/finding-counts.ts';
import { keptColumns } from '../../src/server/findings/kept-columns.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';

const seed = 20_261_129;
let api: ApiServer;
let platform: Client;
let operator: Client;

const random = seeded(seed);
/** Findings of three inspections, few values in each column so that many share them. */
const rows = ['one', 'two', 'x-three'].flatMap((inspection_id) =>
  Array.from({ length: 120 }, (_, i) => ({
    ...storedFinding({
      inspection_id,
      tenant_id: inspection_id === 'x-three' ? 'other' : 'mall',
      number: i + 1,
      provision: `cn.${random.pick(['a', 'b', 'c'])}`,
      subject: `s${random.below(9)}`,
      verdict: random.pick(['breach', 'indication'] as const),
      operator_id: random.pick(['op1', 'op2', null]),
    }),
    scheme_id: random.pick(['top', null]),
    stage: random.pick(['pre', 'in', 'after'] as const),
    severity: random.pick(['high', 'low'] as const),
  })),
);
type Row = (typeof rows)[number];

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'other', 'platform');
  await addTenant(api, 'firm', 'operator');
  await api.store.as(systemActor, async ({ db }) => {
    const common = { snapshot_id: 's', report: 'r', summary: '{}', platform_id: null };
    for (const [id, tenant_id] of new Map(rows.map((row) => [row.inspection_id, row.tenant_id]))) {
      const row = { id, tenant_id, ...common, as_of: '2026-01-05' };
      await db.insertInto('inspection').values(row).execute();
    }
    const law = { title: { en: 'Title of a', zh: '甲条' } };
    await db
      .insertInto('inspection_provision')
      .values({
        inspection_id: 'one',
        tenant_id: 'mall',
        provision_id: 'cn.a',
        verdict: 'breach',
        detail: JSON.stringify({ law }),
      })
      .execute();
    // Findings come in parts, those of several inspections beside each other.
    for (let from = 0; from < rows.length; from += 70) {
      const part = rows.slice(from, from + 70);
      await db.insertInto('finding').values(part).execute();
    }
    const since = '2026-01-01';
    const claim = { id: 'k', tenant_id: 'firm', platform_id: 'mall', account: 'op1', since };
    await db
      .insertInto('operator_claim')
      .values({ ...claim, status: 'confirmed', proposed_by: 'firm' })
      .execute();
  });
  platform = api.client((await addPerson(api, 'p', 'mall', ['reader'])).headers);
  operator = api.client((await addPerson(api, 'o', 'firm', ['reader'])).headers);
});
afterAll(async () => await api.end());

/** What narrows a list, and the column it looks at. */
const narrowing = {
  inspection_id: 'inspection_id',
  platform_id: 'tenant_id',
  provision: 'provision_id',
  subject_id: 'subject_id',
  operator_id: 'operator_id',
  scheme_id: 'scheme_id',
  stage: 'stage',
  severity: 'severity',
  verdict: 'verdict',
} as const satisfies Readonly<Record<string, keyof Row>>;

/** Counts by looking at every row, most first. */
function tally(of: readonly Row[], column: keyof Row) {
  const counts = new Map<string, number>();
  for (const row of of) {
    const value = row[column];
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

async function isCounted(
  client: Client,
  query: Parameters<Client>[1] & Record<string, unknown>,
  seen: readonly Row[],
): Promise<void> {
  const answer = await client(findings.findingsFacets, { query });
  if (!answer.ok) throw new Error(answer.problem.en);
  const { body } = answer;
  expect(body.total).toBe(seen.length);
  expect(body.operator.values).toEqual(tally(seen, 'operator_id'));
  expect(body.scheme.values).toEqual(tally(seen, 'scheme_id'));
  expect(body.inspection.values).toEqual(tally(seen, 'inspection_id'));
  expect(body.stage.values).toEqual(tally(seen, 'stage'));
  expect(body.severity.values).toEqual(tally(seen, 'severity'));
  expect(body.verdict.values).toEqual(tally(seen, 'verdict'));
  expect(body.provision.values.map(({ value, count }) => ({ value, count }))).toEqual(
    tally(seen, 'provision_id'),
  );
}

describe(`findings (seed ${seed})`, () => {
  const mine = rows.filter(({ tenant_id }) => tenant_id === 'mall');
  const own = mine.filter(({ operator_id }) => operator_id === 'op1');

  it('are counted by what each face sees of them', async () => {
    await isCounted(platform, {}, mine);
    await isCounted(operator, {}, own);
  });

  it('are counted under what narrows them', async () => {
    const low = mine.filter((row) => row.severity === 'low' && row.provision_id === 'cn.b');
    await isCounted(platform, { severity: 'low', provision: 'cn.b' }, low);
    const top = mine.filter((row) => row.scheme_id === 'top' && row.operator_id === 'op2');
    await isCounted(platform, { scheme_id: 'top', operator_id: 'op2' }, top);
    await isCounted(platform, { inspection_id: 'x-three' }, []);
    await isCounted(operator, { operator_id: 'op2' }, []);
  });

  it('are counted under whatever narrows them together', async () => {
    for (let i = 0; i < 40; i += 1) {
      const query: Record<string, string> = {};
      let left = mine;
      for (const [name, column] of Object.entries(narrowing)) {
        if (!random.chance(0.25)) continue;
        const value = random.pick(rows)[column] ?? 'nonesuch';
        query[name] = value;
        left = left.filter((row) => row[column] === value);
      }
      await isCounted(platform, query, left);
      const claimed = left.filter(({ operator_id }) => operator_id === 'op1');
      await isCounted(operator, query, claimed);
    }
  });

  it('say how many values there are beside those told, and what provisions are', async () => {
    const answer = await platform(findings.findingsFacets, { query: { top: 1 } });
    if (!answer.ok) throw new Error(answer.problem.en);
    const { provision, inspection } = answer.body;
    expect([provision.values.length, provision.different]).toEqual([1, 3]);
    expect([inspection.values.length, inspection.different]).toEqual([1, 2]);
    const all = await platform(findings.findingsFacets, { query: {} });
    const titles = all.ok
      ? all.body.provision.values.map(({ value, title }) => [value, title])
      : [];
    expect(Object.fromEntries(titles)).toEqual({
      'cn.a': { en: 'Title of a', zh: '甲条' },
      'cn.b': null,
      'cn.c': null,
    });
  });

  it('are listed page by page, each once, newest inspection first', async () => {
    for (const [client, seen] of [
      [platform, mine],
      [operator, own],
    ] as const) {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const query = {
          limit: 17,
          severity: 'low',
          ...(cursor !== undefined && { cursor }),
        } as const;
        const page = await client(findings.findingsList, { query });
        if (!page.ok) throw new Error(page.problem.en);
        ids.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.next ?? undefined;
      } while (cursor !== undefined);
      const wanted = ['two', 'one'].flatMap((inspection) =>
        seen.filter((row) => row.severity === 'low' && row.inspection_id === inspection),
      );
      expect(ids).toEqual(wanted.map((row) => `${row.inspection_id}_${row.number}`));
    }
  });

  it('are counted when they come later, however few inspections are kept in memory', async () => {
    const [first] = mine;
    if (first === undefined) throw new Error('no finding');
    const late = { ...first, number: 1_000, provision_id: 'cn.late', subject_id: 'late' };
    const few = keptColumns(1);
    const reader: Actor = {
      kind: 'person',
      user_id: 'p',
      tenant_id: 'mall',
      party: 'platform',
      roles: [],
    };
    const counted = async (): Promise<unknown> =>
      await api.store.as(reader, async (tx) => {
        const counter = findingCounter({});
        for await (const columns of few.of(tx, reader, {})) counter.columns(columns);
        const { total, of } = counter.counts();
        return [total, of.provision_id.get('cn.late'), of.inspection_id.get('one')];
      });
    expect(await counted()).toEqual([240, undefined, 120]);
    await isCounted(platform, {}, mine);
    await api.store.as(systemActor, async ({ db }) =>
      db.insertInto('finding').values(late).execute(),
    );
    expect(await counted()).toEqual([241, 1, 121]);
    await isCounted(platform, {}, [...mine, late]);
  });
});
