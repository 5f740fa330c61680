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
    kept.delete(key);
    kept.set(key, packs);
    packs.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= kept_max) break;
      kept.delete(oldest);
    }
    return await packs;
  };
}
