import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, nowhere, PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';

/** A file below a folder. */
export interface FolderFile {
  /** Path below the folder, with `/`. */
  readonly name: string;
  readonly path: string;
}

export interface FolderListing {
  readonly files: readonly FolderFile[];
  /** Links, devices and what systems hide: not followed, not read. */
  readonly passed: readonly string[];
}

/** What systems hide, by its name. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX';
}

/** Lists a folder and its subfolders, sorted by code unit. Links are never followed. */
export async function walkFolder(
  root: string,
  label: string,
  limits: Limits,
): Promise<FolderListing> {
  const files: FolderFile[] = [];
  const passed: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const hidden = isHidden(entry.name);
      if (!hidden && entry.isDirectory()) folders.push(name);
      else if (!hidden && entry.isFile()) files.push({ name, path: join(root, name) });
      else passed.push(name);
      if (files.length > limits.files_max) {
        const place = { ...nowhere, file: label };
        throw new PolyprismError('input.too_many_files', { limit: limits.files_max }, place);
      }
    }
  }
  return {
    files: files.toSorted((a, b) => compareText(a.name, b.name)),
    passed: passed.toSorted(compareText),
  };
}
