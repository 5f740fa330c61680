import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../evidence/digest.ts';
import { limits } from '../model/limits.ts';
import { PolyprismError, compareText, nowhere } from '../model/issue.ts';
import type { PackFile } from './diagnostic.ts';

/** Reads a pack's files, sorted by name; hidden files are no part of a pack. */
export async function readFiles(directory: string): Promise<PackFile[]> {
  const entries = await listFiles(directory);
  const names = entries.toSorted(compareText);
  const files: PackFile[] = [];
  for (const name of names) {
    const path = join(directory, name);
    if ((await stat(path)).size > limits.value_bytes_max) {
      throw new PolyprismError(
        'pack.too_large',
        { limit: limits.value_bytes_max },
        { ...nowhere, file: name },
      );
    }
    const bytes = await readFile(path);
    files.push({ name, text: bytes.toString('utf8'), sha256: sha256(bytes) });
  }
  return files;
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => {
    throw new PolyprismError('input.not_found', { path: directory });
  });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
  if (names.length > limits.files_max) {
    throw new PolyprismError('pack.too_many_files', { limit: limits.files_max });
  }
  return names;
}
