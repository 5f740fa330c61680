import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Provision } from '../model/provision.ts';
import type { RunContext } from './context.ts';
import { statementSql, testSql, undecidedSql } from './evaluate.ts';
import type { Wrap } from './evaluate.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods, contains } from './periods.ts';
import type { Period } from './periods.ts';
import { appliedById } from './run.ts';
import type { Applied } from './sieves.ts';
import { actsUnder, hasTwoLaws, isOtherLaw, laterSql, lawOn } from './two-laws.ts';

/** A statement of a run, known before the run: only whether it is asked hangs on others' rows. */
export interface Statement {
  readonly version: Provision;
  readonly sql: string;
  /** Asked where one of these, by place from 0, gave rows, or where none did; null: always. */
  readonly when: { readonly of: readonly number[]; readonly rows: 'some' | 'none' } | null;
}

/**
 * Every statement that `runProvisions` may ask an engine that shares no scans, in its order, and
 * after which answers. Where one is asked for a finding of some kind, any row is reason enough
 * here: too many are asked, never too few.
 */
export function allStatements(
  dialect: SqlEngine['dialect'],
  provisions: readonly Provision[],
  context: RunContext,
): Statement[] {
  const all: Statement[] = [];
  const add: Add = (version, period, wrap, when) => {
    const sql = statementSql(dialect, version, period, context, wrap);
    if (sql !== null) all.push({ version, sql, when });
  };
  const ask = (version: Provision, period: Period): number => {
    const at = all.length;
    add(version, period, testSql, null);
    const when = version.subject === 'data_set' ? ({ of: [at], rows: 'none' } as const) : null;
    add(version, period, undecidedSql, when);
    return at;
  };
  for (const applied of appliedById(provisions).values()) {
    const tests = applied
      .filter(({ version }) => isAsked(version, context))
      .map((one) => ({
        ...one,
        asked: constantPeriods(one.version, one.days).map((period) => ({
          period,
          at: ask(one.version, period),
        })),
      }));
    const versions = applied.map(({ version }) => version);
    for (const one of tests) compareLaws(one, versions, context, add);
  }
  return all;
}

type Add = (version: Provision, period: Period, wrap: Wrap, when: Statement['when']) => void;

interface Asked extends Applied {
  readonly asked: readonly { readonly period: Period; readonly at: number }[];
}

function isAsked(version: Provision, context: RunContext): boolean {
  return version.in_force.from <= context.as_of && missingNeeds(version, context).length === 0;
}

/** What the law of the day judged as of says of acts that another law found. */
function compareLaws(
  { version, asked }: Asked,
  versions: readonly Provision[],
  context: RunContext,
  add: Add,
): void {
  const today = lawOn(versions, context.as_of);
  if (!hasTwoLaws(version) || today === null) return;
  if (missingNeeds(today.version, context).length > 0) return;
  for (const acts of constantPeriods(version)) {
    if (!isOtherLaw(version, acts, today, context.as_of)) continue;
    const of = asked.filter(({ period }) => contains(acts, period.from)).map(({ at }) => at);
    if (of.length === 0) continue;
    for (const part of ['test', 'cannot_tell'] as const) {
      add(today.version, actsUnder(today, acts), laterSql[part], { of, rows: 'some' });
    }
  }
}
