import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRaw, rawPath, readRaw } from '../../src/store/files/raw-file.ts';
import { registerFile } from '../../src/store/files/register-file.ts';
import { removeDue } from '../../src/store/files/remove-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf } from '../support/casework-histories.ts';
import { startPostgres } from '../support/postgres-server.ts';
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
  server = await startPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'other');
});
afterAll(async () => {
  await store.close();
  await server.stop();
  workspace.remove();
});

async function* parts(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

async function keep(text: string, keep_until: string, who = officer): Promise<string> {
  const raw = await keepRaw(folder, parts(text), 1_000);
  const file = { ...raw, name: `${text}.txt`, matter_id: null, keep_until };
  await store.as(who, async (tx) => await registerFile(tx, folder, file));
  return raw.sha256;
}

describe('bytes by their digest', () => {
  it('are kept whole, once, for nobody else to read on the disk', async () => {
    expect(await keepRaw(folder, parts('投', '诉'), 6)).toEqual({ sha256: sha('投诉'), bytes: 6 });
    await keepRaw(folder, parts('投诉'), 6);
    expect(readdirSync(folder)).toEqual([sha('投诉')]);
    expect(readFileSync(rawPath(folder, sha('投诉')), 'utf8')).toBe('投诉');
    expect(statSync(rawPath(folder, sha('投诉'))).mode & 0o077).toBe(0);
    const read = [];
    for await (const part of readRaw(folder, sha('投诉')) ?? []) read.push(part);
    expect(Buffer.concat(read).toString()).toBe('投诉');
    expect(readRaw(folder, sha('nothing'))).toBe(null);
  });

  it('leave nothing when they are too many, or end in an error', async () => {
    const before = readdirSync(folder);
    for (const size of [9, 10, 11]) {
      const kept = keepRaw(folder, parts('x'.repeat(size)), 10);
      if (size <= 10) await kept;
      else await expect(kept).rejects.toMatchObject({ issue: { code: 'store.file_too_large' } });
    }
    async function* broken() {
      yield Buffer.from('a');
      throw new Error('connection reset');
    }
    await expect(keepRaw(folder, broken(), 10)).rejects.toThrow('connection reset');
    const now = readdirSync(folder).filter((name) => !before.includes(name));
    expect(now.toSorted()).toEqual([sha('x'.repeat(9)), sha('x'.repeat(10))].toSorted());
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
