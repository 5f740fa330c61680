import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { digestOf } from '../../evidence/digest.ts';
import { keptPaths } from './workspace-files.ts';
import { manifest_name } from './manifest.ts';
import type { BackupManifest } from './manifest.ts';

/** Every file of a backup is there, is what the manifest says, and nothing else is. */
export async function checkBackup(source: string): Promise<BackupManifest> {
  const manifest = readManifest(source);
  const there = [...tablesIn(source), ...keptPaths(source)];
  const unknown = there.find((name) => !Object.hasOwn(manifest.files, name));
  if (unknown !== undefined) throw damaged(unknown);
  const room = Buffer.allocUnsafe(1024 * 1024);
  const present = new Set(there);
  for (const [name, { sha256, bytes }] of Object.entries(manifest.files)) {
    if (!present.has(name)) throw damaged(name);
    const found = await digestOfFile(join(source, name), room);
    if (found.sha256 !== sha256 || found.bytes !== bytes) throw damaged(name);
  }
  return manifest;
}

function tablesIn(source: string): string[] {
  const folder = join(source, 'tables');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => `tables/${name}`);
}

function readManifest(source: string): BackupManifest {
  const path = join(source, manifest_name);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null) throw damaged(manifest_name);
  const { digest, ...rest } = value as Partial<BackupManifest>;
  const whole = rest.format === 'polyprism.backup/1' && canonicalJson(value) === text;
  if (!whole || digest !== digestOf(rest)) throw damaged(manifest_name);
  // Canonical and of this format: `backupStore` wrote it. What it says is checked file by file.
  return value as BackupManifest;
}

/** Files are many and mostly small: all are read through one `room`. */
async function digestOfFile(
  path: string,
  room: Uint8Array,
): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256');
  const file = await open(path);
  try {
    for (let bytes = 0; ;) {
      const { bytesRead } = await file.read(room);
      if (bytesRead === 0) return { sha256: digest.digest('hex'), bytes };
      digest.update(room.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

function damaged(name: string): PolyprismError {
  return new PolyprismError('store.backup_damaged', { name });
}
