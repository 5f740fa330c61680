import type { SqlEngine } from '../../engine/sql-engine.ts';
import { bindAll } from './bind-sql.ts';
import type { Bound } from './bind-sql.ts';
import { lintNames } from './lint-names.ts';
import { lintTokens, parametersOf } from './lint-tokens.ts';
import { lintTree } from './lint-tree.ts';
import type { SqlGrounds, SqlProblem } from './problem.ts';
import { parseAll } from './syntax-tree.ts';
import type { Parsed, TreeNode } from './syntax-tree.ts';

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

/** A statement and what it may name. */
export interface SqlToLint {
  readonly sql: string;
  readonly grounds: SqlGrounds;
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
  const [linted] = await lintAll(engine, [{ sql, grounds }]);
  if (!linted) throw new TypeError('no answer to a statement');
  return linted;
}

/** Lints many statements with few round trips; the answers stand in their order. */
export async function lintAll(
  engine: SqlEngine,
  statements: readonly SqlToLint[],
): Promise<LintedSql[]> {
  const trees = await parseAll(
    engine,
    statements.map(({ sql }) => sql),
  );
  const read = statements.map((one, i) => lintParsed(one, trees[i] as Parsed));
  const sound = statements.filter((_, i) => read[i]?.problems.length === 0);
  const bound = new Map(zip(sound, await bindAll(engine, sound)));
  return statements.map((one, i) => {
    const linted = read[i] as LintedSql;
    const binding = bound.get(one);
    if (!binding) return linted;
    return binding.problem
      ? { ...linted, problems: [binding.problem], root: null }
      : { ...linted, columns: binding.columns };
  });
}

function zip<A, B>(some: readonly A[], others: readonly B[]): [A, B][] {
  return some.map((one, i) => [one, others[i] as B]);
}

/** All that can be told of a statement without names and types resolved. */
function lintParsed({ sql, grounds }: SqlToLint, parsed: Parsed): LintedSql {
  const parameters = parametersOf(sql);
  const byText = lintTokens(sql, new Set(Object.keys(grounds.parameters)));
  if (parsed.problem) {
    // What the text shows explains a syntax error better than the parser can.
    const problems = byText.length > 0 ? byText : [parsed.problem];
    return { problems, used: new Set(), parameters, columns: [], root: null };
  }
  const byTree = lintTree(sql, parsed.root, grounds.parameters);
  const { problems: byNames, used } = lintNames(sql, parsed.root, grounds.reads);
  const problems = distinct([...byText, ...byTree, ...byNames]);
  return {
    problems,
    used,
    parameters,
    columns: [],
    root: problems.length > 0 ? null : parsed.root,
  };
}

/** One problem for each place, the plainest: what the text shows, then the tree, then the names. */
function distinct(problems: readonly SqlProblem[]): SqlProblem[] {
  const byPlace = new Map(problems.toReversed().map((one) => [one.start, one]));
  return [...byPlace.values()].toSorted((a, b) => a.start - b.start);
}
