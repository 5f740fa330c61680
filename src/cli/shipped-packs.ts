import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PolyprismError, compareText } from '../model/issue.ts';
import type { Shipped } from '../server/shipped.ts';

/** The packs and plans that come with the software, beside sources and build alike. */
const folder = fileURLToPath(new URL('../../packs/', import.meta.url));
const plans = fileURLToPath(new URL('../../plans/', import.meta.url));

/** What `inspect` judges by unless told otherwise. */
const usual = 'cn';

/** Names of the packs that come with the software, sorted. */
async function shippedPacks(): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true });
  const folders = found.filter((one) => one.isDirectory());
  return folders.map(({ name }) => name).toSorted(compareText);
}

/**
 * Where each wanted pack lies: a file or folder that is there, else the shipped pack of that name.
 * What lies at hand comes first, so that a copy made to be adapted is the one that is used.
 */
export async function packPaths(wanted?: readonly string[]): Promise<string[]> {
  if (wanted === undefined) return [join(folder, usual)];
  const shipped = await shippedPacks();
  const paths: string[] = [];
  for (const name of wanted) {
    if (await stat(name).catch(() => null)) paths.push(name);
    else if (shipped.includes(name)) paths.push(join(folder, name));
    else throw new PolyprismError('cli.unknown_pack', { name, shipped: shipped.join(', ') });
  }
  return paths;
}

/** What the server shows of what comes with the software. */
export async function shippedFolders(): Promise<Shipped> {
  const names = await shippedPacks();
  return { packs: new Map(names.map((name) => [name, join(folder, name)])), plans };
}
