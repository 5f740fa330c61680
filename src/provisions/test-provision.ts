import { sqlText } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { IssueLog, compareText } from '../model/issue.ts';
import type { Finding, Pack, Provision } from '../model/provision.ts';
import { asksForCalendar, attachCalendars } from './attach-calendars.ts';
import { runnersDiffer } from './compare-runners.ts';
import type { RunContext } from './context.ts';
import { deriveTables, tablesRead } from './derive.ts';
import type { Deriver } from './derive.ts';
import { actFilter, evaluate } from './evaluate.ts';
import { currencyIn } from './needs.ts';
import { constantPeriods } from './periods.ts';
import { expandSql } from './sql/expand.ts';
import type {
  ExpectedBreach,
  ProvisionTestCase,
  ProvisionTestFile,
  Undecided,
} from './test-file.ts';
import { fillTables, suppliedBy } from './test-tables.ts';

/** A case that did not come out as expected, with what was expected and what came. */
export interface TestFailure {
  readonly case: string;
  readonly message: string;
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
    const messages = [
      ...compareOutcome(provision, one, outcome),
      ...(differs === null ? [] : [differs]),
    ];
    failures.push(...messages.map((message) => ({ case: one.name, message })));
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
): Promise<string[]> {
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

/** What came that was not expected, and what was expected and did not come. */
export function compareOutcome(
  provision: Provision,
  one: ProvisionTestCase,
  outcome: Outcome,
): string[] {
  const { expect } = one;
  const breaching = outcome.findings.map((finding) => finding.subject.id);
  const undecided = [...new Set(outcome.cannot_tell.map(({ subject }) => subject))];
  const messages = [
    difference(
      'breach',
      expect.breach.map(({ subject }) => subject),
      breaching,
    ),
    difference(
      'cannot_tell',
      expect.cannot_tell.map(({ subject }) => subject),
      undecided,
    ),
    ...expect.cannot_tell.map((expected) => needsDifference(expected, outcome.cannot_tell)),
  ].filter((message) => message !== null);
  const taken = new Set([...breaching, ...undecided]);
  for (const subject of expect.ok) {
    if (taken.has(subject)) messages.push(`ok: ${sqlText(subject)} is a breach or undecided`);
  }
  for (const expected of expect.breach) {
    const found = outcome.findings.filter((finding) => finding.subject.id === expected.subject);
    if (found.length === 0 || found.some((finding) => matches(finding, expected))) continue;
    const [seen] = found;
    messages.push(
      `${provision.id} breach ${expected.subject}: expected ` +
        `${canonicalJson({ ...expected.evidence, ...actOf(expected) })}, ` +
        `got ${canonicalJson(seen?.evidence ?? [])}`,
    );
  }
  return messages;
}

function actOf({ act_on }: ExpectedBreach): { act_on?: string | null } {
  return act_on === undefined ? {} : { act_on };
}

function matches(finding: Finding, expected: ExpectedBreach): boolean {
  if (expected.act_on !== undefined && finding.act_on !== expected.act_on) return false;
  return finding.evidence.some((row) =>
    Object.entries(expected.evidence).every(([column, value]) => row[column] === value),
  );
}

/** Where a case says what a subject wants for, that and nothing else must be asked for. */
function needsDifference({ subject, needs }: Undecided, seen: readonly Undecided[]): string | null {
  const asked = seen.filter((one) => one.subject === subject).map((one) => one.needs ?? '');
  return needs === null ? null : difference(`cannot_tell ${subject} needs`, [needs], asked);
}

function difference(
  what: string,
  expected: readonly string[],
  seen: readonly string[],
): string | null {
  const a = expected.toSorted(compareText);
  const b = seen.toSorted(compareText);
  if (canonicalJson(a) === canonicalJson(b)) return null;
  return `${what}: expected ${canonicalJson(a)}, got ${canonicalJson(b)}`;
}
