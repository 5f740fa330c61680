import type { SqlEngine } from '../engine/sql-engine.ts';
import { IssueLog } from '../model/issue.ts';
import type { Finding, Pack, Provision } from '../model/provision.ts';
import { asksForCalendar, attachCalendars } from './attach-calendars.ts';
import { compareOutcome } from './compare-outcome.ts';
import type { CaseDifference } from './compare-outcome.ts';
import { runnersDiffer } from './compare-runners.ts';
import type { RunContext } from './context.ts';
import { deriveTables, tablesRead } from './derive.ts';
import type { Deriver } from './derive.ts';
import { actFilter, evaluate } from './evaluate.ts';
import { currencyIn } from './needs.ts';
import { constantPeriods } from './periods.ts';
import { expandSql } from './sql/expand.ts';
import type { ProvisionTestCase, ProvisionTestFile, Undecided } from './test-file.ts';
import { fillTables, suppliedBy } from './test-tables.ts';

/** A case that did not come out as expected, with what was expected and what came. */
export interface TestFailure extends CaseDifference {
  readonly case: string;
}

/**
 * Runs a provision's cases through the real runner on tiny tables and compares exactly: the
 * breaching subjects (and whatever date and evidence a case states of them), the undecidable
 * subjects, and that those called ok are neither; a row provision by closures as well. Empty when
 * all hold.
 */
export async function testProvision(
  engine: SqlEngine,
  provision: Provision,
  tests: ProvisionTestFile,
  grounds = default_grounds,
): Promise<TestFailure[]> {
  const failures: TestFailure[] = [];
  for (const one of tests.cases) {
    await fillCase(engine, provision, one, grounds);
    const outcome = await outcomeOf(engine, provision, one, grounds);
    const differs = await runnersDiffer(engine, provision, one, grounds, outcome);
    const differences = [
      ...compareOutcome(provision, one, outcome),
      ...(differs === null ? [] : [differs]),
    ];
    failures.push(...differences.map((difference) => ({ case: one.name, ...difference })));
  }
  return failures;
}

/** What cases are judged with: the pack's zone, and how derived tables come about. */
export interface TestGrounds {
  readonly time_zone: string;
  readonly packs: readonly Pack[];
  readonly derivers: readonly Deriver[];
}

/** Cases say days, and those of the law of China in its zone. */
export const default_grounds: TestGrounds = {
  time_zone: 'Asia/Shanghai',
  packs: [],
  derivers: [],
};

/** Fills the tables a provision reads with a case's rows, and derives those it leaves to us. */
export async function fillCase(
  engine: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  { time_zone, packs, derivers }: TestGrounds,
): Promise<void> {
  const read = provision.reads.map(({ table }) => table);
  const sources = derivers
    .filter(({ table }) => read.includes(table))
    .flatMap((each) => each.reads);
  await fillTables(engine, one.tables, [...new Set([...read, ...sources])]);
  if (asksForCalendar(`${provision.test} ${provision.cannot_tell}`)) {
    await attachCalendars(engine, packs);
  }
  const currency = currencyIn(provision);
  const tables = suppliedBy(one);
  const issues = new IssueLog();
  const context = { as_of: one.as_of, time_zone, tables, currency, packs, issues };
  await deriveTables(engine, derivers, tablesRead([provision]), context);
}

/** What is not as one case expects; its tables have been filled. */
export async function checkCase(
  engine: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  grounds: TestGrounds,
): Promise<CaseDifference[]> {
  return compareOutcome(provision, one, await outcomeOf(engine, provision, one, grounds));
}

/** What a provision says of a case. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Undecidable subjects; needs when the whole data set cannot be judged. */
  readonly cannot_tell: readonly Undecided[];
}

/** Judges a case whose tables have been filled. */
export async function outcomeOf(
  engine: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  { time_zone }: TestGrounds,
): Promise<Outcome> {
  const context: RunContext = {
    as_of: one.as_of,
    time_zone,
    tables: suppliedBy(one),
    currency: currencyIn(provision),
    input_digests: [],
  };
  const { findings, undecided, needs } = await evaluate(engine, provision, context);
  if (undecided > 0)
    return { findings, cannot_tell: await undecidedSubjects(engine, provision, context) };
  const whole = provision.subject === 'data_set' ? 'data_set' : null;
  return { findings, cannot_tell: needs.map((need) => ({ subject: whole ?? need, needs: need })) };
}

async function undecidedSubjects(
  engine: SqlEngine,
  provision: Provision,
  { as_of, time_zone }: RunContext,
): Promise<Undecided[]> {
  const undecided: Undecided[] = [];
  for (const period of constantPeriods(provision)) {
    const { parameters } = period;
    const sql = expandSql(provision.cannot_tell ?? '', engine.dialect, {
      as_of,
      time_zone,
      calendar: provision.jurisdiction,
      parameters,
    });
    const rows = await engine.rows(
      `SELECT DISTINCT subject, needs FROM (\n${sql}\n) pp_rows WHERE ${actFilter(period, as_of)}`,
    );
    undecided.push(
      ...rows.map((row) => ({ subject: String(row['subject']), needs: String(row['needs']) })),
    );
  }
  return undecided;
}
