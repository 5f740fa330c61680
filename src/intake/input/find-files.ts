import { realpath, stat } from 'node:fs/promises';
import { compareText, nowhere, PolyprismError } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { isObjectUrl } from '../../storage/object-url.ts';
import { openStorage } from '../../storage/storage.ts';
import type { Storage } from '../../storage/storage.ts';
import { diskFile } from './file-source.ts';
import type { FileSource } from './file-source.ts';
import { findObjects, objectRoot } from './find-objects.ts';
import { shortLabels } from './labels.ts';
import { walkFolder } from './walk-folder.ts';

export interface FoundFile {
  /** Relative to what the user gave, unique in the run. */
  readonly name: string;
  readonly source: FileSource;
  /** Named by the user, not met in a folder. */
  readonly explicit: boolean;
}

/** Files below one path the user gave; its own name '' where the path is the file. */
interface Root {
  readonly root: string;
  readonly files: readonly { readonly name: string; readonly source: FileSource }[];
}

/**
 * Paths and addresses of objects → files, sorted by name, each once. A file is named below the
 * folder it was found in; where that would give two files one name, the folder's own name comes
 * before it.
 */
export async function findFiles(
  paths: readonly string[],
  limits: Limits,
  issues: IssueLog,
  storage?: Storage,
): Promise<FoundFile[]> {
  const addresses = new Map(paths.filter(isObjectUrl).map((one) => [objectRoot(one), one]));
  const real = new Set<string>();
  for (const path of paths.filter((one) => !isObjectUrl(one))) {
    real.add(
      await realpath(path).catch(() => {
        throw new PolyprismError('input.not_found', { path });
      }),
    );
  }
  const labels = shortLabels([...real, ...addresses.keys()].toSorted(compareText));
  const roots: Root[] = [];
  for (const root of [...real].toSorted(compareText)) {
    roots.push(await listRoot(root, labels.get(root)!, limits, issues));
  }
  if (addresses.size > 0) {
    const opened = storage ?? (await openStorage(process.env));
    for (const [root, address] of [...addresses].toSorted(([a], [b]) => compareText(a, b))) {
      roots.push({ root, files: await findObjects(address, opened, limits, issues) });
    }
  }
  return nameFiles(roots, labels).toSorted((a, b) => compareText(a.name, b.name));
}

async function listRoot(
  root: string,
  label: string,
  limits: Limits,
  issues: IssueLog,
): Promise<Root> {
  const info = await stat(root);
  if (info.isFile()) return { root, files: [{ name: '', source: await diskFile(root) }] };
  if (!info.isDirectory()) throw new PolyprismError('input.not_a_file', { path: label });
  const { files, passed } = await walkFolder(root, label, limits);
  if (passed.length > 0) {
    issues.add('input.passed_over', { sample: passed[0]! }, nowhere, passed.length);
  }
  const sources: Root['files'][number][] = [];
  for (const { name, path } of files) sources.push({ name, source: await diskFile(path) });
  return { root, files: sources };
}

function nameFiles(roots: readonly Root[], labels: ReadonlyMap<string, string>): FoundFile[] {
  const plain = (root: Root, name: string): string => name || root.root.split('/').at(-1)!;
  const owners = new Map<string, number>();
  for (const root of roots) {
    for (const { name } of root.files) {
      owners.set(plain(root, name), (owners.get(plain(root, name)) ?? 0) + 1);
    }
  }
  const found: FoundFile[] = [];
  const taken = new Set<string>();
  for (const root of roots) {
    const clash = root.files.some(({ name }) => owners.get(plain(root, name))! > 1);
    for (const { name, source } of root.files) {
      if (taken.has(source.at)) continue;
      taken.add(source.at);
      const label = labels.get(root.root)!;
      const labelled = name === '' ? label : `${label}/${name}`;
      const explicit = name === '';
      found.push({ name: clash ? labelled : plain(root, name), source, explicit });
    }
  }
  return found;
}
