import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Laws } from '../../casework/law.ts';
import { shippedFolders } from '../shipped-packs.ts';
import { shippedLaw } from './shipped-law.ts';

/** The laws matters can go by: of every shipped pack that is a jurisdiction's own. */
export async function shippedLaws(): Promise<Laws> {
  const { packs } = await shippedFolders();
  const laws = [];
  for (const [name, folder] of packs) {
    const head: unknown = parse(await readFile(join(folder, 'pack.yaml'), 'utf8'));
    if (jurisdictionOf(head)?.toLowerCase() === name)
      laws.push([name, await shippedLaw([name])] as const);
  }
  return new Map(laws);
}

/** An association's standard names the jurisdiction it lies in, which is not its own name. */
function jurisdictionOf(head: unknown): string | null {
  if (typeof head !== 'object' || head === null || !('jurisdiction' in head)) return null;
  return typeof head.jurisdiction === 'string' ? head.jurisdiction : null;
}
