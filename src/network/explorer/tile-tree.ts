import type { GlyphList } from './glyph-list.ts';
import { ZOOM_MAX } from './spacing.ts';

/** Glyphs from which on a tile is divided: below, it serves all deeper zooms too. */
export const WHOLE_MAX = 1_024;

/** A square of a zoom: column `x` and row `y` of the 2^zoom there are. */
export interface TileGlyphs {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Whether it holds the glyphs of all deeper zooms too: nothing is below it. */
  readonly whole: boolean;
  /** Places in the list of glyphs; valid until the next tile is asked for. */
  readonly glyphs: Int32Array;
}

interface Part {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  /** Where its glyphs stand in `order`. */
  readonly from: number;
  readonly to: number;
}

/**
 * Every tile that is not empty: the glyphs of its zoom whose points lie in it, or, once there are
 * few enough, those of all zooms from its own on.
 */
export function* tileTree(list: GlyphList): Generator<TileGlyphs> {
  const order = Int32Array.from({ length: list.count }, (_, i) => i);
  const spare = new Int32Array(list.count);
  const waiting: Part[] = [];
  if (list.count > 0) waiting.push({ zoom: 0, x: 0, y: 0, from: 0, to: list.count });
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { zoom, x, y, from, to } = part;
    if (to - from <= WHOLE_MAX || zoom === ZOOM_MAX) {
      yield { zoom, x, y, whole: true, glyphs: order.subarray(from, to) };
      continue;
    }
    let there = 0;
    for (let i = from; i < to; i++) {
      if (list.zoomFrom[order[i]!]! <= zoom) spare[there++] = order[i]!;
    }
    if (there > 0) yield { zoom, x, y, whole: false, glyphs: spare.subarray(0, there) };
    for (const quarter of divide(list, part, order, spare)) waiting.push(quarter);
  }
}

/** The glyphs of deeper zooms, by quarter, each in the order it had. */
function divide(list: GlyphList, part: Part, order: Int32Array, spare: Int32Array): Part[] {
  const { zoom, from, to } = part;
  const scale = 2 ** (zoom + 1);
  const quarterOf = (glyph: number): number =>
    list.zoomTo[glyph]! <= zoom
      ? 4
      : 2 * (Math.floor(list.y[glyph]! * scale) & 1) + (Math.floor(list.x[glyph]! * scale) & 1);
  const start = [from, from, from, from, from, from];
  for (let i = from; i < to; i++) start[quarterOf(order[i]!) + 1]!++;
  for (let q = 1; q < start.length; q++) start[q]! += start[q - 1]! - from;
  const next = start.slice();
  for (let i = from; i < to; i++) spare[next[quarterOf(order[i]!)]!++] = order[i]!;
  order.set(spare.subarray(from, to), from);
  return [0, 1, 2, 3]
    .map((q) => ({
      zoom: zoom + 1,
      x: part.x * 2 + (q & 1),
      y: part.y * 2 + (q >> 1),
      from: start[q]!,
      to: start[q + 1]!,
    }))
    .filter((one) => one.to > one.from);
}
