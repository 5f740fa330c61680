import { sqlText } from '../engine/duckdb.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { compareText } from '../model/issue.ts';
import type { JsonValue } from '../model/json.ts';
import type { Finding, Provision } from '../model/provision.ts';
import type { ExpectedBreach, ProvisionTestCase, Undecided } from './test-file.ts';
import type { Outcome } from './test-provision.ts';

/** In what a case did not come out as expected. */
export interface CaseDifference {
  /** Subjects in breach or undecided, what one wants for, its evidence, the two runners. */
  readonly about: 'breach' | 'cannot_tell' | 'needs' | 'evidence' | 'ok' | 'runners';
  /** Whom it is about; null for the case as a whole. */
  readonly subject: string | null;
  readonly expected: JsonValue;
  readonly got: JsonValue;
  /** The same in one line. */
  readonly message: string;
}

/** What came that was not expected, and what was expected and did not come. */
export function compareOutcome(
  provision: Pick<Provision, 'id'>,
  { expect }: ProvisionTestCase,
  outcome: Outcome,
): CaseDifference[] {
  const breaching = outcome.findings.map((finding) => finding.subject.id);
  const undecided = [...new Set(outcome.cannot_tell.map(({ subject }) => subject))];
  const taken = new Set([...breaching, ...undecided]);
  return [
    ...subjectsDiffer('breach', expect.breach, breaching),
    ...subjectsDiffer('cannot_tell', expect.cannot_tell, undecided),
    ...expect.cannot_tell.flatMap((one) => needsDiffer(one, outcome.cannot_tell)),
    ...expect.ok
      .filter((subject) => taken.has(subject))
      .map((subject) => ({
        about: 'ok' as const,
        subject,
        expected: 'no_breach',
        got: breaching.includes(subject) ? 'breach' : 'cannot_tell',
        message: `ok: ${sqlText(subject)} is a breach or undecided`,
      })),
    ...expect.breach.flatMap((one) => evidenceDiffers(provision, one, outcome.findings)),
  ];
}

function subjectsDiffer(
  about: 'breach' | 'cannot_tell',
  wanted: readonly { readonly subject: string }[],
  seen: readonly string[],
): CaseDifference[] {
  const subjects = wanted.map(({ subject }) => subject);
  return listsDiffer({ about, subject: null }, about, subjects, seen);
}

/** Where a case says what a subject wants for, that and nothing else must be asked for. */
function needsDiffer({ subject, needs }: Undecided, seen: readonly Undecided[]): CaseDifference[] {
  if (needs === null) return [];
  const asked = seen.filter((one) => one.subject === subject).map((one) => one.needs ?? '');
  const what = { about: 'needs', subject } as const;
  return listsDiffer(what, `cannot_tell ${subject} needs`, [needs], asked);
}

function listsDiffer(
  what: Pick<CaseDifference, 'about' | 'subject'>,
  name: string,
  wanted: readonly string[],
  seen: readonly string[],
): CaseDifference[] {
  const expected = wanted.toSorted(compareText);
  const got = seen.toSorted(compareText);
  const [a, b] = [canonicalJson(expected), canonicalJson(got)];
  return a === b ? [] : [{ ...what, expected, got, message: `${name}: expected ${a}, got ${b}` }];
}

function evidenceDiffers(
  { id }: Pick<Provision, 'id'>,
  wanted: ExpectedBreach,
  findings: readonly Finding[],
): CaseDifference[] {
  const { subject } = wanted;
  const found = findings.filter((finding) => finding.subject.id === subject);
  if (found.length === 0 || found.some((finding) => matches(finding, wanted))) return [];
  const expected = { ...wanted.evidence, ...actOf(wanted) };
  const got = (found[0]?.evidence ?? []).map((row) => ({ ...row }));
  const [a, b] = [canonicalJson(expected), canonicalJson(got)];
  const message = `${id} breach ${subject}: expected ${a}, got ${b}`;
  return [{ about: 'evidence', subject, expected, got, message }];
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
