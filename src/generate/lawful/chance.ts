import { seeded } from '../random.ts';
import type { Random } from '../random.ts';

/**
 * Chance with random access: the same seed, stream and index give the same numbers, whatever was
 * asked before. Any row can so be made again when another table needs it, and none is kept.
 */
export type Chance = (stream: string, index: number) => Random;

export function chances(seed: number): Chance {
  const streams = new Map<string, number>();
  const streamOf = (name: string): number => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const hash = fnv1a(name, seed);
    streams.set(name, hash);
    return hash;
  };
  return (stream, index) => seeded(mixed(streamOf(stream) ^ Math.imul(index, 0x9e37_79b1)));
}

/** Fowler, Noll and Vo's 32-bit hash, its offset basis moved by the seed. */
function fnv1a(text: string, seed: number): number {
  let hash = 0x811c_9dc5 ^ seed;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x0100_0193);
  return mixed(hash);
}

/** Finaliser of MurmurHash3 (Appleby, 2011). */
function mixed(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}
