import { neighboursOf } from './bipartite.ts';
import type { Bipartite } from './bipartite.ts';
import { WEIGHT_ONE } from './column-weights.ts';
import { indexedHeap } from './indexed-heap.ts';

/** A set of buyers and listings, with what lies between them. */
export interface Block {
  /** Ascending. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly edges: number;
  /** Of its edges together, in units of 1 / WEIGHT_ONE. */
  readonly weight: number;
}

/** Weight of the edges over the number of nodes, in weights of 1. */
export function densityOf({ rows, columns, weight }: Block): number {
  return weight / (rows.length + columns.length) / WEIGHT_ONE;
}

/**
 * The densest block that greedy peeling finds: the lightest node is taken out again and again,
 * and the best of all sets on the way is kept, the largest of equals. Its density is at least half
 * of the densest there is (Hooi et al., KDD 2016, theorem 1; Charikar 2000). O(E log V); null
 * without edges.
 */
export function densestBlock(graph: Bipartite): Block | null {
  const { rows, columns, rowOf, columnOf, columnWeight } = graph;
  if (rowOf.length === 0) return null;
  const nodes = rows + columns;
  const { start, at } = neighboursOf(graph);
  const weight = new Float64Array(nodes);
  let total = 0;
  for (let e = 0; e < rowOf.length; e++) {
    const one = columnWeight[columnOf[e]!]!;
    weight[rowOf[e]!]! += one;
    weight[rows + columnOf[e]!]! += one;
    total += one;
  }
  /** Step at which a node was taken out, from 1; 0 while inside. */
  const step = new Int32Array(nodes);
  const heap = indexedHeap(weight);
  let best = { density: total / nodes, weight: total, step: 0 };
  for (let taken = 1; taken < nodes; taken++) {
    const node = heap.pop();
    step[node] = taken;
    total -= weight[node]!;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const other = at[i]!;
      if (step[other] === 0) heap.lower(other, columnWeight[Math.max(node, other) - rows]!);
    }
    const density = total / (nodes - taken);
    if (density > best.density) best = { density, weight: total, step: taken };
  }
  const inside = (node: number): boolean => step[node] === 0 || step[node]! > best.step;
  return describe(graph, inside, best.weight);
}

function describe(
  { rows, columns, rowOf, columnOf }: Bipartite,
  inside: (node: number) => boolean,
  weight: number,
): Block {
  let edges = 0;
  for (let e = 0; e < rowOf.length; e++) {
    if (inside(rowOf[e]!) && inside(rows + columnOf[e]!)) edges++;
  }
  return {
    rows: numbersWhere(rows, inside),
    columns: numbersWhere(columns, (column) => inside(rows + column)),
    edges,
    weight,
  };
}

function numbersWhere(count: number, wanted: (no: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let no = 0; no < count; no++) if (wanted(no)) found.push(no);
  return Int32Array.from(found);
}
