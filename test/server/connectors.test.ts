import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import * as connectors from '../../src/server/contract/connectors.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import type { Report } from '../../src/model/report.ts';
import * as findings from '../../src/server/contract/findings.ts';
import type { Client } from '../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';
import { startMariadb } from '../support/mariadb-server.ts';
import type { MariadbServer } from '../support/mariadb-server.ts';

const without = process.env['POLYPRISM_WITHOUT_SERVERS'] === '1';
const password = 'geheim7Wort';
let database: MariadbServer;
let api: ApiServer;
let admin: Client;

beforeAll(async () => {
  if (without) return;
  database = await startMariadb();
  const rows = Array.from({ length: 60 }, (_, i) => {
    const up = i === 0 ? 'NULL' : String(Math.floor((i - 1) / 3) + 1);
    return `(${i + 1}, ${up}, '2025-01-01 08:00:00')`;
  });
  await database.run(`
    CREATE DATABASE mall CHARACTER SET utf8mb4;
    CREATE TABLE mall.member (member_id int PRIMARY KEY, recruiter_id int, joined_at datetime);
    INSERT INTO mall.member VALUES ${rows.join(', ')};
    CREATE USER reader@'%' IDENTIFIED BY '${password}';
    GRANT SELECT ON mall.* TO reader@'%'`);
  api = await apiServer({ connector_hosts: [`127.0.0.1:${database.port}`] });
  await addTenant(api, 'p', 'platform');
  const person = await addPerson(api, 'u', 'p', ['admin', 'handler']);
  admin = api.client(person.headers);
});
afterAll(async () => {
  if (without) return;
  await api.end();
  await database.stop();
});

const urlOf = (secret: string): string =>
  `mysql://reader:${secret}@127.0.0.1:${database.port}/mall`;

async function create(url: string, cron?: string) {
  const body = { name: '商城库', url, time_zone: 'Asia/Shanghai', ...(cron && { cron }) };
  const made = await admin(connectors.connectorsCreate, { body });
  return made.ok ? made.body : made.problem.code;
}

async function one(id: string) {
  const page = await admin(connectors.connectorsList, { query: {} });
  const row = page.ok ? page.body.items.find((each) => each.id === id) : undefined;
  if (row === undefined) throw new Error('no such connector');
  return row;
}

/** The connector once a run of its own has ended. */
async function ended(connector_id: string) {
  const { last_inspection_id } = await one(connector_id);
  const params = { connector_id };
  expect((await admin(connectors.connectorsRun, { params })).status).toBe(202);
  for (;;) {
    const row = await one(connector_id);
    const isNew = row.last_inspection_id !== last_inspection_id;
    if (isNew && row.last_ended_at !== null) return row;
    await sleep(300);
  }
}

describe.skipIf(without)('a connector', () => {
  it('leads where whoever runs the server allows, and nowhere else', async () => {
    for (const url of [
      `mysql://reader:x@localhost:${database.port}/mall`,
      `mysql://reader:x@127.0.0.1:${database.port + 1}/mall`,
      `mysql://reader:x@127.1:${database.port}/mall2?socket=/tmp/s`,
      `mysql://reader:x@127.0.0.1:${database.port}/mall?socket=/tmp/s`,
      'postgres://a:b@169.254.169.254/x',
    ]) {
      expect([url, await create(url)]).toEqual([url, 'connector.not_allowed']);
    }
    expect(await create('file:///etc/passwd')).toBe('live.bad_url');
    expect(await create(urlOf(password), '61 * * * *')).toBe('connector.bad_schedule');
  });

  it('inspects a live database, and says when next; its password is sealed', async () => {
    const made = await create(urlOf(password), '30 2 * * *');
    if (typeof made === 'string') throw new Error(made);
    expect(made.address).toBe(`mysql://127.0.0.1:${database.port}/mall`);
    // Half past two in Shanghai.
    expect(made.next_run_at).toMatch(/T18:30:00\.000Z$/);
    const stored = await api.store.jobs.executeSql(
      'SELECT cron, timezone, data FROM pgboss.schedule WHERE key = $1',
      [made.id],
    );
    const data = { tenant_id: 'p', connector_id: made.id };
    expect(stored.rows).toEqual([{ cron: '30 2 * * *', timezone: 'Asia/Shanghai', data }]);
    const row = await ended(made.id);
    expect([row.last_code, row.failures]).toEqual([null, 0]);
    const params = { inspection_id: row.last_inspection_id ?? '', file: 'report.json' as const };
    const file = await admin(inspections.inspectionsFile, { params });
    const report: Report = JSON.parse(await file.response.text());
    expect(report.tables['member']).toEqual({ read: 60, refused: 0 });
    const seen = await admin(findings.inspectionsVerdicts, { params });
    expect(seen.ok && seen.body.cannot_tell.length).toBe(report.verdicts.cannot_tell);
    const rows = await api.store.as(
      { kind: 'person', party: 'platform', tenant_id: 'p', user_id: 'u', roles: ['admin'] },
      async ({ db }) => db.selectFrom('connector').selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(JSON.stringify(rows)).not.toContain('reader');
    expect(api.log()).not.toContain(password);
  }, 120_000);

  it('tells of failures, and of how many in a row', async () => {
    const made = await create(urlOf('falsch'));
    if (typeof made === 'string') throw new Error(made);
    expect(made.next_run_at).toBeNull();
    expect(await ended(made.id)).toMatchObject({ last_code: 'live.access_denied', failures: 1 });
    expect(await ended(made.id)).toMatchObject({ last_code: 'live.access_denied', failures: 2 });
  }, 120_000);

  it('that is ended runs no more', async () => {
    const made = await create(urlOf(password), '30 2 * * *');
    if (typeof made === 'string') throw new Error(made);
    const params = { connector_id: made.id };
    expect((await admin(connectors.connectorsDelete, { params })).status).toBe(204);
    expect((await admin(connectors.connectorsRun, { params })).status).toBe(404);
    expect((await one(made.id)).next_run_at).toBeNull();
    const left = await api.store.jobs.executeSql('SELECT key FROM pgboss.schedule WHERE key = $1', [
      made.id,
    ]);
    expect(left.rows).toEqual([]);
  });
});
