import { sql } from 'kysely';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewRead } from '../../src/server/contract/overview.ts';
import { keepInspection } from '../../src/server/findings/keep-inspection.ts';
import type { Kept } from '../../src/server/findings/kept.ts';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import type { Client } from '../../src/server/client.ts';
import type { Role } from '../../src/model/actor.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';

let api: ApiServer;

/** Provision, subject, operator and verdict of each finding; what could not be told, and where. */
interface Made {
  readonly findings: readonly (readonly [string, string, string, 'breach' | 'indication'])[];
  readonly provisions: Readonly<Record<string, 'breach' | 'no_breach' | 'cannot_tell'>>;
  readonly undecided?: Readonly<Record<string, number>>;
}

// By hand, from first to second: cn.a 1 is gone, 2 is still there, 3 is new. Of cn.b 1 nobody can
// tell, as a row was left undecided; cn.c was not judged before; cn.d is asked no more.
const first: Made = {
  findings: [
    ['cn.a', '1', 'x', 'breach'],
    ['cn.a', '1', 'x', 'breach'],
    ['cn.a', '2', 'y', 'breach'],
    ['cn.b', '1', 'x', 'breach'],
    ['cn.d', '7', 'y', 'breach'],
    ['cn.d', '8', 'y', 'breach'],
  ],
  provisions: { 'cn.a': 'breach', 'cn.b': 'breach', 'cn.c': 'cannot_tell', 'cn.d': 'breach' },
};
const second: Made = {
  findings: [
    ['cn.a', '2', 'y', 'breach'],
    ['cn.a', '3', 'x', 'breach'],
    ['cn.c', '1', 'x', 'indication'],
  ],
  provisions: {
    'cn.a': 'breach',
    'cn.b': 'cannot_tell',
    'cn.c': 'cannot_tell',
    'cn.e': 'no_breach',
  },
  undecided: { 'cn.b': 1 },
};
const changed = { new: 1, still: 1, gone: 1, cannot_tell: 3, not_checked_before: 1 };

/** As the job of an inspection does it. */
async function inspected(tenant_id: string, id: string, as_of: string, made: Made): Promise<void> {
  const place = { workspace: api.workspace, tenant_id };
  const folder = folderOf(place, id);
  const blank = { platform_id: null, connector_id: null, time_zone: null, currency: null };
  const by = { created_at: api.now().toISOString(), created_by: 'a' };
  await beginInspection(place, {
    id,
    title: id,
    inputs: [],
    packs: ['cn'],
    as_of,
    ...by,
    ...blank,
  });
  await setJob(place, id, 'none');
  const kept: Kept = {
    as_of,
    snapshot_id: 's',
    report: 'r',
    operators: made.findings.map(([, , operator]) => operator),
    provisions: Object.entries(made.provisions).map(([provision, verdict]) => ({
      provision,
      verdict,
      stage: 'in',
      findings: 0,
      undecided: made.undecided?.[provision] ?? 0,
      needs: [],
      law: null,
    })),
  };
  const lines = findingsOf(tenant_id, id, made).map(({ detail }) => `${detail}\n`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kept.json'), JSON.stringify(kept));
  await writeFile(join(folder, 'findings.ndjson'), lines.join(''));
  await keepInspection(api.store, place, id, api.now());
}

function findingsOf(tenant_id: string, inspection_id: string, made: Made) {
  return made.findings.map(([provision, subject, operator_id, verdict], i) => {
    const what = { inspection_id, tenant_id, number: i + 1, provision, subject };
    return storedFinding({ ...what, operator_id, verdict });
  });
}

/** As an older version kept it: nothing counted, no stage. */
async function olderInspected(tenant_id: string, id: string, as_of: string, made: Made) {
  const row = { id, tenant_id, as_of, snapshot_id: 's', report: 'r', platform_id: null };
  const provisions = Object.entries(made.provisions).map(([provision_id, verdict]) => ({
    inspection_id: id,
    tenant_id,
    provision_id,
    verdict,
    detail: JSON.stringify({ undecided: made.undecided?.[provision_id] ?? 0, needs: [] }),
  }));
  await api.store.as(systemActor, async ({ db }) => {
    const at = api.now().toISOString();
    await db
      .insertInto('inspection')
      .values({ ...row, at, summary: JSON.stringify({ title: id }) })
      .execute();
    await db.insertInto('inspection_provision').values(provisions).execute();
    await db
      .insertInto('finding')
      .values(findingsOf(tenant_id, id, made))
      .execute();
  });
}

async function clientOf(tenant: string, ...roles: readonly Role[]): Promise<Client> {
  const person = await addPerson(api, `u-${tenant}-${roles.join('-')}`, tenant, roles);
  return api.client(person.headers);
}

async function overview(client: Client, query: Readonly<Record<string, string>> = {}) {
  const answer = await client(overviewRead, { query });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body;
}

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  await addTenant(api, 'p', 'platform');
  await addTenant(api, 'q', 'platform');
  await addTenant(api, 'r', 'regulator');
  await addTenant(api, 'o', 'operator');
  await inspected('p', 'p1', '2026-01-05', first);
  await olderInspected('q', 'q1', '2026-01-05', first);
  api.wait(60);
  await inspected('p', 'p2', '2026-02-05', second);
  await olderInspected('q', 'q2', '2026-02-05', second);
  const since = '2026-01-01';
  await api.store.as(systemActor, async ({ db }) => {
    const confirmed = { since, status: 'confirmed' as const };
    const over = { ...confirmed, regulator_id: 'r', platform_id: 'p' };
    await db.insertInto('jurisdiction').values(over).execute();
    const claim = { ...confirmed, tenant_id: 'o', platform_id: 'p', account: 'x' };
    await db.insertInto('operator_claim').values(claim).execute();
    const asked = { since, regulator_id: 'r', platform_id: 'q', proposed_by: 'r' };
    await db.insertInto('jurisdiction').values(asked).execute();
    const ahead = [-1, 0, 3, 4, null];
    const rows = ahead.map((_, i) => ({
      id: `m${i}`,
      kind: 'case' as const,
      owner_tenant_id: 'p',
      number: 1,
      status: 'open',
      title: 'a',
      opened_on: since,
      last_at: api.now().toISOString(),
      assignee: i === 0 ? 'u' : null,
      queue: null,
      tags: [],
    }));
    const own = { tenant_id: 'p', user_id: null, face: 'owner', party: 'platform' } as const;
    const other = { ...own, tenant_id: 'r', face: 'helper', party: 'regulator' } as const;
    const parties = [
      ...rows.map(({ id }) => ({ ...own, matter_id: id })),
      { ...other, matter_id: 'm0' },
    ];
    await db.insertInto('matter').values(rows).execute();
    await db.insertInto('matter_party').values(parties).execute();
    for (const [i, { id, ...row }] of rows.entries()) {
      const days = ahead[i] ?? null;
      const due_on = days === null ? null : `2026-03-${String(2 + days).padStart(2, '0')}`;
      const place = { tenant_id: 'p', user_id: '' };
      const seat = { ...row, ...place, faces: ['owner'], owns: true, types: [], late: 0 };
      const due = { due_on, due_clock: 'a', due_unknown: false };
      const seats = [{ ...seat, unassigned: row.assignee === null }];
      const dues = [{ ...place, ...due }];
      if (i === 0) {
        // Somebody else has a place in the first, which is late.
        const there = { tenant_id: 'r', user_id: '' };
        seats.push({ ...seat, ...there, faces: ['helper'], owns: false, unassigned: false });
        dues.push({ ...there, ...due });
      }
      await sql`SELECT put_seats(${id}, ${JSON.stringify(seats)}::jsonb)`.execute(db);
      await sql`SELECT note_dues(${id}, ${JSON.stringify(dues)}::jsonb)`.execute(db);
    }
  });
});
afterAll(async () => await api.end());

describe('the prism', () => {
  it('says of the newest inspection what the provisions came to, and what changed', async () => {
    const { inspections, more } = await overview(await clientOf('p', 'reader'));
    expect(more).toBe(false);
    const [prism] = inspections;
    expect(prism).toMatchObject({
      inspection_id: 'p2',
      platform_id: 'p',
      platform_name: '机构 p',
      title: 'p2',
      since: 'p1',
      changes: changed,
      account: null,
    });
    expect(prism?.stages).toEqual([
      { stage: 'pre', breach: 0, no_breach: 0, cannot_tell: 0, findings: 0 },
      { stage: 'in', breach: 1, no_breach: 1, cannot_tell: 2, findings: 3 },
      { stage: 'after', breach: 0, no_breach: 0, cannot_tell: 0, findings: 0 },
    ]);
    const rows = prism?.provisions.map(({ provision, verdict, breaches, indications, changes }) => [
      provision,
      verdict,
      breaches,
      indications,
      changes && Object.values(changes),
    ]);
    expect(rows).toEqual([
      ['cn.a', 'breach', 2, 0, [1, 1, 1, 0, 0]],
      ['cn.c', 'cannot_tell', 0, 1, [0, 0, 0, 0, 1]],
      ['cn.b', 'cannot_tell', 0, 0, [0, 0, 0, 1, 0]],
      ['cn.e', 'no_breach', 0, 0, [0, 0, 0, 0, 0]],
    ]);
    expect(prism?.history).toMatchObject([
      { inspection_id: 'p1', as_of: '2026-01-05', breach: 3, no_breach: 0, cannot_tell: 1 },
      { inspection_id: 'p2', as_of: '2026-02-05', breach: 1, no_breach: 1, cannot_tell: 2 },
    ]);
  });

  it('counts now what an older version did not count', async () => {
    const [prism] = (await overview(await clientOf('q', 'reader'))).inspections;
    expect(prism).toMatchObject({ inspection_id: 'q2', since: 'q1', changes: changed });
    // A stage was kept with findings alone.
    expect(prism?.stages.map(({ stage, findings }) => [stage, findings])).toEqual([
      ['pre', 0],
      ['in', 3],
      ['after', 0],
      [null, 0],
    ]);
  });

  it('shows a regulator the platforms it supervises and no other', async () => {
    const client = await clientOf('r', 'reader');
    const ids = async (query = {}): Promise<string[]> =>
      (await overview(client, query)).inspections.map((one) => one.inspection_id);
    expect(await ids()).toEqual(['p2']);
    expect(await ids({ platform_id: 'q' })).toEqual([]);
  });

  it('shows an operator what was found about its own account, and what became of it', async () => {
    const { inspections } = await overview(await clientOf('o', 'handler'));
    expect(inspections).toHaveLength(1);
    const [prism] = inspections;
    expect(prism).toMatchObject({ inspection_id: 'p2', account: 'x', title: null, history: [] });
    // Of x: cn.a 1 is gone, cn.a 3 is new, of cn.b 1 nobody can tell, cn.c 1 was not asked before.
    expect(prism?.changes).toEqual({
      new: 1,
      still: 0,
      gone: 1,
      cannot_tell: 1,
      not_checked_before: 1,
    });
    expect(prism?.stages[1]).toEqual({
      stage: 'in',
      breach: 1,
      no_breach: null,
      cannot_tell: null,
      findings: 2,
    });
    expect(prism?.provisions.map((one) => one.provision)).toEqual(['cn.a', 'cn.c']);
  });
});

describe('what to do next', () => {
  it('counts matters one has a place in that are overdue or due within three days', async () => {
    const { today, matters } = await overview(await clientOf('p', 'reader'));
    expect(today).toBe('2026-03-02');
    expect(matters).toMatchObject({ open: 5, overdue: 1, due_soon: 2, unassigned: 4 });
    expect(matters.by_kind).toEqual([
      {
        kind: 'case',
        kind_title: expect.anything(),
        open: 5,
        overdue: 1,
        due_soon: 2,
      },
    ]);
    const others = (await overview(await clientOf('r', 'reader'))).matters;
    expect(others).toMatchObject({ open: 1, overdue: 1, due_soon: 0, unassigned: 0 });
    const none = (await overview(await clientOf('q', 'reader'))).matters;
    expect(none).toMatchObject({ open: 0, by_kind: [] });
  });

  it('lists it in order of haste, with the page where it is done', async () => {
    const next = async (client: Client) =>
      (await overview(client)).next.map(({ kind, count, target }) => [kind, count, target.page]);
    expect(await next(await clientOf('p', 'reader'))).toEqual([
      ['overdue', 1, 'matters'],
      ['due_soon', 2, 'matters'],
      ['unassigned', 4, 'matters'],
      ['new_breaches', 1, 'findings'],
      ['breaches', 2, 'findings'],
      ['indications', 1, 'findings'],
      ['cannot_tell', 1, 'imports'],
    ]);
    expect((await next(await clientOf('q', 'reader', 'admin')))[0]).toEqual([
      'affiliations',
      1,
      'admin',
    ]);
    expect(await next(await clientOf('o', 'handler'))).toEqual([
      ['new_breaches', 1, 'findings'],
      ['breaches', 1, 'findings'],
      ['indications', 1, 'findings'],
    ]);
    await addTenant(api, 'fresh', 'platform');
    expect(await next(await clientOf('fresh', 'handler'))).toEqual([
      ['first_inspection', 1, 'imports'],
    ]);
  });
});

describe('what waits', () => {
  it('is told to machines in numbers, and of nobody', async () => {
    await api.store.jobs.executeSql(
      `INSERT INTO pgboss.job (name, state, start_after) VALUES
         ('inspection', 'created', now() + interval '1 day'), ('inspection', 'failed', now()),
         ('inspection', 'failed', now())`,
    );
    const hour_ago = new Date(api.now().getTime() - 3_600_000).toISOString();
    const { user_id } = await addPerson(api, 'u-hook', 'p', ['admin']);
    const database = new Database({ connectionString: api.database_url });
    await database.connect();
    await database.query(
      `INSERT INTO polyprism.webhook (id, tenant_id, user_id, url, secret, types, created_at)
         VALUES ('hook-1', 'p', '${user_id}', 'https://example.com/', 'x', '{}', now());
       INSERT INTO polyprism.webhook_delivery
         (id, webhook_id, tenant_id, outbox_id, matter_id, number, type, at, state, next_at)
         SELECT 'd-' || state, 'hook-1', 'p', number, 'm-1', number, 'open', '${hour_ago}', state,
           '2099-01-01' FROM (VALUES ('waiting', 1), ('dead', 2)) one (state, number)`,
    );
    await database.end();
    const text = await (await fetch(new URL('/metrics', api.url))).text();
    const figure = (name: string): number | undefined => {
      const line = text.split('\n').find((one) => one.startsWith(`polyprism_${name} `));
      return line === undefined ? undefined : Number(line.split(' ').at(-1));
    };
    expect(figure('store_up')).toBe(1);
    expect(figure('jobs{queue="inspection",state="waiting"}')).toBe(1);
    expect(figure('jobs{queue="inspection",state="failed"}')).toBe(2);
    expect(figure('jobs{queue="connector",state="running"}')).toBe(0);
    // What begins tomorrow is not late.
    expect(figure('job_oldest_waiting_seconds{queue="inspection"}')).toBe(0);
    expect(figure('webhook_deliveries{state="waiting"}')).toBe(1);
    expect(figure('webhook_deliveries{state="dead"}')).toBe(1);
    expect(figure('webhook_oldest_waiting_seconds')).toBeCloseTo(3_600, 0);
    expect(figure('matters_overdue{kind="case"}')).toBe(1);
    expect(figure('matters_overdue{kind="draw"}')).toBe(0);
    expect(figure('live_waiting_events')).toBe(0);
    expect(figure('outbox_waiting')).toBeTypeOf('number');
    for (const name of ['u-p-reader', 'hook-1', 'm-1']) expect(text).not.toContain(name);
  });
});
