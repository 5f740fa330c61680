import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../src/server/client.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { folderOf } from '../../src/server/inspections/inspection-folder.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

/** Where inspections say that they ended by themselves. */
const marks = mkdtempSync(join(tmpdir(), 'polyprism-marks-'));

/** An inspection that never ends: tells one step, says who it is, and waits to be stopped. */
const endless = `
  require('node:fs').readFileSync(0);
  const { writeFileSync } = require('node:fs');
  process.on('SIGTERM', () => { writeFileSync('${marks}/' + process.pid, ''); process.exit(3); });
  console.log(JSON.stringify({ step: 'waiting', pid: process.pid }));
  setInterval(() => {}, 1000);
`;

let api: ApiServer;
let call: Client;

beforeAll(async () => {
  api = await apiServer({}, [process.execPath, '-e', endless]);
  await addTenant(api, 'ours', 'regulator');
  call = api.client((await addPerson(api, 'hand', 'ours', ['handler'])).headers);
});
afterAll(() => rmSync(marks, { recursive: true }));

/** Of the inspection, as its first step told. */
function pidIn(folder: string): number {
  const [line = ''] = readFileSync(join(folder, 'progress.ndjson'), 'utf8').split('\n');
  return Number(JSON.parse(line).pid);
}

async function isRunning(pid: number): Promise<boolean> {
  for (let i = 0; i < 100; i += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return false;
    }
    await sleep(100);
  }
  return true;
}

/** An inspection that has told its first step: its job, its folder and its events so far. */
async function begun(): Promise<{ job_id: string; folder: string; events: Response }> {
  const file = await call(uploads.uploadsCreate, { body: { name: 'a.csv', size_bytes: 3 } });
  if (!file.ok) throw new Error(file.problem.en);
  const params = { upload_id: file.body.id };
  const headers = { 'upload-offset': 0 };
  await call(uploads.uploadsAppend, { params, headers, body: new Uint8Array([97, 10, 49]) });
  const body = { title: 'a', uploads: [params.upload_id] };
  const made = await call(inspections.inspectionsCreate, { body });
  if (!made.ok) throw new Error(made.problem.en);
  const { id, job_id } = made.body;
  const folder = folderOf({ workspace: api.workspace, tenant_id: 'ours' }, id);
  for (let i = 0; i < 300 && !existsSync(join(folder, 'progress.ndjson')); i += 1) await sleep(100);
  const events = await call(jobs.jobsEvents, { params: { job_id }, headers: {} });
  return { job_id, folder, events: events.response };
}

it('an inspection that runs is cancelled: told to stop, followed to its end', async () => {
  const { job_id, folder, events } = await begun();
  const pid = pidIn(folder);
  const before = await call(jobs.jobsRead, { params: { job_id } });
  expect(before.ok && before.body.state).toBe('running');
  const cancelled = await call(jobs.jobsCancel, { params: { job_id } });
  expect(cancelled.ok && cancelled.body.state).toBe('cancelled');
  const told = await events.text();
  expect(told).toContain('"step":"waiting"');
  expect(told).toContain('event: end');
  expect(told).toContain('"state":"cancelled"');
  expect(await isRunning(pid)).toBe(false);
  // It was let finish by itself: that is when it deletes what holds raw values.
  expect(existsSync(join(marks, String(pid)))).toBe(true);
  const again = await call(jobs.jobsCancel, { params: { job_id } });
  expect(!again.ok && again.problem.code).toBe('job.over');
});

it('a server that stops ends its streams and the inspections it runs', async () => {
  const { folder, events } = await begun();
  const pid = pidIn(folder);
  const reader = events.body?.getReader();
  let told = '';
  const read = async (until: string): Promise<void> => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      told += new TextDecoder().decode(part.value);
      if (told.includes(until)) return;
    }
  };
  await read('"step":"waiting"');
  await Promise.all([read('event: end'), api.end()]);
  expect(told).not.toContain('event: end');
  expect(await isRunning(pid)).toBe(false);
  expect(existsSync(join(marks, String(pid)))).toBe(true);
  await expect(fetch(new URL('/healthz', api.url))).rejects.toThrow();
});
