import { describe, expect, it } from 'vitest';
import { allGlyphs } from '../../../src/network/explorer/all-glyphs.ts';
import { glyphKinds } from '../../../src/network/explorer/glyph-list.ts';
import type { Point } from '../../../src/network/explorer/layout.ts';
import { layOut, pointOfMember, schemeOf } from '../../../src/network/explorer/layout.ts';
import { sectorOf } from '../../../src/network/explorer/read-schemes.ts';
import type { Sector } from '../../../src/network/explorer/read-schemes.ts';
import { NEAREST_PX, ZOOM_MAX } from '../../../src/network/explorer/spacing.ts';
import { turn } from '../../../src/network/explorer/turn.ts';
import { shapeNames, shuffled, testForest, walked } from './forests.ts';
import type { TestMember } from './forests.ts';

const SEEDS = [1, 20_261_128];
const cases = shapeNames.flatMap((shape) =>
  SEEDS.flatMap((seed) => [1, 2, 37, 600].map((size) => ({ shape, size, seed }))),
);

/** The order of walking by its definition: recursion over sorted children, on objects. */
function slowWalk(members: readonly TestMember[]): string[] {
  const below = (up: number): number[] =>
    members.flatMap((member, i) => (member.up === up ? [i] : []));
  const children = members.map((_, i) => below(i));
  const size = (i: number): number => children[i]!.reduce((sum, one) => sum + size(one), 1);
  const sizes = members.map((_, i) => size(i));
  const sorted = (list: number[]): number[] =>
    list.toSorted(
      (a, b) =>
        sizes[b]! - sizes[a]! ||
        members[a]!.day - members[b]!.day ||
        (members[a]!.id < members[b]!.id ? -1 : 1),
    );
  const visit = (i: number): string[] => [
    members[i]!.id,
    ...sorted(children[i]!).flatMap((one) => visit(one)),
  ];
  return sorted(below(-1)).flatMap((root) => visit(root));
}

describe('the order of walking', () => {
  it.each(cases)('is that of its definition: $shape of $size, seed $seed', (one) => {
    const members = testForest(one.shape, one.size, one.seed);
    const order = walked(members);
    expect(order.ids).toEqual(slowWalk(members));
    const again = walked(shuffled(members, one.seed));
    expect(again.ids).toEqual(order.ids);
    for (const column of ['parent', 'people', 'level', 'levels', 'joinedDay'] as const) {
      expect(again[column]).toEqual(order[column]);
    }
  });
});

describe('turns', () => {
  it('are those of the library to within rounding', () => {
    for (let i = 0; i < 4_096; i++) {
      const { cos, sin } = turn(i / 4_096);
      expect(Math.abs(cos - Math.cos((2 * Math.PI * i) / 4_096))).toBeLessThan(1e-15);
      expect(Math.abs(sin - Math.sin((2 * Math.PI * i) / 4_096))).toBeLessThan(1e-15);
    }
  });
});

describe('glyphs', () => {
  it.each(cases)('hold each member once and keep apart: $shape $size, seed $seed', (one) => {
    const order = walked(testForest(one.shape, one.size, one.seed));
    const layout = layOut(order);
    const glyphs = allGlyphs(layout);
    for (let zoom = 0; zoom <= ZOOM_MAX; zoom++) {
      const there: number[] = [];
      for (let i = 0; i < glyphs.count; i++) {
        if (glyphs.zoomFrom[i]! <= zoom && zoom <= glyphs.zoomTo[i]!) there.push(i);
      }
      // Ranges that follow one another from the first member to the last: each is in one.
      const ranges = there
        .map((i) => [glyphs.first[i]!, glyphs.end[i]!] as const)
        .toSorted((a, b) => a[0] - b[0]);
      let next = 0;
      for (const [first, end] of ranges) {
        // Once wrong it stays wrong: a gap, an overlap or an empty glyph.
        next = first === next && end > first ? end : Number.NaN;
      }
      expect(next).toBe(one.size);
      expect(nearestPx(glyphs, there, zoom)).toBeGreaterThanOrEqual(NEAREST_PX);
    }
  });

  it.each(cases)('have their upline drawn singly: $shape $size, seed $seed', (one) => {
    const order = walked(testForest(one.shape, one.size, one.seed));
    const layout = layOut(order);
    const glyphs = allGlyphs(layout);
    const drawnFrom = new Map<number, number>();
    for (let i = 0; i < glyphs.count; i++) {
      if (glyphs.kind[i] !== glyphKinds.member) continue;
      drawnFrom.set(glyphs.first[i]!, glyphs.zoomFrom[i]!);
      expect(glyphs.zoomTo[i]).toBe(ZOOM_MAX);
      const scheme = schemeOf(layout, glyphs.first[i]!);
      const { x, y } = pointOfMember(layout, scheme, glyphs.first[i]!);
      expect([glyphs.x[i], glyphs.y[i]]).toEqual([x, y]);
    }
    for (let i = 0; i < glyphs.count; i++) {
      const up = order.parent[glyphs.first[i]!]!;
      if (up < 0) continue;
      expect(drawnFrom.get(up)).toBeLessThanOrEqual(glyphs.zoomFrom[i]!);
    }
    // In the end everybody in a scheme is drawn singly.
    expect(drawnFrom.size).toBe(layout.inSchemes);
  });
});

describe('sectors of subtrees drawn together', () => {
  it.each(cases.filter(({ size }) => size === 600))('do not overlap: $shape, $seed', (one) => {
    const layout = layOut(walked(testForest(one.shape, one.size, one.seed)));
    const { root, inSchemes: end, packed, ring: radius, ringAt, level, levels, people } = layout;
    const schemes = { root, end, ...packed, ringAt, radius };
    const glyphs = allGlyphs(layout);
    for (const zoom of [3, 6, 9]) {
      const sectors: (Sector & { readonly at: Point })[] = [];
      for (let i = 0; i < glyphs.count; i++) {
        if (glyphs.kind[i] !== glyphKinds.subtrees) continue;
        if (zoom < glyphs.zoomFrom[i]! || glyphs.zoomTo[i]! < zoom) continue;
        const first = glyphs.first[i]!;
        let deepest = 0;
        for (let top = first; top < glyphs.end[i]!; top += people[top]!) {
          deepest = Math.max(deepest, levels[top]!);
        }
        const glyph = { first, people: glyphs.end[i]! - first, level: level[first]! };
        const at = { x: glyphs.x[i]!, y: glyphs.y[i]! };
        sectors.push({ ...sectorOf(schemes, { ...glyph, levels: deepest }), at });
      }
      for (const [i, a] of sectors.entries()) {
        // The point of the glyph lies in its sector.
        const away = Math.hypot(a.at.x - a.x, a.at.y - a.y);
        expect(away).toBeGreaterThanOrEqual(a.inner * (1 - 1e-12));
        expect(away).toBeLessThanOrEqual(a.outer * (1 + 1e-12) + 1e-15);
        const overlap = sectors.slice(0, i).find((b) => {
          const turns = Math.min(a.to_turn, b.to_turn) - Math.max(a.from_turn, b.from_turn);
          const rings = Math.min(a.outer, b.outer) - Math.max(a.inner, b.inner);
          return a.x === b.x && a.y === b.y && turns > 0 && rings > 0;
        });
        expect(overlap).toBeUndefined();
      }
    }
  });
});

/** Distance in pixels of the two nearest of some glyphs, each with each. */
function nearestPx(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  some: readonly number[],
  zoom: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [i, a] of some.entries()) {
    for (let j = 0; j < i; j++) {
      const b = some[j]!;
      least = Math.min(least, (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2);
    }
  }
  return Math.sqrt(least) * 256 * 2 ** zoom;
}
