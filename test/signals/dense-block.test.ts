import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bipartite } from '../../src/signals/bipartite.ts';
import { WEIGHT_ONE, columnWeights, degreesOf } from '../../src/signals/column-weights.ts';
import { densestBlock, densityOf } from '../../src/signals/dense-block.ts';
import { densestOfAll, slowPeeling } from '../oracle/slow-peeling.ts';
import type { Edge } from '../oracle/slow-peeling.ts';

interface Drawn {
  readonly rows: number;
  readonly columns: number;
  readonly edges: readonly Edge[];
}

const drawn = (rowsMax: number, columnsMax: number): fc.Arbitrary<Drawn> =>
  fc
    .record({
      rows: fc.integer({ min: 1, max: rowsMax }),
      columns: fc.integer({ min: 1, max: columnsMax }),
    })
    .chain(({ rows, columns }) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: rows * columns - 1 }), { minLength: 1 })
        .map((cells) => ({
          rows,
          columns,
          edges: cells.map((cell): Edge => [Math.floor(cell / columns), cell % columns]),
        })),
    );

function graphOf({ rows, columns, edges }: Drawn): Bipartite {
  const columnOf = Int32Array.from(edges, ([, column]) => column);
  const rowOf = Int32Array.from(edges, ([row]) => row);
  const columnWeight = columnWeights(degreesOf(columnOf, columns));
  return { rows, columns, rowOf, columnOf, columnWeight };
}

/** 1 / √(degree + 5) in 65,536ths, worked out afresh. */
function slowWeight({ edges }: Drawn): (column: number) => bigint {
  return (column) => {
    const degree = edges.filter(([, one]) => one === column).length;
    return BigInt(Math.round(65_536 / Math.sqrt(degree + 5)));
  };
}

function namesIn(graph: Bipartite): string[] {
  const block = densestBlock(graph)!;
  return [...[...block.rows].map((no) => `r${no}`), ...[...block.columns].map((no) => `c${no}`)];
}

describe('the densest block', () => {
  it('is a complete block beside loose edges', () => {
    // Three buyers of the same two listings, and two buyers of one listing each. Degrees: c0 and
    // c1 three, c2 and c3 one. 6 / √8 over 5 nodes is 0.4243; with r3 and c2 it would be 0.3614.
    const edges: Edge[] = [0, 1, 2].flatMap((row): Edge[] => [
      [row, 0],
      [row, 1],
    ]);
    const graph = graphOf({ rows: 5, columns: 4, edges: [...edges, [3, 2], [4, 3]] });
    const block = densestBlock(graph);
    expect(block).toMatchObject({ edges: 6 });
    expect([...block!.rows]).toEqual([0, 1, 2]);
    expect([...block!.columns]).toEqual([0, 1]);
    expect(densityOf(block!)).toBeCloseTo(6 / Math.sqrt(8) / 5, 4);
  });

  it('is none without edges', () => {
    expect(densestBlock(graphOf({ rows: 3, columns: 2, edges: [] }))).toBeNull();
  });

  it('is what slow peeling finds, on 4,000 drawn graphs', () => {
    fc.assert(
      fc.property(drawn(9, 7), (one) => {
        const slow = slowPeeling(one.rows, one.columns, one.edges, slowWeight(one));
        expect(namesIn(graphOf(one)).toSorted()).toEqual(slow.nodes.toSorted());
        expect(densityOf(densestBlock(graphOf(one))!)).toBe(
          Number(slow.weight) / slow.nodes.length / WEIGHT_ONE,
        );
      }),
      { numRuns: 4_000 },
    );
  });

  it('has at least half the density of the densest set there is, on 600 drawn graphs', () => {
    let equal = 0;
    fc.assert(
      fc.property(drawn(5, 4), (one) => {
        const best = densestOfAll(one.rows, one.columns, one.edges, slowWeight(one));
        const optimum = Number(best.weight) / best.nodes.length / WEIGHT_ONE;
        const density = densityOf(densestBlock(graphOf(one))!);
        expect(density).toBeLessThanOrEqual(optimum);
        expect(density).toBeGreaterThanOrEqual(optimum / 2);
        if (density === optimum) equal++;
      }),
      { numRuns: 600 },
    );
    console.log(`greedy peeling reached the optimum on ${equal} of 600 graphs`);
  });

  it('does not depend on the order of the edges', () => {
    fc.assert(
      fc.property(
        drawn(9, 7).chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.edges], {
              minLength: one.edges.length,
            }),
          ),
        ),
        ([one, shuffled]) => {
          expect(namesIn(graphOf({ ...one, edges: shuffled }))).toEqual(namesIn(graphOf(one)));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
