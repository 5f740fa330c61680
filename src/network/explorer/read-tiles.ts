import type { ExplorerIndex } from './explorer-index.ts';
import type { ReadBytes } from './read-columns.ts';
import {
  DIRECTORY_ENTRY_BYTES,
  TILE_HEADER_BYTES,
  TILE_MAGIC,
  TILE_VERSION,
  tileArrays,
} from './tile-format.ts';
import type { TileArrays } from './tile-format.ts';

/** Parts of the side of a tile that its columns `x` and `y` count. */
const UNITS = 2 ** 32;

export interface Tile extends TileArrays {
  readonly zoom: number;
  readonly x_of_zoom: number;
  readonly y_of_zoom: number;
  /** Whether it serves all deeper zooms too. */
  readonly whole: boolean;
  readonly glyphs: number;
}

/** A square of the world in which glyphs of a zoom are asked for; ends are not included. */
export interface Viewport {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A glyph of a tile and where it is in the world. */
export interface SeenGlyph {
  readonly tile: Tile;
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

export interface TileReader {
  /** The tile that serves a square of a zoom: its own, or one above it; null where it is empty. */
  readonly tile: (zoom: number, x: number, y: number) => Promise<Tile | null>;
  /**
   * Glyphs of a zoom whose points lie in a viewport, each once. A RangeError where it is larger
   * than any screen.
   */
  readonly viewport: (viewport: Viewport) => Promise<SeenGlyph[]>;
}

/** Squares a viewport may have: 16,384 pixels each way. */
const SQUARES_MAX = 4_096;
/** Tiles kept after use. */
const TILES_MAX = 256;

export async function tileReader(index: ExplorerIndex, read: ReadBytes): Promise<TileReader> {
  const bytes = await read(index.tiles.directory);
  const directory = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = new Map<number, Promise<Tile>>();
  const load = (entry: number): Promise<Tile> => {
    const tile = kept.get(entry) ?? readTile(index, read, directory, entry);
    kept.delete(entry);
    kept.set(entry, tile);
    tile.catch(() => kept.delete(entry));
    for (const oldest of kept.keys()) {
      if (kept.size <= TILES_MAX) break;
      kept.delete(oldest);
    }
    return tile;
  };
  const tile = (zoom: number, x: number, y: number): Promise<Tile> | null => {
    const entry = entryFor(directory, zoom, x, y);
    return entry < 0 ? null : load(entry);
  };
  return {
    tile: (zoom, x, y) => Promise.resolve(tile(zoom, x, y)),
    viewport: async (viewport) => {
      const entries = entriesOf(directory, viewport);
      const tiles = await Promise.all(entries.map((entry) => load(entry)));
      return tiles.flatMap((one) => glyphsIn(one, viewport));
    },
  };
}

function glyphsIn(tile: Tile, { zoom, left, top, right, bottom }: Viewport): SeenGlyph[] {
  const side = 2 ** -tile.zoom;
  const seen: SeenGlyph[] = [];
  for (let at = 0; at < tile.glyphs; at++) {
    if (zoom < tile.zoom_from[at]! || tile.zoom_to[at]! < zoom) continue;
    const x = (tile.x_of_zoom + tile.x[at]! / UNITS) * side;
    const y = (tile.y_of_zoom + tile.y[at]! / UNITS) * side;
    if (left <= x && x < right && top <= y && y < bottom) seen.push({ tile, at, x, y });
  }
  return seen;
}

/** Entries of the directory that serve a viewport, each once. */
function entriesOf(directory: DataView, viewport: Viewport): number[] {
  const sides = 2 ** viewport.zoom;
  const entries = new Set<number>();
  const inside = (at: number): number => Math.max(0, Math.min(sides - 1, Math.floor(at * sides)));
  const columns = inside(viewport.right) - inside(viewport.left) + 1;
  const rows = inside(viewport.bottom) - inside(viewport.top) + 1;
  if (columns * rows > SQUARES_MAX) throw new RangeError('viewport too large for its zoom');
  for (let y = inside(viewport.top); y <= inside(viewport.bottom); y++) {
    for (let x = inside(viewport.left); x <= inside(viewport.right); x++) {
      const entry = entryFor(directory, viewport.zoom, x, y);
      if (entry >= 0) entries.add(entry);
    }
  }
  return [...entries];
}

/** The entry of a square or of the whole tile it lies in; -1 where there is nothing. */
function entryFor(directory: DataView, zoom: number, x: number, y: number): number {
  const own = find(directory, zoom, x, y);
  if (own >= 0) return own;
  for (let up = 1; up <= zoom; up++) {
    const above = find(directory, zoom - up, Math.floor(x / 2 ** up), Math.floor(y / 2 ** up));
    if (above < 0) continue;
    return directory.getUint8(above * DIRECTORY_ENTRY_BYTES + 1) === 1 ? above : -1;
  }
  return -1;
}

/** Entries ascend by zoom, row and column. */
function find(directory: DataView, zoom: number, x: number, y: number): number {
  let low = 0;
  let high = directory.byteLength / DIRECTORY_ENTRY_BYTES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = middle * DIRECTORY_ENTRY_BYTES;
    const apart =
      directory.getUint8(at) - zoom ||
      directory.getUint32(at + 8, true) - y ||
      directory.getUint32(at + 4, true) - x;
    if (apart === 0) return middle;
    if (apart < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

async function readTile(
  index: ExplorerIndex,
  read: ReadBytes,
  directory: DataView,
  entry: number,
): Promise<Tile> {
  const at = entry * DIRECTORY_ENTRY_BYTES;
  const file = index.tiles.files[directory.getUint16(at + 2, true)]!;
  const from = directory.getUint32(at + 12, true);
  const got = await read(file, from, from + directory.getUint32(at + 16, true));
  // A copy of its own, so that its columns are aligned.
  return decodeTile(got.slice().buffer);
}

/** A tile from its bytes; a RangeError where they are none. */
export function decodeTile(buffer: ArrayBuffer): Tile {
  const head = new DataView(buffer, 0, TILE_HEADER_BYTES);
  if (head.getUint32(0, true) !== TILE_MAGIC || head.getUint16(4, true) !== TILE_VERSION) {
    throw new RangeError('no tile of this version');
  }
  const flags = head.getUint8(6);
  const glyphs = head.getUint32(16, true);
  return {
    zoom: head.getUint8(7),
    x_of_zoom: head.getUint32(8, true),
    y_of_zoom: head.getUint32(12, true),
    whole: (flags & 1) === 1,
    glyphs,
    ...tileArrays(buffer, 0, glyphs, flags),
  };
}
