import { consistencyRanges } from '../../evidence/log/consistency-proof.ts';
import { inclusionRanges } from '../../evidence/log/inclusion-proof.ts';
import type { Hash } from '../../evidence/log/merkle-hash.ts';
import { rangeHash, subtreesOf } from '../../evidence/log/subtree.ts';
import type { LeafRange, Subtree } from '../../evidence/log/subtree.ts';
import { hashInTile, tileOf } from '../../evidence/log/tile.ts';
import type { StoreTx } from '../store.ts';
import { tileHashes } from './keep-full-tiles.ts';

/** Makes proofs about the log as it was with so many leaves, reading each tile once. */
export interface LogProver {
  inclusion(index: number): Promise<readonly Hash[]>;
  /** From a smaller tree to this one. */
  consistency(size: number): Promise<readonly Hash[]>;
}

export function logProver(tx: StoreTx, size: number): LogProver {
  const tiles = new Map<string, Promise<Uint8Array>>();
  const hashOf = async (subtree: Subtree): Promise<readonly [string, Hash]> => {
    const { level, index, width } = tileOf(subtree, size);
    const key = `${level}/${index}`;
    const tile = tiles.get(key) ?? tileHashes(tx, level, index, width);
    tiles.set(key, tile);
    return [nameOf(subtree), hashInTile(subtree, await tile)];
  };
  const proofOf = async (ranges: readonly LeafRange[]): Promise<readonly Hash[]> => {
    const known = new Map<string, Hash>();
    for (const subtree of ranges.flatMap(subtreesOf)) known.set(...(await hashOf(subtree)));
    // Every subtree of every range was read above.
    return ranges.map((range) => rangeHash(range, (one) => known.get(nameOf(one)) as Hash));
  };
  return {
    inclusion: async (index) => await proofOf(inclusionRanges(index, size)),
    consistency: async (from) => await proofOf(consistencyRanges(from, size)),
  };
}

function nameOf({ level, index }: Subtree): string {
  return `${level}/${index}`;
}
