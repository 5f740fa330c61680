import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRaw, rawPath } from '../../src/store/files/raw-file.ts';
import type { RawFile } from '../../src/store/files/raw-file.ts';
import { registerFile } from '../../src/store/files/register-file.ts';
import { removeDue } from '../../src/store/files/remove-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';
import { makeWorkspace, runSql } from '../support/store-workspace.ts';

const workspace = makeWorkspace();
const folder = join(workspace.folder, 'raw');
let server: PostgresServer;
let store: Store;
const officer = actorOf('office', 'u1');
const other = actorOf('other', 'u2');

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'other');
});
afterAll(async () => {
  await store.close();
  await server.stop();
  workspace.remove();
});

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file as an upload leaves it, kept. */
async function sent(text: string): Promise<RawFile> {
  const path = join(workspace.folder, 'part');
  writeFileSync(path, text, { mode: 0o600 });
  await keepRaw(folder, path, sha(text));
  return { sha256: sha(text), bytes: Buffer.byteLength(text) };
}

async function keep(text: string, keep_until: string, who = officer): Promise<string> {
  const raw = await sent(text);
  const file = { ...raw, name: `${text}.txt`, matter_id: null, keep_until };
  await store.as(who, async (tx) => await registerFile(tx, folder, file));
  return raw.sha256;
}

describe('bytes by their digest', () => {
  it('are kept whole, once, for nobody else to read on the disk', async () => {
    await sent('投诉');
    await sent('投诉');
    expect(readdirSync(folder)).toEqual([sha('投诉')]);
    expect(readFileSync(rawPath(folder, sha('投诉')), 'utf8')).toBe('投诉');
    expect(statSync(rawPath(folder, sha('投诉'))).mode & 0o077).toBe(0);
    expect(existsSync(join(workspace.folder, 'part'))).toBe(false);
  });

  it('are not kept where they are not there', async () => {
    const before = readdirSync(folder);
    const missing = keepRaw(folder, join(workspace.folder, 'part'), sha('missing'));
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('are named by digests and nothing else', () => {
    for (const name of ['../lock', 'A'.repeat(64), '', `${'a'.repeat(64)}/..`]) {
      expect(() => rawPath(folder, name)).toThrow('no digest');
    }
  });
});

describe('files that are recorded', () => {
  it('are seen by their tenant alone', async () => {
    const sha256 = await keep('seen', '2046-01-01');
    const list = async (who = officer) =>
      await store.as(who, async ({ db }) =>
        db.selectFrom('file').select('name').where('sha256', '=', sha256).execute(),
      );
    expect(await list()).toEqual([{ name: 'seen.txt' }]);
    expect(await list(other)).toEqual([]);
  });

  it('are refused without their bytes', async () => {
    const file = {
      sha256: sha('?'),
      bytes: 1,
      name: '?',
      matter_id: null,
      keep_until: '2046-01-01',
    };
    const record = store.as(officer, async (tx) => await registerFile(tx, folder, file));
    await expect(record).rejects.toMatchObject({ issue: { code: 'store.file_missing' } });
  });

  it('go when nobody needs them any more, and not before', async () => {
    const today = new Date();
    const day = (offset: number): string =>
      new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    const over = await keep('over', '2020-01-01');
    const shared = await keep('shared', '2020-01-01');
    await keep('shared', '2046-01-01', other);
    const locked = await keep('locked', '2020-01-01');
    const yesterday = await keep('yesterday', day(-1));
    const longer = await keep('longer', '2020-01-01');
    await keep('longer', '2046-01-01');
    await store.as(officer, async ({ db }) => {
      await db
        .updateTable('file')
        .set({ locked_for: '刑事案件证据' })
        .where('sha256', '=', locked)
        .execute();
    });
    expect(await removeDue(store, folder)).toEqual([over]);
    expect(existsSync(rawPath(folder, over))).toBe(false);
    for (const kept of [shared, locked, yesterday, longer])
      expect(existsSync(rawPath(folder, kept))).toBe(true);
    expect(await removeDue(store, folder)).toEqual([]);
    // The same bytes again are there again.
    expect(await keep('over', '2046-01-01')).toBe(over);
    expect(await removeDue(store, folder)).toEqual([]);
    expect(existsSync(rawPath(folder, over))).toBe(true);
  });

  it('are held by the database itself, whoever asks', async () => {
    mkdirSync(folder, { recursive: true });
    const sha256 = await keep('held', '2046-01-01');
    const locked = await keep('held and locked', '2020-01-01');
    const where = (digest: string): string => `WHERE sha256 = '${digest}'`;
    const owner = async (statement: string) =>
      await runSql(server.url, 'SET ROLE polyprism_owner', statement);
    await owner(`UPDATE polyprism.file SET locked_for = 'x' ${where(locked)}`);
    for (const digest of [sha256, locked]) {
      const early = owner(`UPDATE polyprism.file SET removed_at = now() ${where(digest)}`);
      await expect(early).rejects.toThrow('kept until its term is over');
    }
    const shorter = owner(`UPDATE polyprism.file SET keep_until = '2026-01-01' ${where(sha256)}`);
    await expect(shorter).rejects.toThrow('not kept shorter');
    const gone = owner(`DELETE FROM polyprism.file ${where(sha256)}`);
    await expect(gone).rejects.toThrow('append-only');
  });
});
