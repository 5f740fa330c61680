import { packPaths } from '../../src/cli/shipped-packs.ts';
import type { Pack } from '../../src/model/provision.ts';
import type { CheckedPack } from '../../src/packs/check-pack.ts';
import { loadPacks, readPack } from '../../src/packs/load-packs.ts';

const loaded = new Map<string, Promise<readonly Pack[]>>();

/** The shipped packs of these names. They never change: each worker loads them once. */
export async function shippedPacks(...names: readonly string[]): Promise<readonly Pack[]> {
  const paths = await packPaths(names);
  const key = paths.join('\n');
  const packs = loaded.get(key) ?? loadPacks(paths);
  loaded.set(key, packs);
  return await packs;
}

const checked = new Map<string, Promise<CheckedPack>>();

/** The shipped pack of this name with the cases of its provisions; read once a worker as well. */
export async function checkedPack(name: string): Promise<CheckedPack> {
  const [path = ''] = await packPaths([name]);
  const pack = checked.get(path) ?? readPack(path);
  checked.set(path, pack);
  return await pack;
}
