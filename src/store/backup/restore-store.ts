import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { PolyprismError } from '../../model/issue.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { rootAt } from '../log/read-log.ts';
import { verifyLog } from '../log/verify-log.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/all.ts';
import { openStore, withAdministrator } from '../open-store.ts';
import type { StorePlace } from '../open-store.ts';
import { systemActor } from '../store.ts';
import type { Store } from '../store.ts';
import { checkBackup } from './check-backup.ts';
import { copyFile } from './workspace-files.ts';
import type { BackupManifest } from './manifest.ts';

/** Rows written at once. */
const batch = 1_000;

/**
 * Restores a backup into a store that has nothing yet, at the version it was made with, then
 * brings it up to date. Every digest is checked before, log and root after; the open store is
 * given. A backup that is damaged in any byte is `store.backup_damaged`.
 */
export async function restoreStore(
  source: string,
  place: StorePlace,
  workspace: string | null,
): Promise<Store> {
  const manifest = await checkBackup(source);
  if (manifest.version > migrations.length) {
    const { version: found } = manifest;
    throw new PolyprismError('store.newer_database', { found, version: migrations.length });
  }
  const kept = workspace === null ? [] : keptIn(manifest, workspace);
  await withAdministrator(place, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('polyprism.migration') AS there");
    if (rows[0]?.there !== null) throw new PolyprismError('store.not_empty', { path: 'polyprism' });
    await migrate(client, migrations.slice(0, manifest.version));
    await fill(client, source, manifest);
  });
  if (workspace !== null) await restoreKept(source, kept, workspace);
  const store = await openStore(place);
  try {
    await assertSame(store, manifest);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** All rows or none. What triggers would write by themselves is in the backup already. */
async function fill(client: ClientBase, source: string, manifest: BackupManifest): Promise<void> {
  const tables = Object.keys(manifest.files)
    .filter((name) => name.startsWith('tables/'))
    .map((name) => name.slice('tables/'.length, -'.jsonl'.length));
  await client.query('BEGIN');
  await client.query('SET LOCAL ROLE polyprism_owner');
  await client.query('SET LOCAL search_path = polyprism');
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  for (const table of await inOrder(client, tables)) {
    const name = client.escapeIdentifier(table);
    await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    // What migrations put there comes with the backup too.
    await client.query(`DELETE FROM ${name}`);
    await fillTable(client, name, join(source, 'tables', `${table}.jsonl`));
    await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  }
  await goOnCounting(client);
  await client.query('COMMIT');
}

/** Tables after those they refer to. */
async function inOrder(client: ClientBase, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `SELECT c.relname AS child, p.relname AS parent FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = 'polyprism'::regnamespace`,
  );
  const left = new Set(tables.toSorted());
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].find((table) =>
      rows.every(({ child, parent }) => child !== table || parent === table || !left.has(parent)),
    );
    if (free === undefined) throw new RangeError('tables refer to each other in a circle');
    order.push(free);
    left.delete(free);
  }
  return order;
}

async function fillTable(client: ClientBase, name: string, path: string): Promise<void> {
  const write = async (lines: readonly string[]): Promise<void> => {
    if (lines.length === 0) return;
    await client.query(
      `INSERT INTO ${name} OVERRIDING SYSTEM VALUE
       SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`,
      [`[${lines.join(',')}]`],
    );
  };
  let lines: string[] = [];
  for await (const line of linesOf(path)) {
    lines.push(line);
    if (lines.length < batch) continue;
    await write(lines);
    lines = [];
  }
  await write(lines);
}

/** Lines end with a newline alone: other signs that end lines are letters of texts here. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const part of createReadStream(path, 'utf8')) {
    const text: string = part;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Identity columns go on after the largest value there is. */
async function goOnCounting(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `SELECT c.relname AS name, a.attname AS "column" FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'polyprism'::regnamespace AND a.attidentity <> ''`,
  );
  for (const { name, column } of rows) {
    const [table, field] = [client.escapeIdentifier(name), client.escapeIdentifier(column)];
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max(${field}), 0) + 1, false)
       FROM ${table}`,
      [`polyprism.${table}`, column],
    );
  }
}

/** Files to put back; `store.not_empty` where something else lies in the place of one. */
function keptIn(manifest: BackupManifest, workspace: string): string[] {
  const names = Object.keys(manifest.files).filter((name) => !name.startsWith('tables/'));
  const there = names.filter((name) => existsSync(join(workspace, name)));
  const taken = there.find((name) => !name.startsWith('raw/'));
  if (taken !== undefined) throw new PolyprismError('store.not_empty', { path: taken });
  // A raw file is what its name says.
  return names.filter((name) => !there.includes(name));
}

async function restoreKept(
  source: string,
  names: readonly string[],
  workspace: string,
): Promise<void> {
  for (const name of names) await copyFile(join(source, name), join(workspace, name));
  for (const folder of new Set(names.map((name) => dirname(name)))) {
    syncFolder(join(workspace, folder));
  }
}

async function assertSame(store: Store, manifest: BackupManifest): Promise<void> {
  const { size, root } = manifest.log;
  await store.logSettled();
  const fault = await store.as(systemActor, async (tx) => {
    const same = Buffer.from(await rootAt(tx, size)).toString('hex') === root;
    return same ? (await verifyLog(tx))[0] : { what: 'root', at: size };
  });
  if (fault === undefined) return;
  const name = `log (${fault.what} ${fault.at})`;
  throw new PolyprismError('store.backup_damaged', { name });
}
