import { ROOT } from '../forest.ts';
import { glyphKinds } from './glyph-list.ts';
import type { GlyphList } from './glyph-list.ts';
import { TENTH_UNKNOWN } from './glyph-facts.ts';
import type { GlyphFacts } from './glyph-facts.ts';
import { pointOfMember, schemeOf } from './layout.ts';
import type { Layout } from './layout.ts';
import { TILE_MAGIC, TILE_VERSION, tileArrays, tileBytes, tileFlags } from './tile-format.ts';
import type { TileGlyphs } from './tile-tree.ts';

/** Parts of the side of a tile that its columns `x` and `y` count. */
export const TILE_UNITS = 2 ** 32;

/** A tile as bytes. */
export function encodeTile(
  layout: Layout,
  facts: GlyphFacts,
  list: GlyphList,
  tile: TileGlyphs,
): Uint8Array {
  const flags =
    (tile.whole ? tileFlags.whole : 0) |
    (facts.paidInSum ? tileFlags.paid_in : 0) |
    (facts.earnedSum ? tileFlags.earned : 0);
  const bytes = new Uint8Array(tileBytes(tile.glyphs.length, flags));
  const head = new DataView(bytes.buffer);
  head.setUint32(0, TILE_MAGIC, true);
  head.setUint16(4, TILE_VERSION, true);
  head.setUint8(6, flags);
  head.setUint8(7, tile.zoom);
  head.setUint32(8, tile.x, true);
  head.setUint32(12, tile.y, true);
  head.setUint32(16, tile.glyphs.length, true);
  head.setUint32(20, bytes.length, true);
  const out = tileArrays(bytes.buffer, 0, tile.glyphs.length, flags);
  const scale = 2 ** tile.zoom;
  tile.glyphs.forEach((glyph, i) => {
    const kind = list.kind[glyph]!;
    const [first, end] = [list.first[glyph]!, list.end[glyph]!];
    const single = kind === glyphKinds.member;
    const told = single ? ofMember(layout, facts, first) : ofTops(layout, facts, first, end);
    out.kind[i] = kind;
    out.first[i] = first;
    out.people[i] = told.people;
    out.tops[i] = told.tops;
    out.levels[i] = told.levels;
    out.line[i] = told.line;
    out.level[i] = layout.level[first]!;
    out.candidates[i] = facts.candidateSum[end]! - facts.candidateSum[first]!;
    out.tenth[i] = tenthOf(facts, first, end);
    out.zoom_from[i] = list.zoomFrom[glyph]!;
    out.zoom_to[i] = list.zoomTo[glyph]!;
    if (out.paid_in_minor) out.paid_in_minor[i] = facts.paidInSum![end]! - facts.paidInSum![first]!;
    if (out.earned_minor) out.earned_minor[i] = facts.earnedSum![end]! - facts.earnedSum![first]!;
    out.x[i] = Math.floor((list.x[glyph]! * scale - tile.x) * TILE_UNITS);
    out.y[i] = Math.floor((list.y[glyph]! * scale - tile.y) * TILE_UNITS);
    const up = layout.parent[first]!;
    if (up === ROOT) return;
    const point = pointOfMember(layout, schemeOf(layout, up), up);
    out.up_x[i] = point.x * scale - tile.x;
    out.up_y[i] = point.y * scale - tile.y;
  });
  return bytes;
}

interface Told {
  readonly people: number;
  readonly tops: number;
  readonly levels: number;
  readonly line: number;
}

/** A member: its subtree, and its direct recruits as tops. */
function ofMember({ people, levels }: Layout, facts: GlyphFacts, x: number): Told {
  return { people: people[x]!, tops: facts.direct[x]!, levels: levels[x]!, line: facts.line[x]! };
}

/** Subtrees that follow one another. Nobody in one stands at a higher line than its top. */
function ofTops({ people, levels }: Layout, facts: GlyphFacts, first: number, end: number): Told {
  let tops = 0;
  let deepest = 0;
  let line = 0;
  for (let top = first; top < end; top += people[top]!) {
    tops++;
    if (levels[top]! > deepest) deepest = levels[top]!;
    if (facts.line[top]! > line) line = facts.line[top]!;
  }
  return { people: end - first, tops, levels: deepest, line };
}

/** The mean of those known, rounded down. */
function tenthOf({ tenthSum, tenthKnown }: GlyphFacts, first: number, end: number): number {
  const known = tenthKnown[end]! - tenthKnown[first]!;
  return known === 0 ? TENTH_UNKNOWN : Math.floor((tenthSum[end]! - tenthSum[first]!) / known);
}
