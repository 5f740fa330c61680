import { keepLately } from '../model/keep-lately.ts';
import type { LoadPacks } from './live/live-service.ts';

/** Lists of packs kept at once. */
const kept_max = 8;

/**
 * Packs by their names, read once: whoever judges by the same ones shares what was made of them.
 * The list least lately asked for goes first.
 */
export function keptPacks(load: LoadPacks): LoadPacks {
  const kept = new Map<string, ReturnType<LoadPacks>>();
  return async (names) => {
    const key = names.join(' ');
    const packs = kept.get(key) ?? load(names);
    keepLately(kept, key, packs, kept_max);
    packs.catch(() => kept.delete(key));
    return await packs;
  };
}
