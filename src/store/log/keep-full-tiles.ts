import { leafHash, nodeHash } from '../../evidence/log/merkle-hash.ts';
import { hashInTile, newTiles, tile_width } from '../../evidence/log/tile.ts';
import type { StoreTx } from '../store.ts';

/** Writes down the tiles that became full when the log grew; they never change again. */
export async function keepFullTiles(tx: StoreTx, before: number, size: number): Promise<void> {
  for (const { level, index, width } of newTiles(before, size)) {
    if (width < tile_width) continue;
    const hashes = await tileHashes(tx, level, index, width);
    await tx.db.insertInto('log_tile').values({ level, index, hashes }).execute();
  }
}

/** The bytes of a tile: of leaves on level 0, else of the full tiles below, which come first. */
export async function tileHashes(
  tx: StoreTx,
  level: number,
  index: number,
  width: number,
): Promise<Buffer> {
  const first = index * tile_width;
  if (level === 0) {
    const leaves = await tx.db
      .selectFrom('log_leaf')
      .select('entry')
      .where('index', '>=', first)
      .where('index', '<', first + width)
      .orderBy('index')
      .execute();
    return Buffer.concat(leaves.map(({ entry }) => leafHash(entry)));
  }
  const below = await tx.db
    .selectFrom('log_tile')
    .select('hashes')
    .where('level', '=', level - 1)
    .where('index', '>=', first)
    .where('index', '<', first + width)
    .orderBy('index')
    .execute();
  return Buffer.concat(below.map(({ hashes }) => rootOfTile(hashes)));
}

/** A tile has the hashes of up to seven levels above its own; its root is one more. */
function rootOfTile(hashes: Uint8Array): Uint8Array {
  const half = (index: number) => hashInTile({ level: 7, index }, hashes);
  return nodeHash(half(0), half(1));
}
