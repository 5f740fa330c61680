import type { Bipartite } from './bipartite.ts';
import type { Block } from './dense-block.ts';
import { logChoose } from '../model/log-gamma.ts';

/** How a block stands against buyers who choose listings each for himself. */
export interface BlockChance {
  /** Edges the block would hold if every buyer chose by the listings' popularity alone. */
  readonly expected: number;
  /**
   * ln of an upper bound on the probability that any block of this size, wherever it lies, holds
   * so many edges by such chance: Chernoff's bound for a sum of independent indicators times the
   * number of blocks of the size. 0 or above says nothing.
   */
  readonly log_chance: number;
}

/**
 * `rowDegree` and `columnDegree` count the edges of the whole graph the block was found in; those
 * of the block itself are among them, which makes `expected` larger and the verdict milder.
 */
export function blockChance(
  graph: Pick<Bipartite, 'rows' | 'columns' | 'rowOf'>,
  degrees: { readonly row: Int32Array; readonly column: Int32Array },
  block: Block,
): BlockChance {
  const sum = (nodes: Int32Array, degree: Int32Array): number =>
    nodes.reduce((total, node) => total + degree[node]!, 0);
  const edges = graph.rowOf.length;
  const expected =
    edges === 0 ? 0 : (sum(block.rows, degrees.row) * sum(block.columns, degrees.column)) / edges;
  const ways =
    logChoose(graph.rows, block.rows.length) + logChoose(graph.columns, block.columns.length);
  return { expected, log_chance: logTail(block.edges, expected) + ways };
}

/** ln of Chernoff's bound on P(sum ≥ seen): e^(seen − expected) (expected / seen)^seen. */
function logTail(seen: number, expected: number): number {
  if (seen <= expected) return 0;
  return seen - expected + seen * Math.log(expected / seen);
}
