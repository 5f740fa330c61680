import type { SqlEngine } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import type { Fine, FineRange, Finding, Provision, TwoLaws } from '../model/provision.ts';
import { versionOn } from './applicable-days.ts';
import type { RunContext } from './context.ts';
import { ask, byPlace } from './evaluate.ts';
import type { Wrap } from './evaluate.ts';
import { milderFine } from './milder-fine.ts';
import { missingNeeds } from './needs.ts';
import { constantPeriods, contains } from './periods.ts';
import type { Period } from './periods.ts';

/**
 * States on each finding of one provision what the law of the day judged as of says of the same
 * act, wherever that law is another than the day's of the act. Only provisions with a fine are
 * compared: what is owed between private parties follows the day of the act alone, and nothing is
 * imposed for an indication.
 */
export async function withBothLaws(
  engine: SqlEngine,
  versions: readonly Provision[],
  findings: readonly Finding[],
  context: RunContext,
): Promise<Finding[]> {
  const told: Finding[] = [];
  for (const version of versions) {
    const own = findings.filter((one) => one.version_in_force === version.in_force.from);
    told.push(...(await compareLaws(engine, version, versions, own, context)));
  }
  return told;
}

async function compareLaws(
  engine: SqlEngine,
  version: Provision,
  versions: readonly Provision[],
  findings: readonly Finding[],
  context: RunContext,
): Promise<Finding[]> {
  const { fine } = version;
  if (fine === null || !hasTwoLaws(version)) return [...findings];
  const today = lawOn(versions, context.as_of);
  const told: Finding[] = [];
  for (const period of constantPeriods(version)) {
    const own = findings.filter(({ act_on }) => act_on !== null && contains(period, act_on));
    const changed = own.length > 0 && isOtherLaw(version, period, today, context.as_of);
    const later = changed ? await verdictsOf(engine, period, today, context) : null;
    for (const one of own) {
      const laws = later && twoLaws(fine, version, one, today, later(one), context.as_of);
      told.push(laws ? { ...one, laws } : one);
    }
  }
  const undated = findings.filter(({ act_on }) => act_on === null);
  return [...told, ...undated].toSorted(byPlace);
}

/** Whether what it finds is judged by the law of the decision too. */
export function hasTwoLaws({ fine, finds }: Provision): boolean {
  return fine !== null && finds !== 'indication';
}

export interface Law {
  readonly version: Provision;
  readonly period: Period;
}

/** The version in force on a day, with the parameters of that day. */
export function lawOn(versions: readonly Provision[], day: string): Law | null {
  const version = versionOn(versions, day);
  const period = version && constantPeriods(version).find((one) => contains(one, day));
  return version && period ? { version, period } : null;
}

/** Whether a day has another law than the acts of a period, over which a version stays the same. */
export function isOtherLaw(
  version: Provision,
  acts: Period,
  today: Law | null,
  day: string,
): boolean {
  if (today?.version !== version) return true;
  return (
    canonicalJson(today.period.parameters) !== canonicalJson(acts.parameters) ||
    fineOn(version.fine, acts.from) !== fineOn(version.fine, day)
  );
}

function fineOn(fine: Fine | null, day: string): FineRange | null {
  return fine?.values.find((value) => contains(value, day)) ?? null;
}

type Later = Pick<TwoLaws['decision'], 'verdict' | 'acts' | 'some_undecided'>;

const nothing: Later = { verdict: 'no_breach', acts: 0, some_undecided: false };

/**
 * What today's law says of the acts of a period, by subject: a finding holds all acts of its
 * subject in one period, and the later law finds none of them, or some. Acts without a date are a
 * finding of their own.
 */
async function verdictsOf(
  engine: SqlEngine,
  acts: Period,
  today: Law | null,
  context: RunContext,
): Promise<(finding: Finding) => Later> {
  if (today === null) return () => nothing;
  if (missingNeeds(today.version, context).length > 0) {
    return () => ({ ...nothing, verdict: 'cannot_tell' });
  }
  const days = actsUnder(today, acts);
  const actsIn = async (part: 'test' | 'cannot_tell'): Promise<Map<string, number>> => {
    const rows = await ask(engine, today.version, days, context, laterSql[part]);
    return new Map(rows.map((row) => [String(row['subject']), Number(row['acts'])]));
  };
  const breaching = await actsIn('test');
  const undecided = await actsIn('cannot_tell');
  return ({ subject }) => {
    const acts = breaching.get(subject.id) ?? 0;
    const some_undecided = undecided.has(subject.id);
    if (acts > 0) return { verdict: 'breach', acts, some_undecided };
    return some_undecided ? { ...nothing, verdict: 'cannot_tell' } : nothing;
  };
}

/** The acts of a period with the parameters of another day's law. */
export function actsUnder({ period }: Law, acts: Period): Period {
  return { ...acts, parameters: period.parameters };
}

const bySubject = (sql: string, filter: string): string =>
  `SELECT subject, count(*) AS acts FROM (\n${sql}\n) pp_rows
         WHERE (${filter}) AND act_on IS NOT NULL GROUP BY subject`;

/** How many acts of each subject the later law finds, or cannot tell of. */
export const laterSql: Readonly<Record<'test' | 'cannot_tell', Wrap>> = {
  test: ({ test }, filter) => bySubject(test, filter),
  cannot_tell: ({ cannot_tell }, filter) => cannot_tell && bySubject(cannot_tell, filter),
};

function twoLaws(
  fine: Fine,
  version: Provision,
  finding: Finding,
  today: Law | null,
  later: Later,
  day: string,
): TwoLaws {
  const act = {
    version_in_force: version.in_force.from,
    fine: fineOn(fine, finding.act_on ?? day),
    acts: finding.evidence.length,
  };
  const decision = {
    day,
    version_in_force: today?.version.in_force.from ?? null,
    ...later,
    fine: later.verdict === 'breach' ? fineOn(today?.version.fine ?? null, day) : null,
  };
  return { act, decision, milder: milderLaw(act.fine, decision), currency: fine.currency };
}

function milderLaw(act: FineRange | null, decision: TwoLaws['decision']): TwoLaws['milder'] {
  if (decision.verdict === 'no_breach') return 'decision';
  return decision.verdict === 'cannot_tell' ? null : milderFine(act, decision.fine);
}
