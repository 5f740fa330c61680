import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../evidence/digest.ts';
import { limits } from '../model/limits.ts';
import { PolyprismError, compareText, nowhere } from '../model/issue.ts';
import type { PackFile } from './diagnostic.ts';

/** A file of a pack as bytes: what is packed, hashed and signed. */
export interface PackBytes {
  /** Path inside the pack, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps a byte order mark: a text is told as it is. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function toPackFile({ name, bytes }: PackBytes): PackFile {
  return { name, text: utf8.decode(bytes), sha256: sha256(bytes) };
}

/**
 * Reads a pack's files, all of them or those whose names are like this, sorted by name; hidden
 * files are no part of a pack.
 */
export async function readFiles(directory: string, like = /^/): Promise<PackBytes[]> {
  const entries = await listFiles(directory);
  const names = entries.filter((name) => like.test(name)).toSorted(compareText);
  const files: PackBytes[] = [];
  for (const name of names) {
    const path = join(directory, name);
    if ((await stat(path)).size > limits.value_bytes_max) {
      throw new PolyprismError(
        'pack.too_large',
        { limit: limits.value_bytes_max },
        { ...nowhere, file: name },
      );
    }
    files.push({ name, bytes: await readFile(path) });
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
