import { readFile, stat } from 'node:fs/promises';
import { sha256 } from '../evidence/digest.ts';
import { PolyprismError, nowhere } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { LinkCutDecision } from '../model/link-cut.ts';
import { parseLinkCuts } from '../packs/parse-link-cuts.ts';

/** A file of cuts with its digest: a report that counts without them names it. */
export interface LinkCutFile {
  readonly cuts: readonly LinkCutDecision[];
  readonly sha256: string;
}

/** Reads link-cuts.yaml. */
export async function readLinkCuts(path: string): Promise<LinkCutFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PolyprismError('input.not_found', { path });
  const limit = limits.link_cuts_bytes_max;
  if (found.size > limit) {
    throw new PolyprismError('pack.too_large', { limit }, { ...nowhere, file: path });
  }
  const text = await readFile(path, 'utf8');
  return { cuts: parseLinkCuts(text, path), sha256: sha256(text) };
}
