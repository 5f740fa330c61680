import { packPaths } from '../../src/cli/shipped-packs.ts';
import type { Pack } from '../../src/model/provision.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';

const loaded = new Map<string, Promise<readonly Pack[]>>();

/** The shipped packs of these names. They never change: each worker loads them once. */
export async function shippedPacks(...names: readonly string[]): Promise<readonly Pack[]> {
  const paths = await packPaths(names);
  const key = paths.join('\n');
  const packs = loaded.get(key) ?? loadPacks(paths);
  loaded.set(key, packs);
  return await packs;
}
