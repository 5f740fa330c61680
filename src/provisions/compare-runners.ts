import { canonicalJson } from '../evidence/canonical-json.ts';
import { compareText } from '../model/issue.ts';
import type { RowForm } from '../model/predicate.ts';
import type { Provision } from '../model/provision.ts';
import { byPlace } from './evaluate.ts';
import { findingsOf } from './findings.ts';
import { currencyIn, missingNeeds } from './needs.ts';
import { rowReader } from './row/read-row.ts';
import { rowJudges } from './row/row-judge.ts';
import { calendarOf, timesOf } from './row/times.ts';
import type { ProvisionTestCase, Undecided } from './test-file.ts';
import type { Outcome, TestGrounds } from './test-provision.ts';
import { suppliedBy } from './test-tables.ts';

/** How the closures of a row provision judge a case otherwise than its SQL does; null if alike. */
export function runnersDiffer(
  provision: Provision,
  one: ProvisionTestCase,
  grounds: TestGrounds,
  bySql: Outcome,
): string | null {
  const { row } = provision;
  if (row === null) return null;
  const byRow = rowOutcome(provision, row, one, grounds);
  const [expected, seen] = [told(bySql), told(byRow)];
  return expected === seen ? null : `check: row: SQL says ${expected}, the closures ${seen}`;
}

/** Judges a case row by row, without a database. */
function rowOutcome(
  provision: Provision,
  form: RowForm,
  one: ProvisionTestCase,
  { time_zone, packs }: TestGrounds,
): Outcome {
  const { as_of } = one;
  const tables = suppliedBy(one);
  const context = { as_of, time_zone, tables, currency: currencyIn(provision), input_digests: [] };
  if (provision.in_force.from > as_of) return { findings: [], cannot_tell: [] };
  const missing = missingNeeds(provision, context);
  if (missing.length > 0) {
    const cannot_tell = missing.map((need) => ({ subject: need, needs: need }));
    return { findings: [], cannot_tell };
  }
  const { table } = form.test;
  const { read } = rowReader(table);
  const rows = (one.tables[table] ?? []).map((record) => read(record).row);
  const times = timesOf(time_zone, calendarOf(packs, provision.jurisdiction));
  const judges = rowJudges(provision, { as_of, time_zone, times });
  const findings = judges.flatMap(({ period, test }) => {
    const breaching = rows.flatMap((row) => {
      const answer = test(row);
      return answer ? [{ subject: answer.subject, ...answer.evidence }] : [];
    });
    return findingsOf(provision, period, breaching, context);
  });
  const cannot_tell = judges
    .flatMap((judge) => rows.map(judge.cannot_tell))
    .filter((row) => row !== null)
    .map(({ subject, evidence }) => ({ subject, needs: String(evidence['needs']) }));
  return { findings: findings.toSorted(byPlace), cannot_tell };
}

function told({ findings, cannot_tell }: Outcome): string {
  const asked = new Set(cannot_tell.map((one: Undecided) => canonicalJson(one)));
  return canonicalJson({ findings, cannot_tell: [...asked].toSorted(compareText) });
}
