import type { SqlEngine } from '../../engine/sql-engine.ts';
import { bindSql } from './bind-sql.ts';
import type { Bound } from './bind-sql.ts';
import { lintNames } from './lint-names.ts';
import { lintTokens, parametersOf } from './lint-tokens.ts';
import { lintTree } from './lint-tree.ts';
import type { SqlGrounds, SqlProblem } from './problem.ts';
import { parseSql } from './syntax-tree.ts';
import type { TreeNode } from './syntax-tree.ts';

export interface LintedSql {
  readonly problems: readonly SqlProblem[];
  /** 'table.column' of what it reads. */
  readonly used: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Columns of the result, in order; empty while there are problems. */
  readonly columns: readonly Bound[];
  /** Its parse tree; null while there are problems. */
  readonly root: TreeNode | null;
}

/**
 * Holds a statement against the portable subset: text, then tree, then names, then DuckDB's own
 * binder over tables that have the declared columns and no others.
 */
export async function lintSql(
  engine: SqlEngine,
  sql: string,
  grounds: SqlGrounds,
): Promise<LintedSql> {
  const parameters = parametersOf(sql);
  const byText = lintTokens(sql, new Set(Object.keys(grounds.parameters)));
  const parsed = await parseSql(engine, sql);
  if (parsed.problem) {
    // What the text shows explains a syntax error better than the parser can.
    const problems = byText.length > 0 ? byText : [parsed.problem];
    return { problems, used: new Set(), parameters, columns: [], root: null };
  }
  const byTree = lintTree(sql, parsed.root, grounds.parameters);
  const { problems: byNames, used } = lintNames(sql, parsed.root, grounds.reads);
  const problems = distinct([...byText, ...byTree, ...byNames]);
  if (problems.length > 0) return { problems, used, parameters, columns: [], root: null };
  const bound = await bindSql(engine, sql, grounds);
  return bound.problem
    ? { problems: [bound.problem], used, parameters, columns: [], root: null }
    : { problems, used, parameters, columns: bound.columns, root: parsed.root };
}

/** One problem for each place, the plainest: what the text shows, then the tree, then the names. */
function distinct(problems: readonly SqlProblem[]): SqlProblem[] {
  const byPlace = new Map(problems.toReversed().map((one) => [one.start, one]));
  return [...byPlace.values()].toSorted((a, b) => a.start - b.start);
}
