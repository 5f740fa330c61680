import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import type { Client } from '../../src/server/client.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import { setupCreate } from '../../src/server/contract/session.ts';
import { membershipsSet } from '../../src/server/contract/users.ts';
import { folderOf } from '../../src/server/inspections/inspection-folder.ts';
import { browser, tokenOf } from '../support/api-server.ts';
import { uploadedText } from '../support/inspected-upload.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { roundRobin } from '../support/round-robin.ts';
import type { Proxy } from '../support/round-robin.ts';
import { sampleDump } from '../support/sample-input.ts';
import { runSql } from '../support/store-workspace.ts';
import { readStream } from '../server/live/live-requests.ts';
import { served } from './world.ts';
import type { Served } from './world.ts';

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const workspace = mkdtempSync(join(tmpdir(), 'polyprism-takeover-'));
let database: PostgresServer;
let proxy: Proxy;
const running: Served[] = [];

beforeAll(async () => {
  database = await startPostgres();
});
afterAll(async () => {
  await Promise.all(running.map(async (one) => await one.end('SIGKILL')));
  proxy.stop();
  await database.stop();
  rmSync(workspace, { recursive: true, force: true });
});

async function serve(): Promise<{ server: Served; setup: string }> {
  const args = ['--json', '--no-console', '--port', '0', '--workspace', workspace];
  const server = await served([main, 'serve', ...args], { DATABASE_URL: database.url });
  running.push(server);
  return { server, setup: String(JSON.parse(server.lines()[0] ?? '').setup) };
}

/** The first user, who may inspect; through the proxy. */
async function firstUser(token: string): Promise<Client> {
  const tenant = { name: '某局', party: 'regulator' as const, time_zone: 'Asia/Shanghai' };
  const user = { name: '王五', login: 'keeper@example.org' };
  const body = { token, tenant, user, password: 'fünf leise Uhren im Schnee' };
  const first = await createClient(proxy.url)(setupCreate, { body });
  if (!first.ok) throw new Error(first.problem.en);
  const call = createClient(proxy.url, () => browser(proxy, tokenOf(first.response)));
  const roles = ['admin' as const, 'handler' as const];
  await call(membershipsSet, { params: { user_id: first.body.user_id }, body: { roles } });
  return call;
}

/** Ids of a job's events up to its end, asked on with the last one wherever the answer breaks. */
async function follow(call: Client, job_id: string, each: (id: number) => void): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    try {
      const headers = { 'last-event-id': ids.at(-1) ?? 0 };
      const answer = await call(jobs.jobsEvents, { params: { job_id }, headers });
      const reader = readStream(answer.response);
      for (;;) {
        const [told] = await reader.take(1);
        if (told?.event === 'end') return ids;
        ids.push(Number(told?.id));
        each(Number(told?.id));
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function childrenOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString().trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
}

async function rows(sql: string): Promise<unknown[]> {
  return await runSql(database.url, 'SET search_path = polyprism', sql);
}

it('what a killed server was at is done by another: one report, nothing twice', async () => {
  const { server: first, setup } = await serve();
  proxy = await roundRobin(first.url);
  const call = await firstUser(setup);
  const upload_id = await uploadedText(call, 'mall.sql', String(await sampleDump()));
  const ordered = async () => {
    const packs = ['association-group-buying'];
    const body = { title: '某商城', uploads: [upload_id], packs, as_of: '2026-06-30' };
    const made = await call(inspections.inspectionsCreate, { body });
    if (!made.ok) throw new Error(made.problem.en);
    return made.body;
  };
  const { id, job_id } = await ordered();
  let orphans: number[] = [];
  const second = Promise.withResolvers<Served>();
  const ids = await follow(call, job_id, (told) => {
    if (told !== 2) return;
    orphans = childrenOf(first.pid);
    void first.end('SIGKILL');
    void serve().then(({ server }) => {
      proxy.behind.push(server.url);
      second.resolve(server);
    }, second.reject);
  });
  await second.promise;
  // Whoever followed missed nothing and was told nothing twice.
  expect(ids).toEqual(ids.map((_, i) => i + 1));
  expect(orphans.length).toBeGreaterThan(0);
  await vi.waitFor(() => {
    const left = new Set(childrenOf(1));
    expect(orphans.filter((pid) => left.has(pid))).toEqual([]);
  }, 30_000);
  expect(await rows(`SELECT state, retry_count FROM pgboss.job WHERE name = 'inspection'`)).toEqual(
    [{ state: 'completed', retry_count: 1 }],
  );
  // As of an inspection of the same file that nobody killed.
  const other = await ordered();
  await follow(call, other.job_id, () => undefined);
  const found = async (of: string) =>
    await rows(`SELECT number, provision_id, subject_kind, subject_id, verdict FROM finding
      WHERE inspection_id = '${of}' ORDER BY number`);
  const wanted = await found(other.id);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await found(id)).toEqual(wanted);
  expect(await rows(`SELECT count(*)::int AS n FROM inspection WHERE id = '${id}'`)).toEqual([
    { n: 1 },
  ]);
  const report = await call(inspections.inspectionsFile, {
    params: { inspection_id: id, file: 'report.json' },
  });
  expect(JSON.parse(await report.response.text()).findings).toHaveLength(wanted.length);
  const tenants = readdirSync(join(workspace, 'inspections'));
  const folder = folderOf({ workspace, tenant_id: tenants[0] ?? '' }, id);
  expect(readdirSync(join(folder, 'tries'))).toEqual([]);
}, 600_000);
