import type { SqlEngine } from '../engine/sql-engine.ts';
import { compareText } from '../model/issue.ts';
import type { Finding, Provision, ProvisionVerdict } from '../model/provision.ts';
import { applicableDays } from './applicable-days.ts';
import type { RunContext } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import { makeSieves, usualSieving } from './sieves.ts';
import type { Applied } from './sieves.ts';
import { withBothLaws } from './two-laws.ts';

export interface ProvisionRun {
  readonly findings: Finding[];
  /** One for each provision id, whatever the number of its versions. */
  readonly verdicts: ProvisionVerdict[];
}

/**
 * Evaluates provisions on one snapshot, each version on the acts of its own time. Deterministic:
 * ordered by provision id, then subject. An engine that fails stops the run: never a pass.
 * Large tables are read once for all their row provisions.
 */
export async function runProvisions(
  engine: SqlEngine,
  provisions: readonly Provision[],
  context: RunContext,
  sieving = usualSieving,
): Promise<ProvisionRun> {
  const byId = appliedById(provisions);
  const sieves = await makeSieves(engine, [...byId.values()].flat(), context, sieving);
  const runs = await eachInOrder([...byId], engine.at_once ?? 1, async ([id, applied]) => {
    const evaluations: Evaluation[] = [];
    for (const { version, days } of applied) {
      evaluations.push(await evaluate(engine, version, context, days, sieves));
    }
    const found = evaluations.flatMap((one) => one.findings);
    const versions = applied.map(({ version }) => version);
    const findings = await withBothLaws(engine, versions, found, context);
    return { findings, verdict: verdictOf(id, evaluations) };
  });
  await sieves.drop();
  return {
    findings: runs.flatMap(({ findings }) => findings),
    verdicts: runs.map(({ verdict }) => verdict),
  };
}

/** What is made of each, in their order, so many at once; begins no other once one has failed. */
async function eachInOrder<T, R>(
  all: readonly T[],
  at_once: number,
  make: (one: T) => Promise<R>,
): Promise<R[]> {
  const made: R[] = [];
  const rest = [...all.entries()].toReversed();
  const workers = Array.from({ length: at_once }, async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const [place, one] = next;
      try {
        made[place] = await make(one);
      } catch (error) {
        rest.length = 0;
        throw error;
      }
    }
  });
  await Promise.all(workers);
  return made;
}

/** Versions by provision, both in order, with the days on which each applies. */
export function appliedById(
  provisions: readonly Provision[],
): ReadonlyMap<string, readonly Applied[]> {
  const byId = [...Map.groupBy(provisions, ({ id }) => id)];
  return new Map(
    byId
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([id, versions]) => {
        const sorted = versions.toSorted((a, b) => compareText(a.in_force.from, b.in_force.from));
        return [
          id,
          sorted.map((version) => ({ version, days: applicableDays(version, sorted) })),
        ] as const;
      }),
  );
}

/**
 * A breach is a breach whatever else could not be told; what could not be told is named. An
 * indication leaves the answer to a person.
 */
function verdictOf(provision: string, evaluations: readonly Evaluation[]): ProvisionVerdict {
  const undecided = sum(evaluations.map((one) => one.undecided));
  const verdictsFound = evaluations.flatMap((one) => one.findings.map(({ verdict }) => verdict));
  const wanted = new Set(evaluations.flatMap((one) => one.needs));
  if (verdictsFound.includes('indication')) wanted.add('review');
  const needs = [...wanted].toSorted(compareText);
  const verdict = verdictsFound.includes('breach')
    ? 'breach'
    : needs.length > 0
      ? 'cannot_tell'
      : 'no_breach';
  return { provision, verdict, findings: verdictsFound.length, undecided, needs };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
