import { readFile, stat } from 'node:fs/promises';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Pack } from '../model/provision.ts';
import type { Waiver } from '../model/waiver.ts';
import { parseWaivers } from '../packs/parse-waivers.ts';

/** A file of waivers with its digest: a report that notes them names it. */
export interface WaiverFile {
  readonly waivers: readonly Waiver[];
  readonly sha256: string;
}

/** Reads waivers.yaml against the packs that judge. */
export async function readWaivers(path: string, packs: readonly Pack[]): Promise<WaiverFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  const limit = limits.waivers_bytes_max;
  if (found.size > limit) {
    throw new PolyprismError('pack.too_large', { limit }, { ...nowhere, file: path });
  }
  const text = await readFile(path, 'utf8');
  const known = new Set(packs.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
  return { waivers: parseWaivers(text, path, known), sha256: sha256(text) };
}
