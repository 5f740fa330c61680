import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backedTables } from '../../src/store/backup/backed-tables.ts';
import { backupStore } from '../../src/store/backup/backup-store.ts';
import { checkBackup } from '../../src/store/backup/check-backup.ts';
import { restoreStore } from '../../src/store/backup/restore-store.ts';
import { registerFile } from '../../src/store/files/register-file.ts';
import { logHead } from '../../src/store/log/read-log.ts';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemActor } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf, eventOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { rowsFor } from '../support/store-rows.ts';
import { addTenants } from '../support/store-tenants.ts';
import { freshDatabase, makeWorkspace, runSql } from '../support/store-workspace.ts';

const workspace = makeWorkspace();
const raw = join(workspace.folder, 'raw');
const target = join(workspace.folder, 'backup');
const officer = actorOf('office', 'u1');
/** Of what was sent and of what was made of it. */
const kept = { 'uploads/office/u/note.json': '{}', 'inspections/office/i/out/report.json': '报告' };
/** Still being written. */
const unsure = [
  'inspections/office/i/tries/2/report.json',
  'inspections/office/i/.draft',
  'raw/.a',
];
let server: PostgresServer;
let store: Store;

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'mall');
  const note = eventOf('m', 2, 'note', officer, { text: '行\u2028\u2029\r\n\t"\\ a\u0000b 😀' });
  await store.as(officer, async (tx) => {
    const first = opening('m', officer, 'office', 'c1', 'mall', '投诉');
    await appendEvents(tx, 'm', 0, [first, note]);
    const bytes = Buffer.from('证据');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    mkdirSync(raw, { recursive: true });
    writeFileSync(join(raw, sha256), bytes);
    const more = { name: '证据', matter_id: 'm', keep_until: '2046-01-01' };
    await registerFile(tx, raw, { sha256, bytes: bytes.length, ...more });
  });
  for (const [name, text] of [
    ...Object.entries(kept),
    ...unsure.map((one) => [one, ''] as const),
  ]) {
    const path = join(workspace.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  await store.logSettled();
  // Rows in every table, so that none is forgotten; not those that belie the log.
  for (const { number, name } of migrations) {
    const rows = rowsFor(number, 't', 'u').replaceAll(/INSERT INTO (event|file)\b[^;]*;/g, '');
    if (name !== 'log') await runSql(server.url, 'SET search_path = polyprism', rows);
  }
  // A publication is promised to the log however it was written.
  await store.logSettled();
});
afterAll(async () => {
  await store.close();
  await server.stop();
  workspace.remove();
});

/** All rows of all tables, as text. */
async function everything(url: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of backedTables) {
    all[table] = await runSql(url, `SELECT t::text FROM polyprism.${table} t ORDER BY t`);
  }
  return all;
}

describe('a backup', () => {
  it('has every table', async () => {
    const rows = await runSql(
      server.url,
      `SELECT relname FROM pg_class WHERE relnamespace = 'polyprism'::regnamespace
       AND relkind = 'r' AND relname <> 'migration' ORDER BY relname COLLATE "C"`,
    );
    const names = (rows as { relname: string }[]).map(({ relname }) => relname);
    expect(backedTables.toSorted()).toEqual(names);
  });

  it('comes back with every row, the same root and the same bytes, and goes on', async () => {
    const manifest = await backupStore(store, target, workspace.folder);
    // Three of the matter, and one each of a data file, a proposal's step, an opinion
    // and an edition.
    expect(manifest.log.size).toBe(7);
    const url = await freshDatabase(server.url, 'restored');
    const there = join(workspace.folder, 'restored');
    const folder = join(there, 'raw');
    const restored = await restoreStore(target, { database_url: url }, there);
    try {
      expect(await everything(url)).toEqual(await everything(server.url));
      const head = async (one: Store) => await one.as(systemActor, logHead);
      expect(await head(restored)).toEqual(await head(store));
      const [name = ''] = readdirSync(folder);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('证据');
      for (const [path, text] of Object.entries(kept)) {
        expect(readFileSync(join(there, path), 'utf8')).toBe(text);
      }
      expect(unsure.filter((path) => existsSync(join(there, path)))).toEqual([]);
      const next = eventOf('m', 3, 'note', officer, { text: 'later' });
      const { positions } = await restored.as(
        officer,
        async (tx) => await appendEvents(tx, 'm', 2, [next]),
      );
      expect(positions[0]).toBeGreaterThan(2);
      await restored.logSettled();
      expect((await head(restored)).size).toBe(8);
    } finally {
      await restored.close();
    }
  });

  it('comes back into a workspace', async () => {
    const other = makeWorkspace();
    const place = { workspace: other.folder };
    const restored = await restoreStore(target, place, place.workspace);
    const events = await restored.as(officer, async ({ db }) =>
      db.selectFrom('event').select('number').orderBy('number').execute(),
    );
    expect(events).toEqual([{ number: 1 }, { number: 2 }]);
    await restored.close();
    other.remove();
  });

  it('goes into an empty folder, and comes back into an empty store, only', async () => {
    const full = { issue: { code: 'store.not_empty' } };
    await expect(backupStore(store, target, workspace.folder)).rejects.toMatchObject(full);
    const back = restoreStore(target, { database_url: server.url }, null);
    await expect(back).rejects.toMatchObject(full);
    // Nor over files of another workspace.
    const empty = { database_url: await freshDatabase(server.url, 'over_files') };
    const over = restoreStore(target, empty, workspace.folder);
    await expect(over).rejects.toMatchObject({
      issue: { code: 'store.not_empty', params: { path: 'inspections/office/i/out/report.json' } },
    });
  });

  it('stops where a raw file is not what its name says', async () => {
    const other = makeWorkspace();
    const name = `raw/${'0'.repeat(64)}`;
    mkdirSync(join(other.folder, 'raw'));
    writeFileSync(join(other.folder, name), '别的');
    const made = backupStore(store, join(other.folder, 'backup'), other.folder);
    await expect(made).rejects.toMatchObject({
      issue: { code: 'store.backup_damaged', params: { name } },
    });
    other.remove();
  });

  it('is refused with any byte flipped, a file gone, or one too many', async () => {
    const copy = join(workspace.folder, 'copy');
    const fresh = (): void => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(target, copy, { recursive: true });
    };
    fresh();
    await checkBackup(copy);
    const damaged = async (what: string): Promise<void> => {
      await expect(checkBackup(copy), what).rejects.toMatchObject({
        issue: { code: 'store.backup_damaged' },
      });
    };
    const names = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    // And the manifest, one raw file and what is kept.
    expect(names.length).toBe(backedTables.length + 2 + Object.keys(kept).length);
    let flips = 0;
    for (const name of names) {
      const bytes = readFileSync(name);
      const step = Math.max(1, Math.floor(bytes.length / 8));
      for (let at = 0; at < bytes.length; at += step) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        writeFileSync(name, flipped);
        await damaged(`${name} at ${at}`);
        flips += 1;
      }
      writeFileSync(name, bytes);
      rmSync(name);
      await damaged(`${name} gone`);
      writeFileSync(name, bytes);
      appendFileSync(name, '\n');
      await damaged(`${name} longer`);
      writeFileSync(name, bytes);
    }
    expect(flips).toBeGreaterThan(300);
    writeFileSync(join(copy, 'raw', 'extra'), '');
    await damaged('one too many');
  });
});
