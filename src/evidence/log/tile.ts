import { hash_bytes } from './merkle-hash.ts';
import type { Hash } from './merkle-hash.ts';
import { joined } from './subtree.ts';
import type { Subtree } from './subtree.ts';

/** Hashes of a full tile: C2SP tlog-tiles. A tile stands for a subtree of 8 levels. */
export const tile_width = 256;
const tile_levels = 8;

/** `width` consecutive hashes of level 8 * level, from index * 256 on; partial below 256. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** A tile or entry bundle where tlog-tiles puts it: `tile/0/x001/234`, `tile/1/000.p/17`. */
export function tilePath({ level, index, width }: Tile, kind: 'hashes' | 'entries' = 'hashes') {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const parts = digits.match(/\d{3}/g) ?? [];
  const path = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/');
  const partial = width === tile_width ? '' : `.p/${width}`;
  return `tile/${kind === 'entries' ? kind : level}/${path}${partial}`;
}

const path_form = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/(\d{1,3}))?$/;

/** What a path asks for, or null when it is not exactly how such a path is written. */
export function readTilePath(
  path: string,
): { readonly kind: 'hashes' | 'entries'; readonly tile: Tile } | null {
  const [, level, front, back, width] = path_form.exec(path) ?? [];
  if (level === undefined || front === undefined || back === undefined) return null;
  const kind = level === 'entries' ? 'entries' : 'hashes';
  const tile: Tile = {
    level: kind === 'entries' ? 0 : Number(level),
    index: Number(front.replaceAll(/[x/]/g, '') + back),
    width: width === undefined ? tile_width : Number(width),
  };
  // One way to write each: no needless zeros in front, no partial tile that is full or empty.
  return Number.isSafeInteger(tile.index) &&
    tile.width > 0 &&
    tile.width <= tile_width &&
    tilePath(tile, kind) === path
    ? { kind, tile }
    : null;
}

/** The tiles a tree of `grown` leaves has and one of `size` had not, level by level. */
export function newTiles(size: number, grown: number): Tile[] {
  const tiles: Tile[] = [];
  let before = size;
  let after = grown;
  for (let level = 0; after > 0; level += 1) {
    for (let index = Math.floor(before / tile_width); index * tile_width < after; index += 1) {
      const width = Math.min(tile_width, after - index * tile_width);
      if (index * tile_width + width > before) tiles.push({ level, index, width });
    }
    before = Math.floor(before / tile_width);
    after = Math.floor(after / tile_width);
  }
  return tiles;
}

/** The tile that has a subtree, as wide as a tree of `size` leaves has it. */
export function tileOf(subtree: Subtree, size: number): Tile {
  const level = Math.floor(subtree.level / tile_levels);
  const index = Math.floor(subtree.index / 2 ** (tile_levels - (subtree.level % tile_levels)));
  const hashes = Math.floor(size / tile_width ** level);
  return { level, index, width: Math.min(tile_width, hashes - index * tile_width) };
}

/** The hash of a subtree from the bytes of its tile; a partial tile must be wide enough. */
export function hashInTile(subtree: Subtree, bytes: Uint8Array): Hash {
  const within = subtree.level % tile_levels;
  const count = 2 ** within;
  const first = (subtree.index % 2 ** (tile_levels - within)) * count;
  if ((first + count) * hash_bytes > bytes.length)
    throw new RangeError(`tile of ${bytes.length} bytes lacks hashes ${first} to ${first + count}`);
  let nodes = Array.from({ length: count }, (_, at) =>
    bytes.subarray((first + at) * hash_bytes, (first + at + 1) * hash_bytes),
  );
  while (nodes.length > 1)
    nodes = Array.from({ length: nodes.length / 2 }, (_, at) =>
      joined(nodes.slice(2 * at, 2 * at + 2)),
    );
  // count is at least 1.
  return nodes[0] as Hash;
}
