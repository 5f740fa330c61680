import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/casework/decide.ts';
import { fold } from '../../src/casework/fold.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { DuckDb, sqlPath } from '../../src/engine/duckdb.ts';
import type { Actor, Role } from '../../src/model/actor.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { seeded } from '../../src/model/random.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import { unlocksLook } from '../../src/server/contract/unlocks.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { readEvents } from '../../src/store/matters/read-events.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

const people = 10_000;
const seed = 20_260_303;
const tenant_id = 'office';
const column = '会员.手机号';

interface Planted {
  readonly phone: string;
  readonly name: string;
  readonly number: string;
}

/** Surname nobody else has, so that any such name anywhere is one of ours. */
const surname = '爨';

function plant(): Planted[] {
  const random = seeded(seed);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.below(10)).join('');
  const han = (): string => String.fromCodePoint(0x4e00 + random.below(5_000));
  return Array.from({ length: people }, (_, i) => {
    // The last digits make each of them one person's.
    const own = String(i).padStart(5, '0');
    return {
      phone: `139${digits(3)}${own}`,
      name: `${surname}${han()}${han()}`,
      number: withCheckDigit(`1101051949${digits(2)}${own}`),
    };
  });
}

/** GB 11643-1999: weights 2^(17-i) mod 11. */
function withCheckDigit(text: string): string {
  const sum = [...text].reduce((so_far, digit, i) => {
    return so_far + Number(digit) * (2 ** (17 - i) % 11);
  }, 0);
  return `${text}${'10X98765432'[sum % 11]}`;
}

let api: ApiServer;
let database: Client;
let inspection_id = '';
const planted = plant();

function actor(user_id: string, ...roles: Role[]): Actor {
  return { kind: 'person', party: 'regulator', tenant_id, user_id, roles };
}
const li = actor('li', 'handler');
const zhang = actor('zhang', 'handler', 'approver');

async function clientOf({ user_id, roles }: Actor) {
  return api.client((await addPerson(api, user_id, tenant_id, roles)).headers);
}

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, tenant_id, 'regulator');
  database = new Client({ connectionString: api.database_url });
  await database.connect();
  const call = await clientOf(li);
  const rows = planted.map(({ phone, name, number }, i) => {
    const recruiter = i === 0 ? '' : String(Math.floor((i - 1) / 3) + 1);
    return `${i + 1},${recruiter},${phone},${name},${number},2025-01-01 08:00:00`;
  });
  const head = '会员编号,推荐人编号,手机号,姓名,身份证号,注册时间';
  const bytes = new TextEncoder().encode([head, ...rows, ''].join('\n'));
  const body = { name: '会员.csv', size_bytes: bytes.length };
  const begun = await call(uploads.uploadsCreate, { body });
  const upload_id = begun.ok ? begun.body.id : '';
  const params = { upload_id };
  await call(uploads.uploadsAppend, { params, headers: { 'upload-offset': 0 }, body: bytes });
  const made = await call(inspections.inspectionsCreate, {
    body: { title: '核查', uploads: [upload_id] },
  });
  if (!made.ok) throw new Error(made.problem.en);
  inspection_id = made.body.id;
  const headers = { 'last-event-id': 0 };
  const done = await call(jobs.jobsEvents, { params: { job_id: made.body.job_id }, headers });
  if (!done.ok) throw new Error(done.problem.en);
  expect(await done.response.text()).toContain('"state":"done"');
}, 300_000);
afterAll(async () => {
  await database.end();
  await api.end();
});

/** A step of the unlock in somebody's name; the code where it is refused. */
async function take(
  matter_id: string,
  who: Actor,
  type: string,
  data: JsonObject = {},
): Promise<string> {
  return await api.store.as(who, async (tx) => {
    const state = fold(await readEvents(tx, matter_id));
    const at = api.now().toISOString();
    const step = { matter_id, type, at, on: at.slice(0, 10), actor: who, reason: '办案需要', data };
    const decision = decide(matterRules.unlock, state, step);
    if ('refused' in decision) return decision.refused.code;
    await appendEvents(tx, matter_id, state?.number ?? 0, [decision.event]);
    return 'taken';
  });
}

const folderOf = (): string => join(api.workspace, 'inspections', tenant_id, inspection_id);

async function opened(matter_id: string, phone: string): Promise<void> {
  const key = readFileSync(join(folderOf(), 'out', 'snapshot', 'person.key'));
  const owner = { face: 'owner', party: 'regulator', tenant_id, user_id: null };
  const data = {
    kind: 'unlock',
    title: '解封',
    parties: [owner],
    case_id: 'case-1',
    subject_digest: createHmac('sha256', key).update(phone).digest('hex'),
    fields: [column],
    until: '2026-03-05',
  };
  expect(await take(matter_id, li, 'open', data)).toBe('taken');
}

async function look(who: Actor, matter_id: string, fields: string[] = [column]) {
  const body = { inspection_id, fields, reason: '核对当事人' };
  const answer = await (await clientOf(who))(unlocksLook, { params: { matter_id }, body });
  return answer.ok ? answer.body.values : answer.problem.code;
}

async function looks(matter_id: string): Promise<number> {
  const text = "SELECT count(*) AS n FROM polyprism.event WHERE matter_id = $1 AND type = 'look'";
  const { rows } = await database.query<{ n: string }>(text, [matter_id]);
  return Number(rows[0]?.n);
}

describe('an identity', () => {
  it('is unsealed for one case by two people, for a term, and every look is an event', async () => {
    const person = planted[4_711];
    await opened('m1', person?.phone ?? '');
    expect(await look(li, 'm1')).toBe('casework.wrong_status');
    expect(await take('m1', li, 'grant')).not.toBe('taken');
    expect(await take('m1', zhang, 'grant')).toBe('taken');
    expect(await look(zhang, 'm1')).toBe('casework.only_who_asked');
    expect(await look(li, 'm1', ['会员.姓名'])).toBe('casework.not_granted');
    expect(await look(li, 'm2')).toBe('http.not_found');
    expect(await looks('m1')).toBe(0);
    const place = { file: '会员.csv', table: '会员', column: '手机号', line: 4_713 };
    expect(await look(li, 'm1')).toEqual([{ value: person?.phone, ...place }]);
    expect(await look(li, 'm1')).toHaveLength(1);
    expect(await looks('m1')).toBe(2);
    await addTenant(api, 'others', 'regulator');
    const other = await addPerson(api, 'wu', 'others', ['handler', 'approver']);
    const body = { inspection_id, fields: [column], reason: 'a' };
    const strange = await api.client(other.headers)(unlocksLook, {
      params: { matter_id: 'm1' },
      body,
    });
    expect(strange.ok ? null : strange.problem.code).toBe('http.not_found');
    api.wait(4 * 86_400);
    expect(await look(li, 'm1')).toMatch(/^casework\.day_/);
    expect(await looks('m1')).toBe(2);
  });

  it(`stands nowhere but in raw files: ${people} people, seed ${seed}`, async () => {
    const values = new Set(planted.flatMap(({ phone, number }) => [phone, number]));
    const leaks: string[] = [];
    let scanned = 0;
    const scan = (where: string, text: string): void => {
      scanned += text.length;
      for (const [found] of text.matchAll(/1[3-9]\d{9}|\d{17}[\dX]/g)) {
        if (values.has(found)) leaks.push(`${where}: ${found}`);
      }
      for (const [found] of text.matchAll(new RegExp(`${surname}.{2}`, 'gu'))) {
        leaks.push(`${where}: ${found}`);
      }
    };
    // What is looked for is found where it is.
    scan('raw', readFileSync(join(folderOf(), 'input', '1', '会员.csv'), 'utf8'));
    expect(leaks).toHaveLength(3 * people);
    leaks.length = 0;
    const tables = await database.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables
       WHERE schemaname IN ('polyprism', 'pgboss') ORDER BY 1`,
    );
    for (const { name } of tables.rows) {
      const { rows } = await database.query<{ t: string }>(`SELECT t::text AS t FROM ${name} t`);
      scan(name, rows.map(({ t }) => t).join('\n'));
    }
    scan('log', api.log());
    const files = readdirSync(api.workspace, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/\/(raw|input|uploads)\//.test(path));
    const engine = await DuckDb.open({});
    for (const path of files) {
      if (!path.endsWith('.parquet')) scan(path, readFileSync(path, 'utf8'));
      else {
        const rows = await engine.rows(`SELECT t::VARCHAR AS t FROM ${sqlPath(path)} t`);
        scan(path, rows.map(({ t }) => String(t)).join('\n'));
      }
    }
    engine.close();
    console.log(`${scanned} characters in ${tables.rows.length} tables and ${files.length} files`);
    expect(leaks.slice(0, 20)).toEqual([]);
  });
});
