import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as matters from '../../src/server/contract/matters.ts';
import { submissionsOwed } from '../../src/server/contract/submissions.ts';
import * as tenants from '../../src/server/contract/tenants.ts';
import type { Asked } from '../../src/server/contract/route.ts';
import type { Client } from '../../src/server/client.ts';
import { knownOperators } from '../../src/server/publications/known-operators.ts';
import { sweepMatters } from '../../src/server/jobs/sweep-matters.ts';
import { shippedLaws } from '../../src/cli/serve/shipped-laws.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

let api: ApiServer;
/** Another process on the same database. */
let beside: ApiServer;

beforeAll(async () => {
  api = await apiServer({}, []);
  beside = await apiServer({}, [], api);
  await addTenant(api, 'host', 'regulator');
  await addTenant(api, 'amr', 'regulator');
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'shop', 'operator');
  await api.store.as(systemActor, async ({ db }) => {
    const hosts = { tenant_id: 'host', name: 'hosts_installation', value: 'true' };
    await db.insertInto('tenant_setting').values(hosts).execute();
    await db
      .updateTable('tenant')
      .set({ credit_code: '91330100MA27XYZ12X', licence_number: 'L-1' })
      .where('id', '=', 'shop')
      .execute();
  });
});
afterAll(async () => {
  await beside.end();
  await api.end();
});

type Good<T> = Extract<T, { ok: true }>;
function good<T extends { ok: boolean }>(answer: T): Good<T>['body' & keyof Good<T>] {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer as Good<T>)['body' as keyof Good<T>] as never;
}

/** Asks one of the two processes, whose clocks go together. */
async function as(user: string, at: ApiServer = api): Promise<Client> {
  const tenant = { boss: 'host', head: 'amr', li: 'amr', wu: 'mall', buyer: 'public' }[user] ?? '';
  const roles = user === 'buyer' ? [] : (['admin', 'handler'] as const);
  return at.client((await addPerson(at, user, tenant, roles)).headers);
}

function toDay(day: string): void {
  for (const one of [api, beside]) {
    one.wait((Date.parse(`${day}T01:00:00.000Z`) - one.now().getTime()) / 1_000);
  }
}

const eu = { jurisdiction: 'eu', licence_number: null, licence_url: null, reason: '移交管辖' };

async function change(user: string, tenant_id: string, from_on: string, more = {}) {
  const body = { from_on, ...eu, ...more };
  return await (
    await as(user)
  )(tenants.tenantsChange, { params: { tenant_id }, body });
}

const codeOf = (answer: { ok: boolean; problem?: { code: string } }) => answer.problem?.code;

async function complaint(title: string, at: ApiServer = api): Promise<string> {
  const parties = [
    { face: 'owner', tenant_id: 'amr' },
    { face: 'applicant', tenant_id: 'public', user_id: 'buyer' },
    { face: 'subject', tenant_id: 'shop' },
  ] satisfies Asked<typeof matters.mattersOpen>['body']['parties'];
  const data = { title, facts: 'f', request: 'r' };
  const body = { kind: 'complaint' as const, parties, data };
  return good(await (await as('buyer', at))(matters.mattersOpen, { headers: {}, body })).matter_id;
}

/** By which law the first clock runs, as each of the two processes tells it. */
async function seen(matter_id: string) {
  const told = [];
  for (const at of [api, beside]) {
    const params = { matter_id };
    const one = good(await (await as('li', at))(matters.mattersRead, { params }));
    const { due_on, unknown } = one.clocks[0] ?? {};
    told.push({ currency: one.currency, due_on, unknown: unknown?.why ?? null });
  }
  expect(told[0]).toEqual(told[1]);
  return told[0];
}

const byChinese = (due_on: string) => ({ currency: 'CNY', due_on, unknown: null });
const byEuropean = { currency: 'EUR', due_on: null, unknown: 'no_deadline' };

describe('the law of a tenant', () => {
  it('is changed by whoever runs the installation, for a reason, from tomorrow on', async () => {
    toDay('2026-03-03');
    expect(codeOf(await change('head', 'amr', '2026-03-04'))).toBe('auth.not_hosting');
    expect(codeOf(await change('boss', 'nobody', '2026-03-04'))).toBe('http.not_found');
    expect(codeOf(await change('boss', 'amr', '2026-03-04', { reason: ' ' }))).toBe('http.invalid');
    const unknown = await change('boss', 'amr', '2026-03-04', { jurisdiction: 'xx' });
    expect(codeOf(unknown)).toBe('auth.jurisdiction_unknown');
    expect(codeOf(await change('boss', 'amr', '2026-03-03'))).toBe('auth.change_too_early');
    expect(codeOf(await change('boss', 'amr', '2026-03-02'))).toBe('auth.change_too_early');
  });

  it('stays that of the first day for what runs, in every process', async () => {
    const before = await complaint('甲');
    // Tuesday 3 March; seven working days: 4 to 6, 9 to 12 March.
    expect(await seen(before)).toEqual(byChinese('2026-03-12'));
    const made = good(await change('boss', 'amr', '2026-03-04'));
    expect(made).toMatchObject({ tenant_id: 'amr', number: 1, user_id: 'boss', ...eu });
    const sameDay = await complaint('乙', beside);
    toDay('2026-03-04');
    const after = [await complaint('丙'), await complaint('丁', beside)];
    for (const id of after) expect(await seen(id)).toEqual(byEuropean);
    for (const id of [before, sameDay]) expect(await seen(id)).toEqual(byChinese('2026-03-12'));
    // Steps and the program's round go by it as well.
    const params = { matter_id: before };
    const body = { type: 'accept', expected: 1 };
    good(await (await as('li', beside))(matters.mattersStep, { params, headers: {}, body }));
    const read = async () => good(await (await as('li'))(matters.mattersRead, { params }));
    const mediation = (await read()).clocks.find(({ state }) => state === 'running');
    expect(mediation).toMatchObject({ unknown: null });
    await sweepMatters(api.store, await shippedLaws(), api.now());
    expect((await read()).due_on).toBe(mediation?.due_on);
  });

  it('of one day is the last that was said, and what is on record stays', async () => {
    good(await change('boss', 'amr', '2026-03-09'));
    const back = { jurisdiction: 'cn', reason: '误录更正' };
    good(await change('boss', 'amr', '2026-03-09', back));
    toDay('2026-03-08');
    expect(await seen(await complaint('戊'))).toEqual(byEuropean);
    toDay('2026-03-09');
    // Monday; 10 to 13, 16 to 18 March.
    expect(await seen(await complaint('己'))).toEqual(byChinese('2026-03-18'));
    const params = { tenant_id: 'amr' };
    const list = good(await (await as('boss'))(tenants.tenantsChanges, { params, query: {} }));
    expect(
      list.items.map(({ number, from_on, jurisdiction, reason }) =>
        [number, from_on, jurisdiction, reason].join(' '),
      ),
    ).toEqual(['1 2026-03-04 eu 移交管辖', '2 2026-03-09 eu 移交管辖', '3 2026-03-09 cn 误录更正']);
    const paged = async (query: { limit: number; cursor?: string }) => {
      const page = good(await (await as('boss'))(tenants.tenantsChanges, { params, query }));
      return [page.items.map(({ number }) => number), page.next] as const;
    };
    const [first, next] = await paged({ limit: 2 });
    expect([first, (await paged({ limit: 2, cursor: next ?? '' }))[0]]).toEqual([[1, 2], [3]]);
    expect((await paged({ limit: 2, cursor: 'bm8' }))[0]).toEqual([1, 2]);
    const others = await (await as('head'))(tenants.tenantsChanges, { params, query: {} });
    expect(codeOf(others)).toBe('auth.not_hosting');
    const erased = api.store.as(systemActor, async ({ db }) =>
      db.deleteFrom('tenant_change').execute(),
    );
    await expect(erased).rejects.toThrow();
  });
});

describe('what else goes by it', () => {
  it('are the reports a platform owes', async () => {
    const owed = async (at: ApiServer) =>
      good(await (await as('wu', at))(submissionsOwed, {})).jurisdiction;
    good(await change('boss', 'mall', '2026-03-10'));
    expect([await owed(api), await owed(beside)]).toEqual(['cn', 'cn']);
    toDay('2026-03-10');
    expect([await owed(api), await owed(beside)]).toEqual(['eu', 'eu']);
  });

  it('is the licence the public sees, from today on where the law stays', async () => {
    const shown = async (at: ApiServer) => {
      const firms = await knownOperators(at.store, at.now());
      return firms.map(({ licence }) => licence);
    };
    expect(await shown(api)).toEqual([{ number: 'L-1', url: null }]);
    const licence = { licence_number: 'L-2', licence_url: 'https://shop.example/licence' };
    const same = { jurisdiction: 'cn', ...licence };
    expect(codeOf(await change('boss', 'shop', '2026-03-09', same))).toBe('auth.change_too_early');
    good(await change('boss', 'shop', '2026-03-10', same));
    const now = [{ number: 'L-2', url: 'https://shop.example/licence' }];
    expect([await shown(api), await shown(beside)]).toEqual([now, now]);
    const params = { tenant_id: 'shop' };
    const one = good(await (await as('li'))(tenants.tenantsRead, { params }));
    expect(one).toMatchObject({ jurisdiction: 'cn', ...licence });
  });
});
