import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readEvents } from '../../src/store/matters/read-events.ts';
import { actorOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';
import { freshDatabase, makeWorkspace } from '../support/store-workspace.ts';
import { inProcess } from './in-process.ts';

const workspace = makeWorkspace();
const backup = join(workspace.folder, 'backup');
const officer = actorOf('office', 'u1');
let server: PostgresServer;

beforeAll(async () => {
  server = await migratedPostgres();
  const store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'mall');
  const events = [opening('m', officer, 'office', 'c1', 'mall', '投诉')];
  await store.append(officer, { matter_id: 'm', before: null, events });
  await store.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  workspace.remove();
});

async function run(url: string, ...args: readonly string[]) {
  vi.stubEnv('DATABASE_URL', url);
  return await inProcess([...args, '--workspace', workspace.folder]);
}

describe('polyprism backup and restore', () => {
  it('say what was verified, and what is not in a backup', async () => {
    const made = await run(server.url, 'backup', backup);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const { digest } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'));
    const told = made.stdout.split('\n');
    expect(told[0]).toBe(`manifest      ${digest}`);
    expect(told.find((line) => line.startsWith('log '))).toMatch(/1 entries, root [0-9a-f]{64}$/);
    expect(told.find((line) => line.startsWith('not in it '))).toContain('keys/');

    const other = await freshDatabase(server.url, 'restored');
    const restored = await run(other, 'restore', backup);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toContain(`manifest      ${digest}\n`);
    const store = await openStore({ database_url: other });
    const events = await store.as(officer, async (tx) => await readEvents(tx, 'm'));
    await store.close();
    expect(events).toEqual([opening('m', officer, 'office', 'c1', 'mall', '投诉')]);
    const full = await run(other, 'restore', backup);
    expect([full.code, full.stderr]).toEqual([2, expect.stringContaining('store.not_empty')]);
  });

  it('refuse a folder with something in it, and a damaged backup before it is used', async () => {
    const again = await run(server.url, 'backup', backup);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('store.not_empty')]);
    appendFileSync(join(backup, 'tables', 'event.jsonl'), ' ');
    const empty = await freshDatabase(server.url, 'untouched');
    const damaged = await run(empty, 'restore', backup);
    expect([damaged.code, damaged.stderr]).toEqual([
      2,
      expect.stringContaining('store.backup_damaged'),
    ]);
  });
});
