import type { SqlEngine } from '../engine/sql-engine.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Provision } from '../model/provision.ts';
import type { Deriver } from '../provisions/derive.ts';
import { knowsItsFirstDay, mutantsOf, survivingMutants } from '../provisions/mutants.ts';
import { compareOutcome } from '../provisions/compare-outcome.ts';
import { runnersDiffer } from '../provisions/compare-runners.ts';
import { missingCases } from '../provisions/test-coverage.ts';
import type { CaseKind } from '../provisions/test-coverage.ts';
import type { ProvisionTestCase, ProvisionTestFile } from '../provisions/test-file.ts';
import { default_grounds, fillCase, outcomeOf } from '../provisions/test-provision.ts';
import type { Outcome, TestFailure, TestGrounds } from '../provisions/test-provision.ts';
import type { CheckedPack } from './check-pack.ts';

/** Subjects of all cases, by what was expected of them and what came. */
export interface SubjectCounts {
  /** In breach, as expected. */
  readonly true_positives: number;
  /** In breach, not expected to be. */
  readonly false_positives: number;
  /** Expected in breach, and not. */
  readonly false_negatives: number;
  /** Called ok, and neither in breach nor undecided. */
  readonly true_negatives: number;
  /** Undecided, as expected. */
  readonly undecided: number;
}

/** How the tests of one version of a provision came out. */
export interface ProvisionTested {
  readonly provision: string;
  readonly version_in_force: string;
  readonly cases: number;
  readonly passed: number;
  readonly failures: readonly TestFailure[];
  readonly subjects: SubjectCounts;
  /** Kinds of case there should be and are not. */
  readonly missing: readonly CaseKind[];
  /** How many small mistakes the cases notice, and those they do not; null when not tried. */
  readonly mutants: { readonly made: number; readonly survivors: readonly string[] } | null;
}

export interface TestPackOptions {
  /** Try every small mistake in the provision as well. */
  readonly mutants: boolean;
  /** How derived tables come about that a case leaves to be worked out. */
  readonly derivers: readonly Deriver[];
  readonly signal?: AbortSignal;
  readonly progress?: OnProgress;
}

/** Runs the cases of every provision of a sound pack, ordered as the pack is. */
export async function testPack(
  engine: SqlEngine,
  checked: CheckedPack,
  options: TestPackOptions,
): Promise<ProvisionTested[]> {
  const { pack, tests } = checked;
  const tested: ProvisionTested[] = [];
  const provisions = pack?.provisions ?? [];
  const grounds = groundsOf(checked, options.derivers);
  for (const [done, provision] of provisions.entries()) {
    options.signal?.throwIfAborted();
    const total = provisions.length;
    const { id: subject } = provision;
    options.progress?.({ step: 'provisions', subject, done, total, unit: 'items', rows: 0 });
    const file = tests.get(provision.file);
    // A sound pack has tests for each.
    if (!file) continue;
    tested.push(await testOne(engine, provision, file, grounds, options.mutants));
  }
  return tested;
}

/** What a pack's own cases are judged with. */
export function groundsOf(
  { pack, time_zone }: CheckedPack,
  derivers: readonly Deriver[],
): TestGrounds {
  return {
    time_zone: time_zone ?? default_grounds.time_zone,
    packs: pack === null ? [] : [pack],
    derivers,
  };
}

/** All cases hold, none is missing, and no mistake tried went unnoticed. */
export function isPassed({ failures, missing, mutants }: ProvisionTested): boolean {
  return failures.length === 0 && missing.length === 0 && (mutants?.survivors.length ?? 0) === 0;
}

async function testOne(
  engine: SqlEngine,
  provision: Provision,
  file: ProvisionTestFile,
  grounds: TestGrounds,
  mutants: boolean,
): Promise<ProvisionTested> {
  const failures: TestFailure[] = [];
  const counts: SubjectCounts[] = [];
  let passed = 0;
  for (const one of file.cases) {
    await fillCase(engine, provision, one, grounds);
    const outcome = await outcomeOf(engine, provision, one, grounds);
    const differs = await runnersDiffer(engine, provision, one, grounds, outcome);
    const differences = compareOutcome(provision, one, outcome);
    if (differs !== null) differences.push(differs);
    if (differences.length === 0) passed += 1;
    failures.push(...differences.map((difference) => ({ case: one.name, ...difference })));
    counts.push(countSubjects(one, outcome));
  }
  const early = await knowsItsFirstDay(engine, provision, file, grounds);
  return {
    provision: provision.id,
    version_in_force: provision.in_force.from,
    cases: file.cases.length,
    passed,
    failures,
    subjects: addUp(counts),
    missing: [...missingCases(file), ...(early ? [] : (['first_day'] as const))],
    mutants: mutants
      ? {
          made: mutantsOf(provision).length,
          survivors: await survivingMutants(engine, provision, file, grounds),
        }
      : null,
  };
}

export function countSubjects({ expect }: ProvisionTestCase, outcome: Outcome): SubjectCounts {
  const found = new Set(outcome.findings.map(({ subject }) => subject.id));
  const undecided = new Set(outcome.cannot_tell.map(({ subject }) => subject));
  const expected = new Set(expect.breach.map(({ subject }) => subject));
  const doubted = new Set(expect.cannot_tell.map(({ subject }) => subject));
  const clean = new Set(expect.ok);
  const count = (set: ReadonlySet<string>, holds: (subject: string) => boolean): number =>
    [...set].filter(holds).length;
  return {
    true_positives: count(found, (one) => expected.has(one)),
    false_positives: count(found, (one) => !expected.has(one)),
    false_negatives: count(expected, (one) => !found.has(one)),
    true_negatives: count(clean, (one) => !found.has(one) && !undecided.has(one)),
    undecided: count(doubted, (one) => undecided.has(one)),
  };
}

function addUp(counts: readonly SubjectCounts[]): SubjectCounts {
  const sum = (name: keyof SubjectCounts): number =>
    counts.reduce((total, one) => total + one[name], 0);
  return {
    true_positives: sum('true_positives'),
    false_positives: sum('false_positives'),
    false_negatives: sum('false_negatives'),
    true_negatives: sum('true_negatives'),
    undecided: sum('undecided'),
  };
}
