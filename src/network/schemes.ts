import type { DuckDb } from '../engine/duckdb.ts';
import { limits } from '../model/limits.ts';
import type { TreeSummary } from '../model/network.ts';
import type { Tree } from './analyse-tree.ts';
import { ROOT } from './forest.ts';
import { numbersOf } from './write-tables.ts';

type Scheme = TreeSummary['schemes'][number];

/** The largest structures of a tree, with their heads per level; a lone root is none. */
export async function listSchemes(engine: DuckDb, tree: Tree): Promise<Scheme[]> {
  const rows = await engine.rows(`
    SELECT n.member_no, m.member_id, n.people, n.levels
    FROM ${numbersOf(tree)} n JOIN member m ON m.member_no = n.member_no
    WHERE n.parent_no = ${ROOT} AND n.people > 1
    ORDER BY n.people DESC, n.levels DESC, m.member_id
    LIMIT ${limits.network_schemes_max}`);
  const heads = headsPerLevel(
    tree,
    rows.map((row) => Number(row['member_no'])),
  );
  return rows.map((row, i) => ({
    root_id: String(row['member_id']),
    people: Number(row['people']),
    levels: Number(row['levels']),
    people_per_level: heads[i]!,
  }));
}

/** Heads per level of some structures, in one pass over all members. */
function headsPerLevel(tree: Tree, roots: readonly number[]): number[][] {
  const NOT_WANTED = 0;
  const slot = new Uint8Array(tree.rootNo.length);
  roots.forEach((root, i) => (slot[root] = i + 1));
  const heads = roots.map((): number[] => []);
  tree.rootNo.forEach((root, node) => {
    const wanted = slot[root]!;
    if (wanted === NOT_WANTED) return;
    const counts = heads[wanted - 1]!;
    const index = tree.level[node]! - 1;
    counts[index] = (counts[index] ?? 0) + 1;
  });
  // Nodes come parents first, not level by level, so holes fill up in any order but do fill up.
  return heads;
}
