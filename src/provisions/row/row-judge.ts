import { PolyprismError } from '../../model/issue.ts';
import type { Predicate } from '../../model/predicate.ts';
import type { EvidenceValue, InForce, Provision } from '../../model/provision.ts';
import type { EvidenceRow } from '../explain.ts';
import { constantPeriods, contains } from '../periods.ts';
import type { Period } from '../periods.ts';
import { layoutOf, rowProgram } from './row-program.ts';
import type { Times } from './times.ts';
import type { Slots } from './typed.ts';

/** A record as it is judged: its row, and what belongs to it. */
export interface RowInput {
  readonly row: Slots;
  /** A row of `screening_hit` for each term found in its texts. */
  readonly hits: readonly Slots[];
  /** Its rows of `classification`, by provision. */
  readonly facts: ReadonlyMap<string, Slots>;
}

/** Both statements of a row provision with the parameters of a stretch of its days. */
export interface PeriodJudge {
  readonly period: Period;
  /** Whether the act of the row falls into the period, as far as the row says. */
  readonly applies: (row: Slots) => boolean;
  /** What makes the row a violating one, if its act falls into the period. */
  readonly test: (input: RowInput) => readonly RowAnswer[];
  /** What keeps the row from being decided. */
  readonly cannot_tell: (input: RowInput) => readonly RowAnswer[];
}

/** A row of a statement's result. */
export interface RowAnswer {
  readonly subject: string;
  /** All columns but the subject. */
  readonly evidence: EvidenceRow & { readonly act_on: string | null };
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
export function rowJudges(
  provision: Provision,
  context: JudgeContext,
  days: readonly InForce[] = [provision.in_force],
): PeriodJudge[] {
  const { row } = provision;
  if (row === null) throw new TypeError(`${provision.id} is not decided by one row`);
  if (provision.in_force.from > context.as_of) return [];
  return constantPeriods(provision, days).map((period) => {
    const asking = (one: Predicate): Asker => asker(provision, one, period, context);
    const [test, doubt] = [row.test.map(asking), row.cannot_tell.map(asking)];
    const plain = [...doubt, ...test].find(({ alone }) => alone) ?? test[0];
    const applies = plain?.applies ?? (() => true);
    return { period, applies, test: together(test), cannot_tell: together(doubt) };
  });
}

interface Asker {
  /** What besides its columns it reads of the row. */
  readonly belonging: (input: RowInput) => readonly Slots[];
  /** Nothing but its columns. */
  readonly alone: boolean;
  readonly applies: PeriodJudge['applies'];
  readonly ask: (row: Slots) => RowAnswer | null;
}

const nothing: readonly RowAnswer[] = [];

/** The rows of all SELECTs of a statement. */
function together(askers: readonly Asker[]): PeriodJudge['test'] {
  const [only, ...more] = askers;
  if (only && more.length === 0 && only.alone) {
    return ({ row }) => {
      const answer = only.ask(row);
      return answer ? [answer] : nothing;
    };
  }
  return (input) => {
    let answers = nothing;
    for (const { alone, belonging, ask } of askers) {
      if (alone) {
        const answer = ask(input.row);
        if (answer) answers = answers.concat(answer);
        continue;
      }
      for (const other of belonging(input)) {
        const answer = ask(input.row.concat(other));
        if (answer) answers = answers.concat(answer);
      }
    }
    return answers;
  };
}

function asker(
  provision: Provision,
  predicate: Predicate,
  period: Period,
  { as_of, time_zone, times }: JudgeContext,
): Asker {
  const values = { as_of, time_zone, parameters: period.parameters };
  const program = rowProgram(predicate, layoutOf(predicate.table), values, times);
  const [subject, act, ...others] = program.columns;
  const undated = contains(period, as_of);
  const dayOf = (row: Slots): string | null => {
    const day = act?.read(row) ?? null;
    return day === null ? null : String(day);
  };
  const isInside = (day: string | null): boolean =>
    day === null ? undated : contains(period, day);
  const ask = (row: Slots): RowAnswer | null => {
    try {
      if (!program.holds(row)) return null;
      const act_on = dayOf(row);
      if (!isInside(act_on)) return null;
      const evidence: Record<string, EvidenceValue> & { act_on: string | null } = { act_on };
      for (const { name, read } of others) evidence[name] = read(row);
      return { subject: String(subject?.read(row)), evidence };
    } catch (error) {
      throw failure(provision, error);
    }
  };
  const { hits, classified } = predicate;
  return {
    belonging: hits ? hitsOf : ({ facts }) => factOf(facts, classified),
    alone: !hits && classified === undefined,
    applies: (row) => isInside(dayOf(row)),
    ask,
  };
}

function hitsOf({ hits }: RowInput): readonly Slots[] {
  return hits;
}

function factOf(facts: RowInput['facts'], provision = ''): readonly Slots[] {
  const fact = facts.get(provision);
  return fact ? [fact] : [];
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
