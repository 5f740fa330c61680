/** The binary form of a tile, shared by writer and reader; nothing here needs Node. */
export const TILE_MAGIC = 0x5458_5050;
export const TILE_VERSION = 1;
export const TILE_HEADER_BYTES = 32;
/** Bytes of an entry of the directory of tiles. */
export const DIRECTORY_ENTRY_BYTES = 24;

export const tileFlags = { whole: 1, paid_in: 2, earned: 4 } as const;

type Kind = 'f64' | 'u32' | 'f32' | 'u8';

/** Columns of a tile in the order of its bytes; those of money only where money is known. */
export const tileColumns = {
  paid_in_minor: 'f64',
  earned_minor: 'f64',
  first: 'u32',
  people: 'u32',
  tops: 'u32',
  candidates: 'u32',
  level: 'u32',
  levels: 'u32',
  x: 'u32',
  y: 'u32',
  up_x: 'f32',
  up_y: 'f32',
  kind: 'u8',
  tenth: 'u8',
  line: 'u8',
  zoom_from: 'u8',
  zoom_to: 'u8',
} as const satisfies Record<string, Kind>;

export type TileColumn = keyof typeof tileColumns;

interface ArrayOf {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
  readonly u8: Uint8Array;
}

type Needed = {
  readonly [
    K in TileColumn as K extends `${string}_minor` ? never : K
  ]: ArrayOf[(typeof tileColumns)[K]];
};

/** Columns of a tile as arrays; money is null where the data say nothing of it. */
export interface TileArrays extends Needed {
  readonly paid_in_minor: Float64Array | null;
  readonly earned_minor: Float64Array | null;
}

/** Bytes of a tile of that many glyphs, a multiple of 8. */
export function tileBytes(glyphs: number, flags: number): number {
  const money = (flags & tileFlags.paid_in ? 8 : 0) + (flags & tileFlags.earned ? 8 : 0);
  return Math.ceil((TILE_HEADER_BYTES + glyphs * (money + 10 * 4 + 5)) / 8) * 8;
}

/** Views of the columns of a tile; `offset` of the buffer has to be a multiple of 8. */
export function tileArrays(
  buffer: ArrayBuffer,
  offset: number,
  glyphs: number,
  flags: number,
): TileArrays {
  let at = offset + TILE_HEADER_BYTES;
  const take = <T>(Type: new (b: ArrayBuffer, at: number, n: number) => T, bytes: number): T => {
    const view = new Type(buffer, at, glyphs);
    at += glyphs * bytes;
    return view;
  };
  // In the order of `tileColumns`: an object literal is evaluated from first to last.
  return {
    paid_in_minor: flags & tileFlags.paid_in ? take(Float64Array, 8) : null,
    earned_minor: flags & tileFlags.earned ? take(Float64Array, 8) : null,
    first: take(Uint32Array, 4),
    people: take(Uint32Array, 4),
    tops: take(Uint32Array, 4),
    candidates: take(Uint32Array, 4),
    level: take(Uint32Array, 4),
    levels: take(Uint32Array, 4),
    x: take(Uint32Array, 4),
    y: take(Uint32Array, 4),
    up_x: take(Float32Array, 4),
    up_y: take(Float32Array, 4),
    kind: take(Uint8Array, 1),
    tenth: take(Uint8Array, 1),
    line: take(Uint8Array, 1),
    zoom_from: take(Uint8Array, 1),
    zoom_to: take(Uint8Array, 1),
  };
}
