import { describe, expect, it } from 'vitest';
import { columnWeights, degreesOf } from '../../src/signals/column-weights.ts';
import { tightenBlock } from '../../src/signals/tighten-block.ts';

/** Buyers 0-5 bought listings 0-3, 6-11 listings 4-7, and all of them 8, as did 88 more. */
function twoRings(): Parameters<typeof tightenBlock>[0] {
  const cells: [number, number][] = [];
  for (let row = 0; row < 12; row++) {
    for (let column = 0; column < 4; column++) cells.push([row, column + (row < 6 ? 0 : 4)]);
  }
  // Member 5 bought half of what his ring did.
  const short = cells.filter(([row, column]) => row !== 5 || column < 2);
  for (let row = 0; row < 100; row++) short.push([row, 8]);
  const columnOf = Int32Array.from(short, ([, column]) => column);
  const columnWeight = columnWeights(degreesOf(columnOf, 9));
  const rowOf = Int32Array.from(short, ([row]) => row);
  return { rows: 100, columns: 9, rowOf, columnOf, columnWeight };
}

const lists = (block: ReturnType<typeof tightenBlock>): unknown => [
  [...block.rows],
  [...block.columns],
  block.edges,
];

describe('tightening a block', () => {
  it('parts two rings, leaves the best seller, and takes in a member with half of it', () => {
    const graph = twoRings();
    const both = {
      rows: Int32Array.of(0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11),
      columns: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
      edges: 55,
      weight: 0,
    };
    // Listings 4 to 7 have 6 buyers, all inside: 36 / 6; listing 0 has 6 with 5 inside: 25 / 6.
    expect(lists(tightenBlock(graph, both))).toEqual([[6, 7, 8, 9, 10, 11], [4, 5, 6, 7], 24]);
    const first = { ...both, rows: Int32Array.of(0, 1, 2, 3, 4), columns: Int32Array.of(0, 1, 8) };
    expect(lists(tightenBlock(graph, first))).toEqual([[0, 1, 2, 3, 4, 5], [0, 1, 2, 3], 22]);
  });

  it('has the weight of its edges', () => {
    const graph = twoRings();
    const block = { rows: Int32Array.of(6, 7), columns: Int32Array.of(4), edges: 2, weight: 0 };
    // 24 edges into columns of 6 buyers: 24 / √11.
    expect(tightenBlock(graph, block).weight).toBe(24 * Math.round(65_536 / Math.sqrt(11)));
  });
});
