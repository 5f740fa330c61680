/** Pixels of the side of a tile. */
export const TILE_PX = 256;
/** Pixels that the points of two glyphs keep along a ring, and two rings of each other. */
export const SPACING_PX = 8;
/** Pixels of arc a member's share of its ring must have for it to be drawn singly. */
export const ARC_PX = 2 * SPACING_PX;
/** The deepest zoom; what is not apart there stays one glyph. */
export const ZOOM_MAX = 30;

/**
 * No two points of one zoom are nearer than this: the chord of SPACING_PX on a ring whose radius
 * is SPACING_PX, the shortest there is, 2 sin(1/2) of it.
 */
export const NEAREST_PX = 7.67;

/** The world is a square of side 1; the length in it of that many pixels at a zoom. */
export function worldOf(px: number, zoom: number): number {
  return px / TILE_PX / 2 ** zoom;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** The first zoom at which a length of the world has at least `px` pixels, a power of two. */
export function zoomFor(length: number, px: number): number {
  // Of a length 1.f times 2^e the zoom is read off the exponent: no logarithm, no rounding.
  double[0] = (length * TILE_PX) / px;
  const exponent = ((words[1]! >>> 20) & 0x7ff) - 1023;
  return Math.max(0, Math.min(-exponent, ZOOM_MAX + 1));
}
