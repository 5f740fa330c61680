import type { SqlRow } from '../../engine/sql-engine.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Predicate } from '../../model/predicate.ts';
import type { Provision } from '../../model/provision.ts';
import { constantPeriods, contains } from '../periods.ts';
import type { Period } from '../periods.ts';
import { layoutOf, rowProgram } from './row-program.ts';
import type { RowProgram } from './row-program.ts';
import type { Times } from './times.ts';
import type { Slots } from './typed.ts';

/** Both statements of a row provision with the parameters of a stretch of its days. */
export interface PeriodJudge {
  readonly period: Period;
  /** The violating row, if this is one whose act falls into the period. */
  readonly test: (row: Slots) => SqlRow | null;
  /** The row with what it wants for, if this is one that cannot be decided. */
  readonly cannot_tell: (row: Slots) => SqlRow | null;
}

/** What rows are judged with, as a run's context says it. */
export interface JudgeContext {
  readonly as_of: string;
  readonly time_zone: string;
  readonly times: Times;
}

/**
 * Makes of a row provision what answers for one row as the SQL runner answers for a table, period
 * by period. None where the provision's duty begins after the day judged as of.
 */
export function rowJudges(provision: Provision, context: JudgeContext): PeriodJudge[] {
  const { row } = provision;
  if (row === null) throw new TypeError(`${provision.id} is not decided by one row`);
  if (provision.in_force.from > context.as_of) return [];
  return constantPeriods(provision).map((period) => ({
    period,
    test: asker(provision, row.test, period, context),
    cannot_tell: row.cannot_tell ? asker(provision, row.cannot_tell, period, context) : () => null,
  }));
}

function asker(
  provision: Provision,
  predicate: Predicate,
  period: Period,
  { as_of, time_zone, times }: JudgeContext,
): (row: Slots) => SqlRow | null {
  const values = { as_of, time_zone, parameters: period.parameters };
  const program = rowProgram(predicate, layoutOf(predicate.table), values, times);
  const undated = contains(period, as_of);
  const act = program.columns.find(({ name }) => name === 'act_on');
  return (row) => {
    try {
      if (!program.holds(row)) return null;
      const act_on = act?.read(row) ?? null;
      const inside = act_on === null ? undated : contains(period, String(act_on));
      return inside ? answerOf(program, row) : null;
    } catch (error) {
      throw failure(provision, error);
    }
  };
}

function answerOf({ columns }: RowProgram, row: Slots): SqlRow {
  const answer: Record<string, SqlRow[string]> = {};
  for (const { name, read } of columns) answer[name] = read(row);
  return answer;
}

/** As for a database that fails: an error is never a pass. */
function failure(provision: Provision, error: unknown): PolyprismError {
  const message = error instanceof Error ? error.message : String(error);
  return new PolyprismError(
    'provision.failed',
    { provision: provision.id, message },
    { file: provision.file, line: null, column: null },
  );
}
