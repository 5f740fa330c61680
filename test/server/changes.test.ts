import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionsChanges } from '../../src/server/contract/changes.ts';
import type { Client } from '../../src/server/client.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';

let api: ApiServer;
let call: Client;

/** Provision and subject of each finding; provisions judged, with rows nobody could judge. */
interface Made {
  readonly findings: readonly (readonly [string, string])[];
  readonly judged: Readonly<Record<string, number>>;
  readonly cannot: readonly string[];
  readonly as_of?: string;
  readonly platform_id?: string;
}

async function inspected(id: string, tenant_id: string, made: Made): Promise<void> {
  const { as_of = '2026-01-05', platform_id = null } = made;
  const row = { id, tenant_id, platform_id, as_of, snapshot_id: 's', report: 'r', summary: '{}' };
  const common = { inspection_id: id, tenant_id };
  const provisions = [
    ...Object.entries(made.judged).map(([provision_id, undecided]) => ({
      ...common,
      provision_id,
      verdict: 'breach' as const,
      detail: JSON.stringify({ undecided }),
    })),
    ...made.cannot.map((provision_id) => ({
      ...common,
      provision_id,
      verdict: 'cannot_tell' as const,
      detail: JSON.stringify({ undecided: 0 }),
    })),
  ];
  const rows = made.findings.map(([provision, subject], i) =>
    storedFinding({ ...common, number: i + 1, provision, subject }),
  );
  await api.store.as(systemActor, async ({ db }) => {
    await db.insertInto('inspection').values(row).execute();
    await db.insertInto('inspection_provision').values(provisions).execute();
    await db.insertInto('finding').values(rows).execute();
  });
}

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  await addTenant(api, 'p', 'platform');
  await addTenant(api, 'q', 'platform');
  call = api.client((await addPerson(api, 'u', 'p', ['handler'])).headers);
  const judged = { 'cn.a': 0, 'cn.b': 0 };
  await inspected('one', 'p', {
    findings: [
      ['cn.a', '1'],
      ['cn.a', '1'],
      ['cn.a', '2'],
      ['cn.b', '1'],
      ['cn.c', '1'],
    ],
    judged: { ...judged, 'cn.c': 0 },
    cannot: ['cn.d'],
  });
  await inspected('two', 'p', {
    findings: [
      ['cn.a', '2'],
      ['cn.a', '3'],
      ['cn.d', '1'],
    ],
    judged: { 'cn.a': 0, 'cn.b': 1, 'cn.d': 0 },
    cannot: ['cn.c'],
    as_of: '2026-02-05',
  });
  await inspected('theirs', 'q', { findings: [['cn.a', '1']], judged, cannot: [] });
  const about = { findings: [['cn.a', '1']] as const, judged, cannot: [], platform_id: 'q' };
  await inspected('other', 'p', about);
});
afterAll(async () => await api.end());

async function changes(inspection_id: string, since: string): Promise<unknown> {
  const items: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { since, limit: 2, ...(cursor !== undefined && { cursor }) };
    const page = await call(inspectionsChanges, { params: { inspection_id }, query });
    if (!page.ok) return page.problem.code;
    for (const { outcome, provision, subject_id, before, after, finding_ids } of page.body.items) {
      items.push([outcome, provision, subject_id, before, after, finding_ids.length].join(' '));
    }
    cursor = page.body.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

describe('two inspections of one platform', () => {
  it('say what is new, still there and gone, and of what nobody can tell', async () => {
    expect(await changes('two', 'one')).toEqual([
      'gone cn.a 1 1  2',
      'still cn.a 2 3 1 1',
      'new cn.a 3  2 0',
      // One row could not be judged: it may be this one.
      'cannot_tell cn.b 1 4  1',
      'cannot_tell cn.c 1 5  1',
      'not_checked_before cn.d 1  3 0',
    ]);
  });

  it('are of the same platform, in their order, and both one’s own', async () => {
    expect(await changes('one', 'two')).toBe('findings.no_pair');
    expect(await changes('one', 'one')).toBe('findings.no_pair');
    expect(await changes('one', 'other')).toBe('findings.no_pair');
    expect(await changes('two', 'theirs')).toBe('http.not_found');
  });
});
