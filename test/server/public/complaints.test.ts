import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/model/actor.ts';
import type { Contact } from '../../../src/server/complaints/contact.ts';
import * as complaints from '../../../src/server/contract/complaints.ts';
import { mattersList, mattersStep } from '../../../src/server/contract/matters.ts';
import { clearOver } from '../../../src/server/jobs/clear-over.ts';
import type { Client } from '../../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';

let api: ApiServer;
let database: Database;
let anyone: Client;

const told = { title: '不退款', facts: '付款后没有发货', request: '退还货款' };
const nobody = { name: null, phone: null, email: null, address: null };

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', '']);
  await addTenant(api, 'office', 'regulator');
  await addTenant(api, 'elsewhere', 'regulator');
  await addTenant(api, 'mall', 'platform');
  await addTenant(api, 'shop', 'operator');
  database = new Database({ connectionString: api.database_url });
  await database.connect();
  anyone = api.client();
});
afterAll(async () => {
  await database.end();
  await api.end();
});

async function clientOf(tenant: string, ...roles: readonly Role[]): Promise<Client> {
  const person = await addPerson(api, `${tenant}-${roles.join('-')}`, tenant, roles);
  return api.client(person.headers);
}

async function complain(contact: Partial<Contact> = {}) {
  const body = { office_id: 'office', platform_id: 'mall', ...told, contact };
  const answer = await anyone(complaints.publicComplain, { body });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body;
}

async function status(secret: string) {
  const answer = await anyone(complaints.publicStatus, { headers: { 'status-secret': secret } });
  return answer.ok ? answer.body : answer.problem.code;
}

async function step(secret: string, type: string, expected: number, data = {}) {
  const headers = { 'status-secret': secret };
  const answer = await anyone(complaints.publicStep, { headers, body: { type, expected, data } });
  return answer.ok ? answer.body.status : answer.problem.code;
}

async function contactOf(client: Client, matter_id: string) {
  const asked = { params: { matter_id }, body: { reason: '核实情况' } };
  const answer = await client(complaints.complaintsContact, asked);
  return answer.ok ? answer.body : answer.problem.code;
}

describe('a complaint without an account', () => {
  it('is addressed to an office, may be about a platform, and sees names alone', async () => {
    const answer = await anyone(complaints.publicOffices, {});
    expect(answer.ok && answer.body).toEqual({
      offices: [
        { id: 'elsewhere', name: '机构 elsewhere' },
        { id: 'office', name: '机构 office' },
      ],
      platforms: [{ id: 'mall', name: '机构 mall' }],
    });
    for (const wrong of [{ office_id: 'mall' }, { office_id: 'office', platform_id: 'shop' }]) {
      const body = { ...told, ...wrong, contact: nobody };
      const refused = await anyone(complaints.publicComplain, { body });
      expect(refused.ok ? null : refused.problem.code).toBe('matters.no_tenant');
    }
  });

  it('is followed, added to and withdrawn by its status link', async () => {
    const { matter_id, status_secret, status_path, expires_at } = await complain();
    expect(status_path).toBe(`/console/public/status#${status_secret}`);
    expect(expires_at).toBe('2029-03-02T00:00:00.000Z');
    const seen = await status(status_secret);
    expect(seen).toMatchObject({
      id: matter_id,
      kind: 'complaint',
      status: 'received',
      faces: ['applicant'],
      title: told.title,
      // Seven working days after Monday 2 March: 3 to 6, 9, 10, 11.
      due_on: '2026-03-11',
      assignee: null,
    });
    const steps = typeof seen === 'string' ? [] : seen.steps.map((one) => one.step);
    expect(steps).toEqual(['supplement', 'withdraw']);
    expect(await step(status_secret, 'supplement', 1, { text: '附聊天记录' })).toBe('received');
    // What is the office's to do is not the complainant's.
    expect(await step(status_secret, 'accept', 2)).toBe('casework.not_yours');
    expect(await step(status_secret, 'withdraw', 1)).toBe('store.conflict');
    const office = await clientOf('office', 'handler');
    const list = await office(mattersList, { query: {} });
    expect(list.ok && list.body.items.map(({ id }) => id)).toEqual([matter_id]);
    const params = { matter_id };
    const body = { type: 'accept', expected: 2 };
    expect((await office(mattersStep, { params, headers: {}, body })).ok).toBe(true);
    expect(await status(status_secret)).toMatchObject({ status: 'accepted' });
    expect(await step(status_secret, 'withdraw', 3)).toBe('ended');
  });

  it('answers by its status link whether mediation is wanted', async () => {
    const { matter_id, status_secret } = await complain();
    const office = await clientOf('office', 'handler');
    const params = { matter_id };
    const take = async (type: string, expected: number, data = {}) => {
      const body = { type, expected, data };
      const answer = await office(mattersStep, { params, headers: {}, body });
      return answer.ok ? answer.status : answer.problem.code;
    };
    const steps = async (): Promise<readonly string[]> => {
      const seen = await status(status_secret);
      return typeof seen === 'string' ? [seen] : seen.steps.map((one) => one.step);
    };
    expect(await take('accept', 1)).toBe(201);
    expect(await steps()).toEqual(['withdraw']);
    const yes = { agrees: true };
    expect(await step(status_secret, 'answer_mediation', 2, yes)).toBe('casework.mark_missing');
    expect(await take('propose_mediation', 2, { text: '电话调解' })).toBe(201);
    expect(await steps()).toEqual(['answer_mediation', 'withdraw']);
    // Upon what was read, with an answer, and by nobody else.
    expect(await step(status_secret, 'answer_mediation', 2, yes)).toBe('store.conflict');
    expect(await step(status_secret, 'answer_mediation', 3)).toBe('casework.data_missing');
    const other = await complain();
    expect(await step(other.status_secret, 'answer_mediation', 1, yes)).toBe(
      'casework.wrong_status',
    );
    expect(await step(status_secret, 'answer_mediation', 3, { agrees: false })).toBe('accepted');
    expect(await steps()).toEqual(['withdraw']);
    const told = await status(status_secret);
    const last = typeof told === 'string' ? undefined : told.events.at(-1);
    expect([last?.type, last?.data]).toEqual(['answer_mediation', { agrees: false }]);
    const both = { complainant_agrees: true, respondent_agrees: true };
    expect(await take('mediate', 4, both)).toBe('casework.mark_missing');
  });

  it('is nobody else’s: a secret opens its own matter, for its term', async () => {
    const first = await complain();
    const second = await complain();
    expect(await status(first.status_secret)).toMatchObject({ id: first.matter_id });
    expect(await status(second.status_secret)).toMatchObject({ id: second.matter_id });
    expect(await status('A'.repeat(43))).toBe('auth.link_unknown');
    const { rows } = await database.query<{ t: string }>(
      'SELECT t::text AS t FROM polyprism.status_link t',
    );
    const kept = rows.map(({ t }) => t).join('\n');
    expect(kept).toContain(first.matter_id);
    expect(kept).not.toContain(first.status_secret);
    expect(api.log()).not.toContain(first.status_secret);
  });
});

describe('how a complainant can be reached', () => {
  it('is read by who handles the matter, with a reason; every reading is an event', async () => {
    const contact = { name: '张三', phone: '13900000001', email: null, address: null };
    const { matter_id, status_secret } = await complain(contact);
    const office = await clientOf('office', 'handler');
    expect(await contactOf(office, matter_id)).toEqual(contact);
    expect(await contactOf(office, matter_id)).toEqual(contact);
    const { rows } = await database.query<{ payload: string }>(
      'SELECT payload FROM polyprism.event WHERE matter_id = $1 ORDER BY number',
      [matter_id],
    );
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)?.payload).toContain('核实情况');
    // That it was read is the office's own note.
    const seen = await status(status_secret);
    expect(typeof seen === 'string' ? [] : seen.events.map(({ type }) => type)).toEqual(['open']);
    const codes = [
      await contactOf(await clientOf('elsewhere', 'handler'), matter_id),
      await contactOf(await clientOf('office', 'reader'), matter_id),
      await contactOf(await clientOf('mall', 'handler'), matter_id),
    ];
    expect(codes).toEqual(['http.not_found', 'auth.forbidden', 'auth.forbidden']);
  });

  it('stands nowhere but sealed: 500 people with four values each', async () => {
    const planted = new Set<string>();
    const plant = async (i: number): Promise<void> => {
      const own = String(i).padStart(5, '0');
      const phone = `138777${own}`;
      const [name, email, address] = [`爨某${own}`, `p${own}@plant.example`, `梧桐街${own}号`];
      for (const value of [phone, name, email, address]) planted.add(value);
      await complain({ name, phone, email, address });
    };
    for (let from = 0; from < 500; from += 25) {
      await Promise.all(Array.from({ length: 25 }, async (_, i) => await plant(from + i)));
    }
    const leaks: string[] = [];
    const scan = (where: string, text: string): void => {
      for (const [found] of text.matchAll(
        /138777\d{5}|爨某\d{5}|p\d{5}@plant\.example|梧桐街\d{5}号/g,
      )) {
        if (planted.has(found)) leaks.push(`${where}: ${found}`);
      }
    };
    scan('itself', [...planted].join('\n'));
    expect(leaks).toHaveLength(2_000);
    leaks.length = 0;
    const tables = await database.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables
       WHERE schemaname IN ('polyprism', 'pgboss') ORDER BY 1`,
    );
    expect(tables.rows.length).toBeGreaterThan(30);
    for (const { name } of tables.rows) {
      const { rows } = await database.query<{ t: string }>(`SELECT t::text AS t FROM ${name} t`);
      scan(name, rows.map(({ t }) => t).join('\n'));
    }
    scan('log', api.log());
    expect(leaks).toEqual([]);
  });

  it('is gone when the term is over, and the link with it', async () => {
    const { matter_id, status_secret } = await complain({ phone: '13900000002' });
    api.wait(3 * 366 * 86_400);
    expect(await status(status_secret)).toBe('auth.link_unknown');
    expect(await contactOf(await clientOf('office', 'handler'), matter_id)).toBe(
      'matters.no_contact',
    );
    await clearOver(api.store, api.now());
    const { rows } = await database.query('SELECT FROM polyprism.status_link');
    expect(rows).toHaveLength(0);
  });
});
