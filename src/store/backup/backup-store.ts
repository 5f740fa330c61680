import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { digestOf } from '../../evidence/digest.ts';
import { PolyprismError } from '../../model/issue.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { logHead } from '../log/read-log.ts';
import { migrations } from '../migrations/all.ts';
import type { Store, StoreTx } from '../store.ts';
import { backedTables } from './backed-tables.ts';
import { copyFile, isWhole, keptPaths } from './workspace-files.ts';
import type { CopiedFile } from './workspace-files.ts';
import { manifest_name } from './manifest.ts';
import type { BackupManifest } from './manifest.ts';

type Files = Record<string, CopiedFile>;

/**
 * Writes all tables as they are at one moment, and the files of the workspace that go with them,
 * into a new folder: rows as JSON lines, and a manifest of digests last. The folder must be empty
 * or not there.
 */
export async function backupStore(
  store: Store,
  target: string,
  workspace: string | null,
): Promise<BackupManifest> {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 0) throw new PolyprismError('store.not_empty', { path: target });
  mkdirSync(join(target, 'tables'), { mode: 0o700 });
  const files: Files = {};
  const state = await store.snapshot(async (tx) => {
    for (const table of backedTables) {
      files[`tables/${table}.jsonl`] = await writeTable(tx, table, target);
    }
    // After the moment of the tables: files are there before a row names them.
    if (workspace !== null) await copyKept(tx, workspace, target, files);
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM migration`.execute(tx.db);
    const found = rows[0]?.n ?? 0;
    const version = migrations.length;
    // Tables that only a newer program knows would be missing.
    if (found > version) throw new PolyprismError('store.newer_database', { found, version });
    const { size, root } = await logHead(tx);
    return { version: found, log: { size, root: Buffer.from(root).toString('hex') } };
  });
  const rest = { format: 'polyprism.backup/1' as const, ...state, files };
  const manifest: BackupManifest = { ...rest, digest: digestOf(rest) };
  await writeWhole(join(target, manifest_name), [canonicalJson(manifest)]);
  const folders = new Set(Object.keys(files).map((name) => dirname(name)));
  for (const folder of [...folders, '.']) syncFolder(join(target, folder));
  return manifest;
}

/** Rows read at once. */
const batch = 2_000;

async function writeTable(tx: StoreTx, table: string, target: string) {
  const path = join(target, 'tables', `${table}.jsonl`);
  return await writeWhole(path, rowsOf(tx, table));
}

/** A cursor of the transaction: the table is never in memory as a whole. */
async function* rowsOf(tx: StoreTx, table: string): AsyncGenerator<string> {
  const cursor = sql.id(`backup_${table}`);
  const rows = sql`SELECT row_to_json(t)::text AS line FROM ${sql.id(table)} t ORDER BY t`;
  await sql`DECLARE ${cursor} NO SCROLL CURSOR FOR ${rows}`.execute(tx.db);
  for (;;) {
    const part = await sql<{ line: string }>`FETCH ${sql.lit(batch)} FROM ${cursor}`.execute(tx.db);
    if (part.rows.length === 0) break;
    yield part.rows.map(({ line }) => `${line}\n`).join('');
  }
  await sql`CLOSE ${cursor}`.execute(tx.db);
}

async function writeWhole(path: string, parts: AsyncIterable<string> | Iterable<string>) {
  const digest = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of parts) {
      const data = Buffer.from(part);
      digest.update(data);
      bytes += data.length;
      await file.writeFile(data);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: digest.digest('hex'), bytes };
}

/** A raw file whose bytes are not those of its name stops the backup: it would be refused. */
async function copyKept(
  tx: StoreTx,
  workspace: string,
  target: string,
  files: Files,
): Promise<void> {
  for (const path of keptPaths(workspace).filter(isWhole)) {
    const copied = await copyFile(join(workspace, path), join(target, path));
    if (copied === null) continue;
    if (path.startsWith('raw/') && copied.sha256 !== basename(path)) throw damaged(path);
    files[path] = copied;
  }
  const named = await tx.db
    .selectFrom('file')
    .select('sha256')
    .distinct()
    .where('removed_at', 'is', null)
    .orderBy('sha256')
    .execute();
  const missing = named.find(({ sha256 }) => !Object.hasOwn(files, `raw/${sha256}`));
  if (missing !== undefined) throw damaged(`raw/${missing.sha256}`);
}

function damaged(name: string): PolyprismError {
  return new PolyprismError('store.backup_damaged', { name });
}
