import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/guidance/barometer.ts';
import { effectWindows, figureEffect } from '../../src/guidance/effects-sql.ts';
import type { OperatorFacts } from '../../src/guidance/operator-facts.ts';
import type { Party, Role } from '../../src/model/actor.ts';
import type { Client } from '../../src/server/client.ts';
import * as guidance from '../../src/server/contract/guidance.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import { integrityShow, integrityShown } from '../../src/server/contract/publications.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { keepInspection } from '../../src/server/findings/keep-inspection.ts';
import type { Kept } from '../../src/server/findings/kept.ts';
import type { KeptGuidance } from '../../src/server/guidance/kept-guidance.ts';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import { systemActor } from '../../src/store/store.ts';
import { clean } from '../guidance/facts.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { storedFinding } from '../support/stored-finding.ts';

let api: ApiServer;
const as_of = '2026-01-31';

/** With so many penalties of January 2026, each 16 points off; 0, 1 and 3 make A, B and D. */
function operator(operator_id: string, penalties: number): OperatorFacts {
  const penalty = Array.from({ length: penalties }, (_, i) => ({ on: '2026-01-05', ref: `p${i}` }));
  return { ...clean, operator_id, as_of, events: { penalty, measure: [] } };
}

const untold: OperatorFacts = {
  ...operator('u', 0),
  events: { penalty: null, measure: null },
};

/** Six with a measure, 25 of 100 before and none after; six without, 25 of 100 in both. */
const sixPairs = Array.from({ length: 12 }, (_, i) => ({
  operator_id: `e${i}`,
  treated: i < 6,
  before_cases: 25,
  before_out_of: 100,
  after_cases: i < 6 ? 0 : 25,
  after_out_of: 100,
}));

/** Orders of 13 months from January 2025 on; in the last one twice as many are given back. */
const returns: Indicator = {
  name: 'return',
  title: { zh: '', en: '' },
  months: Array.from({ length: 13 }, (_, i) => ({
    month: i === 12 ? '2026-01' : `2025-${String(i + 1).padStart(2, '0')}`,
    cases: i === 12 ? 200 : 100,
    out_of: 1_000,
  })),
};

async function inspected(tenant_id: string, id: string, kept: KeptGuidance): Promise<void> {
  const place = { workspace: api.workspace, tenant_id };
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
  // Breaches in January 2026 by x twice and y, in January 2025 by y; one of nobody, one indication.
  const acts: readonly (readonly [string | null, string, 'breach' | 'indication'])[] = [
    ['x', '2026-01-05', 'breach'],
    ['x', '2026-01-06', 'breach'],
    ['y', '2026-01-31', 'breach'],
    ['y', '2025-01-31', 'breach'],
    [null, '2026-01-05', 'breach'],
    ['z', '2026-01-05', 'indication'],
  ];
  const lines = acts.map(([operator_id, act_on, verdict], i) => {
    const what = { inspection_id: id, tenant_id, number: i + 1, operator_id, verdict };
    const { detail } = storedFinding({ ...what, subject: String(i) });
    return `${JSON.stringify({ ...JSON.parse(detail), act_on })}\n`;
  });
  const operators = acts.map(([one]) => one);
  const rest: Kept = { as_of, snapshot_id: 's', report: 'r', operators, provisions: [] };
  const folder = folderOf(place, id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kept.json'), JSON.stringify(rest));
  await writeFile(join(folder, 'findings.ndjson'), lines.join(''));
  await writeFile(join(folder, 'guidance.json'), JSON.stringify(kept));
  await keepInspection(api.store, place, id, api.now());
}

async function clientOf(tenant: string, ...roles: readonly Role[]): Promise<Client> {
  const person = await addPerson(api, `u-${tenant}-${roles.join('-')}`, tenant, roles);
  return api.client(person.headers);
}

beforeAll(async () => {
  api = await apiServer();
  const tenants: readonly (readonly [string, Party])[] = [
    ['p', 'platform'],
    ['q', 'platform'],
    ['r', 'regulator'],
    ['o', 'operator'],
  ];
  for (const [id, party] of tenants) await addTenant(api, id, party);
  const facts = [operator('x', 3), operator('y', 1), operator('z', 0), untold];
  const effects = [figureEffect('complaint', effectWindows(as_of), sixPairs)];
  await inspected('p', 'p1', { facts, indicators: [returns], effects });
  await inspected('q', 'q1', { facts: [operator('x', 3)], indicators: [] });
  await api.store.as(systemActor, async ({ db }) => {
    const confirmed = { since: '2026-01-01', status: 'confirmed' as const };
    const over = { ...confirmed, regulator_id: 'r', platform_id: 'p' };
    await db.insertInto('jurisdiction').values(over).execute();
    const claim = { ...confirmed, tenant_id: 'o', platform_id: 'p', account: 'x' };
    await db.insertInto('operator_claim').values(claim).execute();
  });
});
afterAll(async () => await api.end());

async function listed(client: Client, query = {}): Promise<string[]> {
  const rows: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = { ...query, limit: 2, ...(cursor !== undefined && { cursor }) };
    const page = await client(guidance.sheetsList, { query: asked });
    if (!page.ok) throw new Error(page.problem.code);
    for (const { platform_id, operator_id, class: found, tier, weight } of page.body.items) {
      rows.push([platform_id, operator_id, found, tier, weight].join(' '));
    }
    cursor = page.body.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

async function sheet(client: Client, platform_id: string, operator_id: string) {
  const answer = await client(guidance.sheetRead, { query: { platform_id, operator_id } });
  return answer.ok ? answer.body : answer.problem.code;
}

describe('sheets of operators', () => {
  it('are listed by their weight in a draw; nobody is left out', async () => {
    const all = ['p x D high 8', 'p u  untold 2', 'p y B usual 2', 'p z A low 1'];
    expect(await listed(await clientOf('p', 'reader'))).toEqual(all);
    expect(await listed(await clientOf('r', 'reader'))).toEqual(all);
    expect(await listed(await clientOf('p', 'reader'), { tier: 'usual' })).toEqual([
      'p y B usual 2',
    ]);
  });

  it('are shown to an operator of its own accounts alone', async () => {
    const own = await clientOf('o', 'handler');
    expect(await listed(own)).toEqual(['p x D high 8']);
    expect(await sheet(own, 'p', 'x')).toMatchObject({ class: 'D', operator_id: 'x' });
    expect(await sheet(own, 'p', 'y')).toBe('http.not_found');
    expect(await sheet(own, 'q', 'x')).toBe('http.not_found');
    // Beside the handler the database keeps others' sheets from it.
    const actor = { kind: 'person', party: 'operator', tenant_id: 'o', user_id: 'u' } as const;
    const rows = await api.store.as({ ...actor, roles: ['handler'] }, async ({ db }) =>
      db.selectFrom('operator_sheet').select('operator_id').execute(),
    );
    expect(rows).toEqual([{ operator_id: 'x' }]);
    const regulator = await clientOf('r', 'reader');
    expect(await sheet(regulator, 'p', 'y')).toMatchObject({ class: 'B' });
    expect(await sheet(regulator, 'q', 'x')).toBe('http.not_found');
  });

  it('hold all they are made of, and the ways to improve', async () => {
    const found = await sheet(await clientOf('p', 'reader'), 'p', 'y');
    if (typeof found === 'string') throw new Error(found);
    // 100 points less 16 for one penalty; it counts by half after 18 months, and 36 months on not.
    expect([found.points_min, found.points_max]).toEqual([84, 84]);
    expect(found.reasons.map(({ part, points }) => [part, points])).toEqual([['penalty', 16]]);
    expect(found.parts.map(({ name, points }) => [name, points])).toEqual([
      ['penalty', 16],
      ['measure', 0],
      ['breach', 0],
      ['complaint', 0],
      ['return', 0],
    ]);
    expect(found.parts[0]).toMatchObject({
      weight_points: 16,
      cap_points: 48,
      window_months: 36,
      parameter: 'ours',
      items: [{ ref: 'p0', points: 16, halves_on: '2027-07-05', lapses_on: '2029-01-05' }],
    });
    expect(found.ways).toEqual([
      {
        part: 'penalty',
        kind: 'lapse',
        ref: 'p0',
        on: '2029-01-05',
        clean_orders: null,
        gained_points: 16,
        class_then: 'A',
      },
    ]);
    // At half weight 92 points are left: class A.
    expect(found.rises_on).toBe('2027-07-05');
    expect(found.notice.zh).toContain('人工复核');
  });
});

describe('the barometer', () => {
  it('holds months beside the year before, breaches among them', async () => {
    const client = await clientOf('r', 'reader');
    const answer = await client(guidance.barometerRead, { query: {} });
    if (!answer.ok) throw new Error(answer.problem.code);
    const { readings, platform_id, confidence } = answer.body;
    expect(platform_id).toBe('p');
    // 5 % shared by two figures.
    expect(confidence).toBeCloseTo(0.975, 12);
    const last = readings.map(({ name, months }) => [name, months.at(-1)] as const);
    expect(last).toMatchObject([
      // x and y of four operators, one of them a year before: of so few nothing is told.
      [
        'breach',
        {
          month: '2026-01',
          cases: 2,
          out_of: 4,
          year_before: { cases: 1, out_of: 4 },
          against_year_before: { ratio: 2 },
          movement: 'no_clear_change',
        },
      ],
      [
        'return',
        { cases: 200, out_of: 1_000, against_year_before: { ratio: 2 }, movement: 'rose' },
      ],
    ]);
    // Months in which nothing was found, and orders were there, are zero and not unknown.
    expect(readings[0]?.months).toHaveLength(13);
    expect(readings[0]?.months[5]).toMatchObject({ month: '2025-06', cases: 0, out_of: 4 });
    expect(readings[0]?.months[5]?.movement).toBe('cannot_tell');
    const other = await client(guidance.barometerRead, { query: { platform_id: 'q' } });
    expect(other.ok ? null : other.problem.code).toBe('http.not_found');
  });
});

describe('the market of a jurisdiction', () => {
  it('is sums over the platforms that know a month; who knows nothing is unknown', async () => {
    for (const id of ['t', 'v']) await addTenant(api, id, 'platform');
    await addTenant(api, 'r2', 'regulator');
    const january = { ...returns, months: [{ month: '2026-01', cases: 30, out_of: 500 }] };
    await inspected('t', 't1', { facts: [], indicators: [january] });
    await api.store.as(systemActor, async ({ db }) => {
      const confirmed = { since: '2026-01-01', status: 'confirmed' as const, regulator_id: 'r2' };
      const rows = ['p', 't', 'v'].map((platform_id) => ({ ...confirmed, platform_id }));
      await db.insertInto('jurisdiction').values(rows).execute();
    });
    const answer = await (await clientOf('r2', 'reader'))(guidance.marketRead, {});
    if (!answer.ok) throw new Error(answer.problem.code);
    const { scope, platforms, readings } = answer.body;
    expect(scope).toBe('jurisdiction');
    expect(platforms.map(({ platform_id, as_of: of }) => [platform_id, of])).toEqual([
      ['p', as_of],
      ['t', as_of],
      ['v', null],
    ]);
    const months = readings.find(({ name }) => name === 'return')?.months ?? [];
    expect(months).toHaveLength(13);
    expect(months.at(0)).toMatchObject({
      month: '2025-01',
      all: { platforms: 1, cases: 100, out_of: 1_000 },
      compared: null,
      movement: 'cannot_tell',
    });
    // 200 of 1,000 beside 100 of 1,000 at p alone: t was not there a year before.
    expect(months.at(-1)).toMatchObject({
      month: '2026-01',
      all: { platforms: 2, cases: 230, out_of: 1_500 },
      compared: {
        platforms: 1,
        now: { cases: 200, out_of: 1_000 },
        year_before: { cases: 100, out_of: 1_000 },
      },
      against_year_before: { ratio: 2 },
      movement: 'rose',
    });
    expect(readings.every(({ quarter }) => quarter.last === null)).toBe(true);
  });
});

describe('what followed measures', () => {
  it('is told with its uncertainty to whoever sees the inspection', async () => {
    for (const [tenant, role] of [
      ['p', 'handler'],
      ['r', 'reader'],
    ] as const) {
      const answer = await (
        await clientOf(tenant, role)
      )(guidance.effectsRead, {
        query: { platform_id: 'p' },
      });
      expect.assert(answer.ok);
      expect(answer.body.notice.en).toContain('no proof of cause');
      expect(answer.body).toMatchObject({
        inspection_id: 'p1',
        as_of,
        effects: [
          {
            name: 'complaint',
            title: { en: 'orders complained of' },
            windows: { after: { from: '2025-11-01', to: '2026-01-31' } },
            pairs: 6,
            unmatched: [],
            treated: { before: 0.25, after: 0 },
            untreated: { before: 0.25, after: 0.25 },
            interval: { low: -0.25, high: -0.25 },
            // Of 64 arrangements of signs two are as far from 0.
            p: 2 / 64,
            finding: 'fewer',
          },
        ],
      });
    }
    const other = await (
      await clientOf('q', 'handler')
    )(guidance.effectsRead, {
      query: { platform_id: 'p' },
    });
    const operator = await (await clientOf('o', 'handler'))(guidance.effectsRead, { query: {} });
    expect([other, operator].map((one) => (one.ok ? null : one.problem.code))).toEqual([
      'http.not_found',
      'auth.forbidden',
    ]);
  });
});

describe('an inspection', () => {
  it('leaves sheets and months of what its data hold', async () => {
    api.wait(60);
    const client = await clientOf('q', 'handler');
    const ids: string[] = [];
    const files = {
      'operator.csv': 'operator_id,name\nk1,甲店\nk2,乙店\n',
      'order.csv': `order_id,operator_id,ordered_at\n${['k1', 'k2']
        .flatMap((one) => [1, 2, 3].map((i) => `${one}-${i},${one},2026-01-0${i} 08:00:00`))
        .join('\n')}\n`,
      'complaint.csv': 'complaint_id,order_id\nc1,k1-1\n',
    };
    for (const [name, text] of Object.entries(files)) {
      const bytes = new TextEncoder().encode(text);
      const begun = await client(uploads.uploadsCreate, {
        body: { name, size_bytes: bytes.length },
      });
      if (!begun.ok) throw new Error(begun.problem.code);
      const params = { upload_id: begun.body.id };
      const headers = { 'upload-offset': 0 };
      await client(uploads.uploadsAppend, { params, headers, body: bytes });
      ids.push(begun.body.id);
    }
    const body = { title: 'a', uploads: ids, as_of };
    const made = await client(inspections.inspectionsCreate, { body });
    if (!made.ok) throw new Error(made.problem.code);
    const headers = { 'last-event-id': 0 };
    const done = await client(jobs.jobsEvents, { params: { job_id: made.body.job_id }, headers });
    expect(done.ok && (await done.response.text())).toContain('"state":"done"');
    const found = await sheet(client, 'q', 'k1');
    if (typeof found === 'string') throw new Error(found);
    expect(found).toMatchObject({ inspection_id: made.body.id, as_of, tier: 'untold' });
    const complaints = found.parts.find(({ name }) => name === 'complaint');
    // Three orders are too few to judge a share by: 27 more are wanted.
    expect(complaints).toMatchObject({ points: null, needs: { what: 'orders', count: 27 } });
    const answer = await client(guidance.barometerRead, { query: {} });
    if (!answer.ok) throw new Error(answer.problem.code);
    const months = answer.body.readings.find(({ name }) => name === 'complaint')?.months;
    expect(months).toMatchObject([{ month: '2026-01', cases: 1, out_of: 6 }]);
  });
});

describe('everybody who looks a firm up', () => {
  const code = '91350100M000100Y43';
  const page = async (): Promise<string> =>
    await (await fetch(new URL(`/public/zh/operators?asked=${code}`, api.url))).text();

  it('sees its licence, and its integrity class where it agreed', async () => {
    expect(await page()).toContain('没有找到');
    await api.store.as(systemActor, async ({ db }) => {
      const licence = {
        credit_code: code,
        licence_number: '食经 12',
        licence_url: 'https://shop.example/l?a=1&b="2',
      };
      await db.updateTable('tenant').set(licence).where('id', '=', 'o').execute();
    });
    const before = await page();
    expect(before).toContain('<a href="https://shop.example/l?a=1&amp;b=&quot;2"');
    expect(before).toContain('食经 12');
    expect(before).not.toContain('诚信等级');
    const admin = await clientOf('o', 'admin');
    const show = async (shown: boolean) => await admin(integrityShow, { body: { shown } });
    const handler = await clientOf('o', 'handler');
    expect((await handler(integrityShow, { body: { shown: true } })).ok).toBe(false);
    const told = async () => {
      const answer = await handler(integrityShown, {});
      return answer.ok && answer.body;
    };
    expect(await told()).toEqual({ shown: false, class: 'D', credit_code: code });
    expect((await show(true)).ok).toBe(true);
    expect(await told()).toEqual({ shown: true, class: 'D', credit_code: code });
    const shownClass = async () => /诚信等级<\/dt>\s*<dd><bdi>(.)<\/bdi>/.exec(await page())?.[1];
    // x has three penalties: 48 points are gone.
    expect(await shownClass()).toBe('D');
    await api.store.as(systemActor, async ({ db }) => {
      const claim = { since: '2026-01-01', status: 'confirmed' as const, tenant_id: 'o' };
      const untold = { ...claim, platform_id: 'p', account: 'u' };
      await db.insertInto('operator_claim').values(untold).execute();
    });
    // Nobody can tell the class of its other account: then none is told of the firm.
    expect(await shownClass()).toBeUndefined();
    expect(await told()).toMatchObject({ shown: true, class: null });
    await api.store.as(systemActor, async ({ db }) => {
      const ended = { status: 'ended' as const };
      await db.updateTable('operator_claim').set(ended).where('account', '=', 'u').execute();
    });
    expect(await shownClass()).toBe('D');
    await show(false);
    expect(await shownClass()).toBeUndefined();
  });
});
