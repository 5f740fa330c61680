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

/** A statement of a `check: row` provision in the predicate form, or why it is none. */
export interface LintedRow {
  readonly predicates: readonly Predicate[] | null;
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
  const { predicates, beyond, nodes } = fromSyntaxTree(root);
  if (!predicates) {
    const problems = beyond.map(({ node, construct, words = [] }) => {
      const places = words.map((word) => placeOfWord(sql, word, -1));
      const start = places.find((at) => at >= 0) ?? locationOf(sql, node) ?? 0;
      return problemAt(sql, 'sql.not_row', { construct }, start);
    });
    return { predicates: null, problems };
  }
  const { subject } = provision;
  const other = predicates.find(({ table }) => table !== subject || isDerived(table));
  if (other) {
    const start = placeOfWord(sql, 'FROM', 0);
    const problem = problemAt(sql, 'sql.row_subject', { table: other.table, subject }, start);
    return { predicates: null, problems: [problem] };
  }
  const problems = predicates
    .map((one) => typeProblem(sql, one, provision, columns, nodes))
    .filter((one) => one !== null);
  return { predicates: problems.length > 0 ? null : predicates, problems };
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
