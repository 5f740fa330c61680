import type { Bipartite, Neighbours } from './bipartite.ts';
import { neighboursOf } from './bipartite.ts';
import type { Block } from './dense-block.ts';

/** Rounds after which a set that still changes is taken as it is. */
const ROUNDS_MAX = 10;

/** Least share of a listing's buyers that are of the ring; below it the listing is camouflage. */
const OWN_SHARE_MIN = 0.1;

/**
 * One ring out of a block: from the buyers of the listing that is most the block's own, the
 * listings that at least half of them bought (best sellers aside), then the buyers of at least
 * half of those, and so on until nothing changes. Two rings of like density come out of peeling as
 * one block, and members who bought a little less are left out of it; this parts the first and
 * takes in the second. The block may come out empty. Linear in the edges of the nodes visited.
 */
export function tightenBlock(graph: Bipartite, block: Block): Block {
  const near = neighboursOf(graph);
  let columns = [ownColumn(graph, near, block)];
  let rows: number[] = [];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const nextRows = sharedByHalf(near, columns, 0);
    const nextColumns = sharedByHalf(near, nextRows, OWN_SHARE_MIN);
    if (same(rows, nextRows) && same(columns, nextColumns)) break;
    [rows, columns] = [nextRows, nextColumns];
  }
  return between(graph, near, rows, columns);
}

/** Nodes that at least half of the given ones touch and of whose edges that share is theirs. */
function sharedByHalf(
  { start, at }: Neighbours,
  nodes: readonly number[],
  ownShare: number,
): number[] {
  const touched = new Map<number, number>();
  for (const node of nodes) {
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      touched.set(at[i]!, (touched.get(at[i]!) ?? 0) + 1);
    }
  }
  return [...touched]
    .filter(([node, count]) => {
      const all = start[node + 1]! - start[node]!;
      return 2 * count >= nodes.length && count >= ownShare * all;
    })
    .map(([node]) => node)
    .toSorted((a, b) => a - b);
}

/**
 * The node of the column whose buyers are most the block's own: edges inside squared over all its
 * edges, the first of equals. A best seller may touch every member and says nothing of any.
 */
function ownColumn({ rows }: Bipartite, { start, at }: Neighbours, block: Block): number {
  const inside = new Set(block.rows);
  let best = { node: -1, share: -1 };
  for (const column of block.columns) {
    const node = rows + column;
    let edges = 0;
    for (let i = start[node]!; i < start[node + 1]!; i++) if (inside.has(at[i]!)) edges++;
    const share = (edges * edges) / (start[node + 1]! - start[node]!);
    if (share > best.share) best = { node, share };
  }
  return best.node;
}

function between(
  graph: Bipartite,
  { start, at }: Neighbours,
  rows: readonly number[],
  columns: readonly number[],
): Block {
  const inside = new Set(columns);
  let edges = 0;
  let weight = 0;
  for (const row of rows) {
    for (let i = start[row]!; i < start[row + 1]!; i++) {
      if (!inside.has(at[i]!)) continue;
      edges++;
      weight += graph.columnWeight[at[i]! - graph.rows]!;
    }
  }
  const numbers = columns.map((node) => node - graph.rows);
  return { rows: Int32Array.from(rows), columns: Int32Array.from(numbers), edges, weight };
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((node, i) => node === b[i]);
}
