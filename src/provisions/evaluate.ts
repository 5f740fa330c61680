import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { PolyprismError, compareText } from '../model/issue.ts';
import type { Finding, InForce, Provision } from '../model/provision.ts';
import type { RunContext } from './context.ts';
import { findingsOf } from './findings.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods, contains } from './periods.ts';
import type { Period } from './periods.ts';
import type { Sieves } from './sieves.ts';
import { expandSql } from './sql/expand.ts';

/** What one version of a provision says about the data. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Subjects that could not be decided. */
  readonly undecided: number;
  /** What would have allowed an answer; empty when everything was decided. */
  readonly needs: readonly string[];
}

/**
 * Evaluates one version of a provision on a snapshot attached to the engine, on the acts of the
 * days on which it applies: its whole time in force, unless a higher text takes some.
 */
export async function evaluate(
  engine: SqlEngine,
  provision: Provision,
  context: RunContext,
  days: readonly InForce[] = [provision.in_force],
  sieves: Pick<Sieves, 'before'> = { before: () => '' },
): Promise<Evaluation> {
  // A duty that begins later than the day judged as of cannot have been broken yet.
  if (provision.in_force.from > context.as_of) return { findings: [], undecided: 0, needs: [] };
  const missing = missingNeeds(provision, context);
  if (missing.length > 0) return { findings: [], undecided: 0, needs: missing };
  const findings: Finding[] = [];
  const needs = new Set<string>();
  let undecided = 0;
  for (const period of constantPeriods(provision, days)) {
    const test = after(sieves.before(provision, period, 'test'), testSql);
    const rows = await ask(engine, provision, period, context, test);
    findings.push(...findingsOf(provision, period, rows, context));
    // The data set as a whole is one subject: in breach, it is decided.
    if (provision.subject === 'data_set' && rows.length > 0) continue;
    const doubt = after(sieves.before(provision, period, 'cannot_tell'), undecidedSql);
    for (const row of await ask(engine, provision, period, context, doubt)) {
      if (row['needs'] === null) undecided += Number(row['subjects']);
      else needs.add(String(row['needs']));
    }
  }
  findings.sort(byPlace);
  return { findings, undecided, needs: [...needs].toSorted(compareText) };
}

/** Subject, then day, then id: the same order on every machine. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.subject.id, b.subject.id) ||
    compareText(a.act_on ?? '', b.act_on ?? '') ||
    compareText(a.id, b.id)
  );
}

/** Makes a statement of a provision's SQL and the filter on its acts; null for none. */
export type Wrap = (provision: Provision, filter: string) => string | null;

/** The statement with something put before it. */
function after(before: string, wrap: Wrap): Wrap {
  return (provision, filter) => {
    const sql = wrap(provision, filter);
    return sql === null ? null : before + sql;
  };
}

/** The violating rows whose act falls into the period. */
export const testSql: Wrap = ({ test }, filter) =>
  `SELECT * FROM (\n${test}\n) pp_rows WHERE ${filter}`;

/** Each need, and in the row without one how many subjects are undecided in all. */
export const undecidedSql: Wrap = ({ cannot_tell }, filter) =>
  cannot_tell === null
    ? null
    : `SELECT needs, count(DISTINCT subject) AS subjects FROM (\n${cannot_tell}\n) pp_rows
       WHERE ${filter} GROUP BY GROUPING SETS ((needs), ())`;

/** Asks one statement of a provision with the parameters of a period, on its acts alone. */
export async function ask(
  engine: SqlEngine,
  provision: Provision,
  period: Period,
  context: RunContext,
  wrap: Wrap,
): Promise<SqlRow[]> {
  const sql = statementSql(engine.dialect, provision, period, context, wrap);
  if (sql === null) return [];
  try {
    return await engine.rows(sql);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PolyprismError(
      'provision.failed',
      { provision: provision.id, message },
      { file: provision.file, line: null, column: null },
    );
  }
}

/** The statement as one engine reads it: nothing in it hangs on what others found. */
export function statementSql(
  dialect: SqlEngine['dialect'],
  provision: Provision,
  period: Period,
  { as_of, time_zone }: Pick<RunContext, 'as_of' | 'time_zone'>,
  wrap: Wrap,
): string | null {
  const { jurisdiction: calendar } = provision;
  const { parameters } = period;
  const sql = wrap(provision, actFilter(period, as_of));
  return sql && expandSql(sql, dialect, { as_of, time_zone, calendar, parameters });
}

/** Acts in the period; those without a date are judged by the law of the day judged as of. */
export function actFilter(period: Period, as_of: string): string {
  const from = `act_on >= DATE ${sqlText(period.from)}`;
  const to = period.to === null ? '' : ` AND act_on <= DATE ${sqlText(period.to)}`;
  return `(${from}${to})${contains(period, as_of) ? ' OR act_on IS NULL' : ''}`;
}
