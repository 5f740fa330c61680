import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openCluster } from '../../src/store/cluster/open-cluster.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorkspace } from '../support/store-workspace.ts';

const workspace = makeWorkspace();
afterAll(() => workspace.remove());

async function settings(store: Store): Promise<Record<string, string>> {
  const names = ['fsync', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'TimeZone'];
  return await store.as(systemActor, async ({ db }) => {
    const found: Record<string, string> = {};
    for (const name of [...names, 'lc_collate_of_database']) {
      const { rows } = name.startsWith('lc_')
        ? await sql<{ v: string }>`SELECT datcollate AS v FROM pg_database
            WHERE datname = current_database()`.execute(db)
        : await sql<{ v: string }>`SELECT current_setting(${name}) AS v`.execute(db);
      found[name] = rows[0]?.v ?? '';
    }
    return found;
  });
}

async function openInChild(): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../support/store-child.ts'),
    workspace.folder,
  ]);
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

async function addUser(store: Store, id: string): Promise<void> {
  await store.as(systemActor, async ({ db }) => {
    await db.insertInto('app_user').values({ id, name: id }).execute();
  });
}

async function users(store: Store): Promise<string[]> {
  return await store.as(systemActor, async ({ db }) => {
    const rows = await db.selectFrom('app_user').select('id').orderBy('id').execute();
    return rows.map((row) => row.id);
  });
}

describe('the embedded store', () => {
  it('is durable, speaks to no network and keeps its files to itself', async () => {
    const store = await openStore({ workspace: workspace.folder });
    expect(await settings(store)).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      lc_collate_of_database: 'C',
    });
    expect(statSync(join(workspace.folder, 'postgres')).mode & 0o077).toBe(0);
    await addUser(store, 'u1');
    await store.close();
  });

  it('keeps what it was given, and has one owner at a time', async () => {
    const store = await openStore({ workspace: workspace.folder });
    expect(await users(store)).toEqual(['u1']);
    await expect(openStore({ workspace: workspace.folder })).rejects.toMatchObject({
      issue: { code: 'store.in_use', params: { pid: process.pid } },
    });
    await store.close();
  });

  it('is taken over from an owner that was killed, whose server still runs', async () => {
    const kill = await openInChild();
    await expect(openStore({ workspace: workspace.folder })).rejects.toMatchObject({
      issue: { code: 'store.in_use' },
    });
    await kill();
    const store = await openStore({ workspace: workspace.folder });
    expect(await users(store)).toEqual(['u1']);
    await store.close();
  });

  it('starts its server again after that was killed', async () => {
    const store = await openStore({ workspace: workspace.folder });
    const pidFile = join(workspace.folder, 'postgres', 'postmaster.pid');
    const pidNow = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    const pid = pidNow();
    await addUser(store, 'u2');
    process.kill(pid, 'SIGKILL');
    // Sessions outlive their server for a moment: only the next server's answer counts.
    for (let waited = 0; pidNow() === pid && waited < 300; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(pidNow()).not.toBe(pid);
    expect(await users(store)).toEqual(['u1', 'u2']);
    await store.close();
  });

  it('begins anew where making it was cut short', async () => {
    const other = makeWorkspace();
    const first = await openCluster(other.folder);
    await first.stop();
    // As after a kill within initdb: the draft is there, half of it, and the folder is not.
    rmSync(join(other.folder, 'postgres', 'global'), { recursive: true });
    renameSync(join(other.folder, 'postgres'), join(other.folder, 'postgres.new'));
    const store = await openStore({ workspace: other.folder });
    expect(await users(store)).toEqual([]);
    await store.close();
    other.remove();
  });
});
