import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Party, Role } from '../../src/model/actor.ts';
import type { Client } from '../../src/server/client.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as submissions from '../../src/server/contract/submissions.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { systemActor } from '../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

let api: ApiServer;
let platform: Client;
let regulator: Client;
let stranger: Client;
let database: Database;
let inspection_id = '';

const report = 'report.cn.order37.art25@v1';
// One with a credit code, which makes it registered, one person without.
const operators = `operator_id,name,kind,credit_code,status
k1,甲店有限公司,company,91330100MA27XYZ12X,active
k2,乙某,person,,active
`;

async function clientOf(tenant: string, ...roles: readonly Role[]): Promise<Client> {
  return api.client((await addPerson(api, `u-${tenant}`, tenant, roles)).headers);
}

beforeAll(async () => {
  api = await apiServer();
  const tenants: readonly (readonly [string, Party])[] = [
    ['p', 'platform'],
    ['q', 'platform'],
    ['r', 'regulator'],
  ];
  for (const [id, party] of tenants) await addTenant(api, id, party);
  platform = await clientOf('p', 'handler');
  stranger = await clientOf('q', 'handler');
  regulator = await clientOf('r', 'handler');
  database = new Database({ connectionString: api.database_url });
  await database.connect();
  await api.store.as(systemActor, async ({ db }) => {
    const over = { regulator_id: 'r', platform_id: 'p', since: '2026-01-01' };
    await db
      .insertInto('jurisdiction')
      .values({ ...over, status: 'confirmed' })
      .execute();
  });
  const bytes = new TextEncoder().encode(operators);
  const body = { name: 'operator.csv', size_bytes: bytes.length };
  const begun = await platform(uploads.uploadsCreate, { body });
  const upload_id = begun.ok ? begun.body.id : '';
  const headers = { 'upload-offset': 0 };
  await platform(uploads.uploadsAppend, { params: { upload_id }, headers, body: bytes });
  const order = { title: 'a', uploads: [upload_id], as_of: '2026-01-31' };
  const made = await platform(inspections.inspectionsCreate, { body: order });
  if (!made.ok) throw new Error(made.problem.code);
  inspection_id = made.body.id;
  const from = { 'last-event-id': 0 };
  const done = await platform(jobs.jobsEvents, {
    params: { job_id: made.body.job_id },
    headers: from,
  });
  expect(done.ok && (await done.response.text())).toContain('"state":"done"');
}, 300_000);
afterAll(async () => {
  await database.end();
  await api.end();
});

async function make(client: Client, more = {}) {
  const body = { inspection_id, report, reference_on: '2026-01-31', by: '李四', ...more };
  const answer = await client(submissions.submissionsCreate, { body });
  if (!answer.ok) return answer.problem.code;
  return answer.body;
}

async function submit(more = {}) {
  const made = await make(platform, { submit: true, ...more });
  if (typeof made === 'string' || !('id' in made)) throw new Error(JSON.stringify(made));
  // Which of the two answers it is, hangs on the id.
  return made as typeof made & { readonly id: string };
}

async function owed(client: Client) {
  const answer = await client(submissions.submissionsOwed, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body.items.find((one) => one.report === report);
}

function folders(tenant = 'p'): string[] {
  try {
    return readdirSync(join(api.workspace, 'submissions', tenant));
  } catch {
    return [];
  }
}

describe('a report owed', () => {
  it('is looked at first: nothing is kept, what is missing is counted', async () => {
    const seen = await make(platform);
    expect(seen).toMatchObject({
      report,
      // January 2026 was over on 2 March, the day of this server.
      window: { opens_on: '2026-01-01', due_on: '2026-01-31' },
      late: true,
      difference: null,
      parts: [
        { name: 'sellers-registered', lines: 1, complete: 0 },
        { name: 'sellers-unregistered', lines: 1, complete: 0 },
      ],
    });
    expect(folders()).toEqual([]);
    // By 2 March the next window is July; that of January was missed.
    expect(await owed(platform)).toMatchObject({
      window: { opens_on: '2026-07-01', due_on: '2026-07-31' },
      state: 'not_open',
      missed: { opens_on: '2026-01-01', due_on: '2026-01-31' },
      last: null,
    });
  });

  it('is one of the platform’s own jurisdiction', async () => {
    await addTenant(api, 'us', 'platform', 'us');
    const listed = async (client: Client) => {
      const answer = await client(submissions.submissionsOwed, {});
      if (!answer.ok) throw new Error(answer.problem.code);
      const { jurisdiction, notice, items } = answer.body;
      return [jurisdiction, notice?.en.includes('names no reports') ?? null, items.length];
    };
    // Orders 37 and 117 have two each, the Food Safety Law one.
    expect(await listed(platform)).toEqual(['cn', null, 5]);
    const american = await clientOf('us', 'handler');
    expect(await listed(american)).toEqual(['us', true, 0]);
    // What is not listed cannot be made either, neither to look at nor to hand over.
    await api.store.as(systemActor, async ({ db }) => {
      const said = { snapshot_id: 's', report: 'r', summary: '{}', platform_id: null };
      const when = { at: '2026-02-10T00:00:00.000Z', as_of: '2026-01-31' };
      const row = { id: 'i-us', tenant_id: 'us', ...said, ...when };
      await db.insertInto('inspection').values(row).execute();
    });
    const own = { inspection_id: 'i-us' };
    expect(await make(american, own)).toBe('submission.other_law');
    expect(await make(american, { ...own, submit: true })).toBe('submission.other_law');
    expect(folders('us')).toEqual([]);
    expect(await make(platform, { report: 'report.cn.none@v1' })).toBe('submission.unknown_report');
  });

  it('leaves a receipt that the platform and its regulator read, and nobody else', async () => {
    const first = await submit();
    expect(await owed(platform)).toMatchObject({ missed: null, last: { id: first.id } });
    const params = { submission_id: first.id };
    for (const client of [platform, regulator]) {
      const list = await client(submissions.submissionsList, { query: {} });
      expect(list.ok && list.body.items.map(({ id }) => id)).toEqual([first.id]);
      const one = await client(submissions.submissionsRead, { params });
      expect(one.ok && one.body.files.map(({ name }) => name)).toEqual([
        'sellers-registered.csv',
        'sellers-unregistered.csv',
        'report.json',
      ]);
    }
    const none = await stranger(submissions.submissionsRead, { params });
    expect(none.ok ? null : none.problem.code).toBe('http.not_found');
    expect(await make(stranger)).toBe('http.not_found');
    // The same again: two lines as before.
    api.wait(1);
    const again = await make(platform);
    expect(again).toMatchObject({
      difference: {
        'sellers-registered': { added: [], changed: [], gone: [], unchanged: 1 },
        'sellers-unregistered': { added: [], changed: [], gone: [], unchanged: 1 },
      },
    });
  });

  it('keeps identities in what is handed over alone, until the authority has it', async () => {
    api.wait(1);
    const address = '梧桐街七十七号';
    const identities = `subject,contact\nk1,${address}\n`;
    const made = await submit({ identities });
    const changed = made.difference?.['sellers-registered']?.changed;
    expect(changed).toEqual([{ subject: 'k1', fields: ['contact'] }]);
    const params = { submission_id: made.id };
    const asked = { params: { ...params, file: 'sellers-registered.csv' } };
    const file = await platform(submissions.submissionsFile, asked);
    expect(file.ok && (await file.response.text())).toContain(address);
    const others = await regulator(submissions.submissionsFile, asked);
    expect(others.ok ? null : others.problem.code).toBe('auth.forbidden');
    const { rows } = await database.query<{ t: string }>(
      'SELECT t::text AS t FROM polyprism.submission t',
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ t }) => t).join()).not.toContain(address);
    expect(api.log()).not.toContain(address);
    const body = { number: 'R-1', on: '2026-03-02', by: '某局' };
    const known = await platform(submissions.submissionsAcknowledge, { params, body });
    expect(known.ok && known.body.acknowledged).toEqual(body);
    expect(folders()).not.toContain(made.id);
    const gone = await platform(submissions.submissionsFile, asked);
    expect(gone.ok ? null : gone.problem.code).toBe('http.not_found');
    const other = { ...body, number: 'R-2' };
    const twice = await platform(submissions.submissionsAcknowledge, { params, body: other });
    expect(twice.ok ? null : twice.problem.code).toBe('submission.acknowledged');
  });

  it('is locked: no receipt changes, none goes before its day', async () => {
    const change = "UPDATE polyprism.submission SET report = 'x'";
    await expect(database.query(change)).rejects.toThrow('a receipt does not change');
    const remove = 'DELETE FROM polyprism.submission';
    await expect(database.query(remove)).rejects.toThrow('kept until its term is over');
    // Three years after 2 March 2026 (Network Data Regulation, art. 12).
    const { rows } = await database.query<{ kept_until: string }>(
      'SELECT DISTINCT kept_until::text FROM polyprism.submission',
    );
    expect(rows).toEqual([{ kept_until: '2029-03-02' }]);
  });
});
