import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { digestOf } from '../../evidence/digest.ts';
import { manifest_name } from './manifest.ts';
import type { BackupManifest } from './manifest.ts';

/** Every file of a backup is there, is what the manifest says, and nothing else is. */
export async function checkBackup(source: string): Promise<BackupManifest> {
  const manifest = readManifest(source);
  const there = ['tables', 'raw']
    .flatMap((folder) =>
      existsSync(join(source, folder))
        ? readdirSync(join(source, folder)).map((name) => `${folder}/${name}`)
        : [],
    )
    .toSorted();
  const unknown = there.find((name) => !Object.hasOwn(manifest.files, name));
  if (unknown !== undefined) throw damaged(unknown);
  for (const [name, { sha256, bytes }] of Object.entries(manifest.files)) {
    if (!there.includes(name)) throw damaged(name);
    const found = await digestOfFile(join(source, name));
    if (found.sha256 !== sha256 || found.bytes !== bytes) throw damaged(name);
  }
  return manifest;
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

async function digestOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    const data: Uint8Array = part;
    digest.update(data);
    bytes += data.length;
  }
  return { sha256: digest.digest('hex'), bytes };
}

function damaged(name: string): PolyprismError {
  return new PolyprismError('store.backup_damaged', { name });
}
