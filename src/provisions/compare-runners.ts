import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { compareText } from '../model/issue.ts';
import type { RowForm } from '../model/predicate.ts';
import type { Provision } from '../model/provision.ts';
import { columnsOf, shapeOf } from '../model/tables.ts';
import type { CaseDifference } from './compare-outcome.ts';
import { byPlace } from './evaluate.ts';
import { findingsOf } from './findings.ts';
import { currencyIn, missingNeeds } from './needs.ts';
import { readInstant } from './row/instant-text.ts';
import { rowReader } from './row/read-row.ts';
import { rowJudges } from './row/row-judge.ts';
import type { RowInput } from './row/row-judge.ts';
import { calendarOf, timesOf } from './row/times.ts';
import type { ProvisionTestCase, Undecided } from './test-file.ts';
import type { Outcome, TestGrounds } from './test-provision.ts';
import { suppliedBy } from './test-tables.ts';

/** How the closures of a row provision judge a case otherwise than its SQL does; null if alike. */
export async function runnersDiffer(
  engine: SqlEngine,
  provision: Provision,
  one: ProvisionTestCase,
  grounds: TestGrounds,
  bySql: Outcome,
): Promise<CaseDifference | null> {
  const { row } = provision;
  if (row === null) return null;
  const found = { hits: await hitsIn(engine, row), facts: await factsIn(engine, row) };
  const byRow = rowOutcome(provision, row, one, grounds, found);
  const [expected, seen] = [told(bySql), told(byRow)];
  if (expected === seen) return null;
  const message = `check: row: SQL says ${expected}, the closures ${seen}`;
  return { about: 'runners', subject: null, expected, got: seen, message };
}

/** Judges a case row by row, without a database. */
function rowOutcome(
  provision: Provision,
  form: RowForm,
  one: ProvisionTestCase,
  { time_zone, packs }: TestGrounds,
  { hits, facts }: { readonly hits: readonly SqlRow[]; readonly facts: readonly SqlRow[] },
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
  const table = form.test[0]?.table ?? 'review';
  const key = shapeOf(table).key ?? '';
  const readers = {
    row: rowReader(table, readInstant),
    hit: rowReader('screening_hit'),
    fact: rowReader('classification'),
  };
  const inputs = (one.tables[table] ?? []).map((record): RowInput => {
    const own = hits.filter(
      ({ subject_table, subject_id }) => subject_table === table && subject_id === record[key],
    );
    return {
      row: readers.row.read(record).row,
      hits: own.map((hit) => readers.hit.read(hit).row),
      facts: new Map(
        facts
          .filter(({ subject_id }) => subject_id === record[key])
          .map((fact) => [String(fact['provision']), readers.fact.read(fact).row]),
      ),
    };
  });
  const times = timesOf(time_zone, calendarOf(packs, provision.jurisdiction));
  const judges = rowJudges(provision, { as_of, time_zone, times });
  const findings = judges.flatMap(({ period, test }) => {
    const answers = inputs.flatMap(test);
    const rows = answers.map(({ subject, evidence }) => ({ subject, ...evidence }));
    return findingsOf(provision, period, rows, context);
  });
  const cannot_tell = judges
    .flatMap((judge) => inputs.flatMap(judge.cannot_tell))
    .map(({ subject, evidence }) => ({ subject, needs: String(evidence['needs']) }));
  return { findings: findings.toSorted(byPlace), cannot_tell };
}

/** Terms found in the case's texts: what the engine was given, or has derived. */
async function hitsIn(engine: SqlEngine, form: RowForm): Promise<SqlRow[]> {
  const asked = [...form.test, ...form.cannot_tell].some(({ hits }) => hits);
  if (!asked) return [];
  const columns = [...columnsOf('screening_hit').keys()];
  return await engine.rows(`SELECT ${columns.join(', ')} FROM screening_hit`);
}

/** What the case's rows are classified as: given with the case, or derived. */
async function factsIn(engine: SqlEngine, form: RowForm): Promise<SqlRow[]> {
  const asked = [...form.test, ...form.cannot_tell].some(({ classified }) => classified);
  if (!asked) return [];
  const columns = [...columnsOf('classification').keys()];
  return await engine.rows(`SELECT ${columns.join(', ')} FROM classification`);
}

function told({ findings, cannot_tell }: Outcome): string {
  const asked = new Set(cannot_tell.map((one: Undecided) => canonicalJson(one)));
  return canonicalJson({ findings, cannot_tell: [...asked].toSorted(compareText) });
}
