import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createClient } from '../../src/server/client.ts';
import * as jobs from '../../src/server/contract/jobs.ts';
import * as inspections from '../../src/server/contract/inspections.ts';
import * as session from '../../src/server/contract/session.ts';
import * as uploads from '../../src/server/contract/uploads.ts';
import { membershipsSet } from '../../src/server/contract/users.ts';
import { browser, tokenOf } from '../support/api-server.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { sampleDump } from '../support/sample-input.ts';

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;

it('serve ends at SIGTERM: streams end, no inspection is left behind, exit 0', async () => {
  const database = await startPostgres();
  const workspace = mkdtempSync(join(tmpdir(), 'polyprism-serve-'));
  const args = [main, 'serve', '--json', '--no-console', '--port', '0', '--workspace', workspace];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const ended = once(child, 'exit');
  try {
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { url, setup } = JSON.parse(String(line));
    const tenant = { name: '某局', party: 'regulator' as const, time_zone: 'Asia/Shanghai' };
    const user = { name: '王五', login: 'keeper@example.org' };
    const body = { token: setup, tenant, user, password: 'fünf leise Uhren im Schnee' };
    const first = await createClient(url)(session.setupCreate, { body });
    if (!first.ok) throw new Error(first.problem.en);
    const headers = browser({ url }, tokenOf(first.response));
    const call = createClient(url, () => headers);
    const roles = ['admin' as const, 'handler' as const];
    await call(membershipsSet, { params: { user_id: first.body.user_id }, body: { roles } });
    const sample = Uint8Array.from(await sampleDump());
    const size = { name: 'mall.sql', size_bytes: sample.length };
    const file = await call(uploads.uploadsCreate, { body: size });
    if (!file.ok) throw new Error(file.problem.en);
    const params = { upload_id: file.body.id };
    await call(uploads.uploadsAppend, { params, headers: { 'upload-offset': 0 }, body: sample });
    const wanted = { title: '某商城', uploads: [file.body.id] };
    const made = await call(inspections.inspectionsCreate, { body: wanted });
    if (!made.ok) throw new Error(made.problem.en);
    const { job_id } = made.body;
    const events = await call(jobs.jobsEvents, { params: { job_id }, headers: {} });
    const reader = events.response.body?.getReader();
    for (let text = ''; !text.includes('event: progress');) {
      const part = await reader?.read();
      if (part === undefined || part.done) throw new Error(`ended early: ${text}`);
      text += new TextDecoder().decode(part.value);
    }
    child.kill('SIGTERM');
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read());
    expect(await ended).toEqual([0, null]);
    expect(log).not.toContain('"msg":"fault"');
  } finally {
    child.kill('SIGKILL');
    await database.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
});
