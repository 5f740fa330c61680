import type { ColumnFile, ExplorerIndex } from './explorer-index.ts';
import type { ReadBytes } from './read-columns.ts';

/** Where all schemes are; arrays are by scheme, `radius` is by ring, from `ringAt` on. */
export interface Schemes {
  readonly root: Int32Array;
  /** Members in schemes: the end of the last one. */
  readonly end: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly side: Float64Array;
  readonly ringAt: Int32Array;
  readonly radius: Float64Array;
}

/** Part of a disc around `x`, `y`, from one turn to another and from one radius to another. */
export interface Sector {
  readonly x: number;
  readonly y: number;
  readonly from_turn: number;
  readonly to_turn: number;
  readonly inner: number;
  readonly outer: number;
}

/** Reads the places of all schemes at once. */
export async function readSchemes(index: ExplorerIndex, read: ReadBytes): Promise<Schemes> {
  const buffer = async (name: string): Promise<ArrayBuffer> => {
    const column: ColumnFile = index.columns[name]!;
    // A copy of its own, so that it is aligned.
    return column.length === 0 ? new ArrayBuffer(0) : (await read(column.file)).slice().buffer;
  };
  return {
    root: new Int32Array(await buffer('scheme_root')),
    end: index.members - index.alone,
    x: new Float64Array(await buffer('scheme_x')),
    y: new Float64Array(await buffer('scheme_y')),
    side: new Float64Array(await buffer('scheme_side')),
    ringAt: new Int32Array(await buffer('scheme_ring_at')),
    radius: new Float64Array(await buffer('ring_radius')),
  };
}

/** The scheme a member stands in, found by halving; -1 for one who stands alone. */
export function schemeAt({ root, end }: Pick<Schemes, 'root' | 'end'>, member: number): number {
  if (member >= end) return -1;
  let low = 0;
  let high = root.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (root[middle]! <= member) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * What subtrees drawn together (kind 1) take of their disc: their share of the turn, from half a
 * ring inside their level to their deepest. Sectors of glyphs of one zoom do not overlap.
 */
export function sectorOf(
  schemes: Schemes,
  glyph: {
    readonly first: number;
    readonly people: number;
    readonly level: number;
    readonly levels: number;
  },
): Sector {
  const { root, end, x, y, side, ringAt, radius } = schemes;
  const scheme = schemeAt(schemes, glyph.first);
  const top = root[scheme]!;
  const people = (root[scheme + 1] ?? end) - top;
  const ring = ringAt[scheme]! + glyph.level - 1;
  const above = glyph.level === 1 ? 0 : radius[ring - 1]!;
  return {
    x: x[scheme]! + side[scheme]! / 2,
    y: y[scheme]! + side[scheme]! / 2,
    from_turn: (glyph.first - top) / people,
    to_turn: (glyph.first - top + glyph.people) / people,
    inner: (above + radius[ring]!) / 2,
    outer: radius[ring + glyph.levels - 1]!,
  };
}
