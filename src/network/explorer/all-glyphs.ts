import { glyphKinds, glyphWriter } from './glyph-list.ts';
import type { GlyphList, GlyphWriter } from './glyph-list.ts';
import type { Layout } from './layout.ts';
import { drawScheme, openingZoom } from './scheme-glyphs.ts';
import { SPACING_PX, worldOf, zoomFor, ZOOM_MAX } from './spacing.ts';

/**
 * Every glyph there is, each with the zooms it is drawn at: at every zoom each member is in
 * exactly one, no two points are nearer than NEAREST_PX, and whoever is drawn singly has its
 * upline drawn singly, so that every edge has both ends.
 */
export function allGlyphs(layout: Layout): GlyphList {
  const { packed, root, people } = layout;
  const glyphs = glyphWriter(Math.ceil(people.length * 1.5));
  drawHeap(layout, glyphs);
  drawCells(layout, glyphs);
  root.forEach((top, scheme) => {
    const side = packed.side[scheme]!;
    const seen = zoomFor(side, SPACING_PX);
    // The disc keeps a sixteenth of the side from the edge, and so does its neighbour's.
    const opens = Math.max(zoomFor(side, 8 * SPACING_PX), openingZoom(layout, scheme, top));
    const to = Math.min(opens - 1, ZOOM_MAX);
    const middle = {
      x: packed.x[scheme]! + side / 2,
      y: packed.y[scheme]! + side / 2,
    };
    if (to >= seen) {
      const end = top + people[top]!;
      glyphs.put({ kind: glyphKinds.subtrees, first: top, end, ...middle }, seen, to);
    }
    if (opens <= ZOOM_MAX) drawScheme(layout, scheme, opens, glyphs);
  });
  return glyphs.list();
}

function drawHeap({ packed: { heap }, inSchemes, people }: Layout, glyphs: GlyphWriter): void {
  if (heap === null) return;
  const [x, y] = [heap.x + heap.side / 2, heap.y + heap.side / 2];
  glyphs.put({ kind: glyphKinds.heap, first: inSchemes, end: people.length, x, y }, 0, ZOOM_MAX);
}

/** Schemes smaller than the spacing, by the cells of a grid as wide as it. */
function drawCells({ packed, root, inSchemes }: Layout, glyphs: GlyphWriter): void {
  for (let zoom = 0; ; zoom++) {
    const cell = worldOf(SPACING_PX, zoom);
    let scheme = packed.side.findIndex((side) => side < cell);
    if (scheme < 0) return;
    while (scheme < root.length) {
      const [left, top] = cornerOf(packed.x[scheme]!, packed.y[scheme]!, cell);
      const first = root[scheme]!;
      do scheme++;
      while (
        scheme < root.length &&
        Math.floor(packed.x[scheme]! / cell) * cell === left &&
        Math.floor(packed.y[scheme]! / cell) * cell === top
      );
      const end = root[scheme] ?? inSchemes;
      const middle = { x: left + cell / 2, y: top + cell / 2 };
      glyphs.put({ kind: glyphKinds.schemes, first, end, ...middle }, zoom, zoom);
    }
  }
}

/** Top left corner of the cell a point is in; exact, cells being powers of two. */
function cornerOf(x: number, y: number, cell: number): readonly [number, number] {
  return [Math.floor(x / cell) * cell, Math.floor(y / cell) * cell];
}
