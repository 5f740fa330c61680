import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlText } from '../../engine/duckdb.ts';
import { PolyprismError } from '../../model/issue.ts';
import { openExplorer } from '../../network/explorer/read-explorer.ts';
import type { Explorer } from '../../network/explorer/read-explorer.ts';
import type { ReadBytes } from '../../network/explorer/read-columns.ts';
import type { SeenInspection } from '../inspections/seen-inspection.ts';
import type { LeftNetwork, LeftTree } from './left-network.ts';

export type LeftTable = 'network_member' | 'network_count' | 'network_paid_crossing';

/** What the process of an inspection left about its network; `inspection.no_network` if nothing. */
export async function readLeftNetwork({ out }: SeenInspection): Promise<LeftNetwork> {
  const text = await readFile(join(out, 'network', 'network.json'), 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('inspection.no_network');
  // Written by leave-network.ts.
  return JSON.parse(text) as LeftNetwork;
}

export async function readLeftTree(seen: SeenInspection, tree: string): Promise<LeftTree> {
  const { trees } = await readLeftNetwork(seen);
  const found = trees.find(({ name }) => name === tree);
  if (found === undefined) throw new PolyprismError('inspection.no_network');
  return found;
}

/** A table of it as SQL reads it. */
export function leftTable({ out }: SeenInspection, table: LeftTable): string {
  return `read_parquet(${sqlText(join(out, 'network', `${table}.parquet`))})`;
}

export function explorerFolder({ out }: SeenInspection, tree: string): string {
  return join(out, 'network', tree);
}

/** Explorers kept open: each holds its index and what was read of its columns last. */
const open_max = 8;
const opened = new Map<string, Promise<Explorer>>();

/** The explorer of a tree; what it reads never changes once the inspection is done. */
export async function explorerOf(seen: SeenInspection, tree: string): Promise<Explorer> {
  const folder = explorerFolder(seen, tree);
  const known = opened.get(folder) ?? openFolder(folder);
  opened.delete(folder);
  opened.set(folder, known);
  known.catch(() => opened.delete(folder));
  for (const oldest of opened.keys()) {
    if (opened.size <= open_max) break;
    opened.delete(oldest);
  }
  return await known;
}

async function openFolder(folder: string): Promise<Explorer> {
  return await openExplorer(reader(folder)).catch((error: unknown) => {
    const none = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw none ? new PolyprismError('inspection.no_network') : error;
  });
}

/** Reads parts of files that the index of the folder names: no name comes from outside. */
function reader(folder: string): ReadBytes {
  return async (name, from, to) => {
    const path = join(folder, name);
    if (from === undefined || to === undefined) return await readFile(path);
    const file = await open(path, 'r');
    try {
      const buffer = new Uint8Array(to - from);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
}
