import type { DuckDb } from '../engine/duckdb.ts';
import { analyseTree } from './analyse-tree.ts';
import type { Tree } from './analyse-tree.ts';
import { compareTrees } from './sql/compare-trees.ts';
import type { ForestSite } from './sql/forest-site.ts';
import { sqlTree } from './sql/sql-tree.ts';
import type { TreeSource } from './sql/sql-tree.ts';

/** The forest in SQL: in place of the kernels, or beside them so that each checks the other. */
export interface SqlForestChoice {
  readonly by: 'sql' | 'both';
  readonly site: ForestSite;
}

/** One tree by kernels, by SQL, or by both; then network.forests_differ where they disagree. */
export async function growTree(
  engine: DuckDb,
  source: TreeSource,
  choice: SqlForestChoice | undefined,
): Promise<Tree> {
  const { name, parent, joinedDay, tiedDay, money } = source;
  if (choice?.by === 'sql') return await sqlTree(engine, choice.site, source);
  // Repairs are made in place: whoever comes second has to see the claims too.
  const claimed = choice && { ...source, parent: parent.slice() };
  const tree = analyseTree(name, parent, joinedDay, tiedDay, money);
  if (claimed) await compareTrees(engine, tree, await sqlTree(engine, choice.site, claimed));
  return tree;
}
