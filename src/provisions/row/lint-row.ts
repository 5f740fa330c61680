import type { Expression, Predicate } from '../../model/predicate.ts';
import type { Provision } from '../../model/provision.ts';
import { isDerived } from '../../model/tables.ts';
import { placeOfWord } from '../sql/lint-tree.ts';
import type { Bound } from '../sql/bind-sql.ts';
import type { SqlProblem } from '../sql/problem.ts';
import { locationOf, problemAt } from '../sql/syntax-tree.ts';
import type { TreeNode } from '../sql/syntax-tree.ts';
import { constantPeriods } from '../periods.ts';
import { fromSyntaxTree } from './from-syntax-tree.ts';
import { layoutOf, rowProgram } from './row-program.ts';
import type { RowProgram } from './row-program.ts';
import { nameOf } from './row-type.ts';
import { timesOf } from './times.ts';
import { RowTypeError } from './typed.ts';

/** A statement of a `check: row` provision as a predicate, or why it is none. */
export interface LintedRow {
  readonly predicate: Predicate | null;
  readonly problems: readonly SqlProblem[];
}

/**
 * Holds a sound statement against what one row can decide: its subject's table alone, and
 * expressions of which a closure says what the database says, in the types the database gives.
 */
export function lintRow(
  sql: string,
  root: TreeNode,
  provision: Provision,
  columns: readonly Bound[],
): LintedRow {
  const { predicate, beyond, nodes } = fromSyntaxTree(root);
  if (!predicate) {
    const problems = beyond.map(({ node, construct, words = [] }) => {
      const places = words.map((word) => placeOfWord(sql, word, -1));
      const start = places.find((at) => at >= 0) ?? locationOf(sql, node) ?? 0;
      return problemAt(sql, 'sql.not_row', { construct }, start);
    });
    return { predicate: null, problems };
  }
  const { table } = predicate;
  if (table !== provision.subject || isDerived(table)) {
    const { subject } = provision;
    const start = placeOfWord(sql, 'FROM', 0);
    const problem = problemAt(sql, 'sql.row_subject', { table, subject }, start);
    return { predicate: null, problems: [problem] };
  }
  const problem = typeProblem(sql, predicate, provision, columns, nodes);
  return problem ? { predicate: null, problems: [problem] } : { predicate, problems: [] };
}

/** What is wrong with the types under any of the values the parameters ever have. */
function typeProblem(
  sql: string,
  predicate: Predicate,
  provision: Provision,
  columns: readonly Bound[],
  nodes: ReadonlyMap<Expression, TreeNode>,
): SqlProblem | null {
  const times = timesOf('UTC', []);
  for (const { parameters } of constantPeriods(provision)) {
    const values = { as_of: '2000-01-01', time_zone: 'UTC', parameters };
    try {
      const program = rowProgram(predicate, layoutOf(predicate.table), values, times);
      const other = otherType(program, columns);
      if (other !== null) {
        return problemAt(sql, 'sql.row_type', { reason: other }, placeOfWord(sql, 'SELECT', 0));
      }
    } catch (error) {
      if (!(error instanceof RowTypeError)) throw error;
      const node = nodes.get(error.expression);
      const start = (node && locationOf(sql, node)) ?? 0;
      return problemAt(sql, 'sql.row_type', { reason: error.message }, start);
    }
  }
  return null;
}

/** A column of the result that the database types otherwise; digits of a DECIMAL aside. */
function otherType(program: RowProgram, columns: readonly Bound[]): string | null {
  const bare = (type: string): string => type.replace(/\(.*/, '');
  for (const [i, { name, type }] of program.columns.entries()) {
    const seen = columns[i]?.type ?? '';
    if (type.kind === 'null' || bare(seen) === bare(nameOf(type))) continue;
    return `${name} ${seen} / ${nameOf(type)}`;
  }
  return null;
}
