import type { Laws } from '../../casework/law.ts';
import { shippedFolders } from '../shipped-packs.ts';
import { shippedHead } from './shipped-head.ts';
import { shippedLaw } from './shipped-law.ts';

/**
 * The laws matters can go by: of every shipped pack that is a jurisdiction's own. An association's
 * standard names the jurisdiction it lies in, which is not its own name.
 */
export async function shippedLaws(): Promise<Laws> {
  const { packs } = await shippedFolders();
  const laws = [];
  for (const [name, folder] of packs) {
    const { jurisdiction } = await shippedHead(folder);
    if (jurisdiction?.toLowerCase() === name) laws.push([name, await shippedLaw([name])] as const);
  }
  return new Map(laws);
}
