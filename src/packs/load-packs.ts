import { DuckDb } from '../engine/duckdb.ts';
import { PolyprismError, compareText } from '../model/issue.ts';
import type { Pack } from '../model/provision.ts';
import { checkPack } from './check-pack.ts';
import type { CheckedPack } from './check-pack.ts';
import { checkSql } from './check-sql.ts';
import { readFiles, toPackFile } from './read-files.ts';
import type { PackBytes } from './read-files.ts';

/** Reads and checks the pack in a folder: the pack or every diagnostic, never half of one. */
export async function readPack(directory: string): Promise<CheckedPack> {
  return await readPackFiles(await readFiles(directory));
}

/** Checks the pack these files make. */
export async function readPackFiles(bytes: readonly PackBytes[]): Promise<CheckedPack> {
  const files = bytes.map(toPackFile);
  const engine = await DuckDb.open({ threads: 1 });
  try {
    return await checkPack(files, (parsed) => checkSql(engine, parsed));
  } finally {
    engine.close();
  }
}

/** The pack in a folder. Throws the first of its diagnostics as a PolyprismError. */
export async function loadPack(directory: string): Promise<Pack> {
  const { pack, diagnostics } = await readPack(directory);
  const first = diagnostics[0];
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  if (!pack) throw new PolyprismError('input.not_found', { path: directory });
  return pack;
}

/** Several packs, in the order given. Two that claim one provision id are refused. */
export async function loadPacks(directories: readonly string[]): Promise<Pack[]> {
  const packs: Pack[] = [];
  for (const directory of directories) packs.push(await loadPack(directory));
  const owners = new Map<string, string>();
  for (const { id, provision } of packs.flatMap((pack) =>
    pack.provisions.map((one) => ({ id: pack.id, provision: one.id })),
  )) {
    const owner = owners.get(provision) ?? id;
    if (compareText(owner, id) !== 0) {
      throw new PolyprismError('pack.id_taken', { id: provision, first: owner, second: id });
    }
    owners.set(provision, id);
  }
  return packs;
}
