import type { Bipartite } from './bipartite.ts';
import { blockChance } from './block-chance.ts';
import type { BlockChance } from './block-chance.ts';
import { degreesOf } from './column-weights.ts';
import { tightenBlock } from './tighten-block.ts';
import { densestBlock } from './dense-block.ts';
import type { Block } from './dense-block.ts';

export interface BlockLimits {
  /** Smallest block that is told of. */
  readonly rows_min: number;
  readonly columns_min: number;
  /** Largest probability that it is chance, as its ln. */
  readonly log_chance_max: number;
  /** Blocks taken out one after another, told of or not. */
  readonly blocks_max: number;
  /** Blocks in a row that are not told of before the search ends: what is left is less dense. */
  readonly misses_max: number;
}

export type FoundBlock = Block & BlockChance;

/**
 * Blocks one after another: the densest is found and tightened, its edges are taken out, and so
 * on. Those too small, and those that chance may explain, are passed over; chance is that of the
 * graph itself unless the graph is a part of a larger one.
 */
export function denseBlocks(
  graph: Bipartite,
  limits: BlockLimits,
  chanceOf: (block: Block) => BlockChance = chanceIn(graph),
): FoundBlock[] {
  const judge = (block: Block): FoundBlock | null => {
    const { rows, columns } = block;
    if (rows.length < limits.rows_min || columns.length < limits.columns_min) return null;
    const chance = chanceOf(block);
    return chance.log_chance <= limits.log_chance_max ? { ...block, ...chance } : null;
  };
  const found: FoundBlock[] = [];
  let left = graph;
  for (let i = 0, misses = 0; i < limits.blocks_max && misses < limits.misses_max; i++) {
    const block = densestBlock(left);
    if (!block) break;
    const [tight, whole] = [tightenBlock(left, block), block].map((one) => judge(one));
    const told = tight ?? whole;
    if (told) found.push(told);
    misses = told ? 0 : misses + 1;
    left = withoutBlock(left, told ?? block);
  }
  return found;
}

/** The chance of blocks in a graph. */
export function chanceIn(graph: Bipartite): (block: Block) => BlockChance {
  const row = degreesOf(graph.rowOf, graph.rows);
  const column = degreesOf(graph.columnOf, graph.columns);
  return (block) => blockChance(graph, { row, column }, block);
}

/** The graph without the edges inside the block; weights stay those of the whole. */
function withoutBlock(graph: Bipartite, block: Block): Bipartite {
  const { rowOf, columnOf } = graph;
  const row = new Uint8Array(graph.rows);
  const column = new Uint8Array(graph.columns);
  for (const no of block.rows) row[no] = 1;
  for (const no of block.columns) column[no] = 1;
  const kept = rowOf.length - block.edges;
  const left = { ...graph, rowOf: new Int32Array(kept), columnOf: new Int32Array(kept) };
  let at = 0;
  for (let e = 0; e < rowOf.length; e++) {
    if (row[rowOf[e]!] && column[columnOf[e]!]) continue;
    left.rowOf[at] = rowOf[e]!;
    left.columnOf[at++] = columnOf[e]!;
  }
  return left;
}
