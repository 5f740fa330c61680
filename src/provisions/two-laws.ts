import type { SqlEngine } from '../engine/sql-engine.ts';
import { canonicalJson } from '../evidence/canonical-json.ts';
import type { Fine, FineRange, Finding, Provision, TwoLaws } from '../model/provision.ts';
import { versionOn } from './applicable-days.ts';
import type { RunContext } from './context.ts';
import { ask, byPlace } from './evaluate.ts';
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
  if (fine === null || version.finds === 'indication') return [...findings];
  const today = lawOn(versions, context.as_of);
  const told: Finding[] = [];
  for (const period of constantPeriods(version)) {
    const own = findings.filter(({ act_on }) => act_on !== null && contains(period, act_on));
    const changed = own.some((one) => isOtherLaw(version, one, today, context.as_of));
    const later = changed ? await verdictsOf(engine, period, today, context) : null;
    for (const one of own) {
      const laws = later && twoLaws(fine, version, one, today, later(one), context.as_of);
      told.push(laws ? { ...one, laws } : one);
    }
  }
  const undated = findings.filter(({ act_on }) => act_on === null);
  return [...told, ...undated].toSorted(byPlace);
}

interface Law {
  readonly version: Provision;
  readonly period: Period;
}

/** The version in force on a day, with the parameters of that day. */
function lawOn(versions: readonly Provision[], day: string): Law | null {
  const version = versionOn(versions, day);
  const period = version && constantPeriods(version).find((one) => contains(one, day));
  return version && period ? { version, period } : null;
}

function isOtherLaw(version: Provision, finding: Finding, today: Law | null, day: string): boolean {
  if (finding.act_on === null) return false;
  if (today?.version !== version) return true;
  return (
    canonicalJson(today.period.parameters) !== canonicalJson(finding.parameters) ||
    fineOn(version.fine, finding.act_on) !== fineOn(version.fine, day)
  );
}

function fineOn(fine: Fine | null, day: string): FineRange | null {
  return fine?.values.find((value) => contains(value, day)) ?? null;
}

type Verdict = TwoLaws['decision']['verdict'];

/**
 * What today's law says of the acts of a period, by subject: a finding holds all acts of its
 * subject in one period, and the later law breaks none of them, or some.
 */
async function verdictsOf(
  engine: SqlEngine,
  acts: Period,
  today: Law | null,
  context: RunContext,
): Promise<(finding: Finding) => Verdict> {
  if (today === null) return () => 'no_breach';
  if (missingNeeds(today.version, context).length > 0) return () => 'cannot_tell';
  const days = { ...acts, parameters: today.period.parameters };
  const subjectsIn = async (part: 'test' | 'cannot_tell'): Promise<Set<string>> => {
    const rows = await ask(engine, today.version, days, context, (provision, filter) => {
      const sql = provision[part];
      return sql && `SELECT DISTINCT subject FROM (\n${sql}\n) pp_rows WHERE ${filter}`;
    });
    return new Set(rows.map((row) => String(row['subject'])));
  };
  const breaching = await subjectsIn('test');
  const undecided = await subjectsIn('cannot_tell');
  return ({ subject }) => {
    if (breaching.has(subject.id)) return 'breach';
    return undecided.has(subject.id) ? 'cannot_tell' : 'no_breach';
  };
}

function twoLaws(
  fine: Fine,
  version: Provision,
  finding: Finding,
  today: Law | null,
  verdict: Verdict,
  day: string,
): TwoLaws {
  const act = {
    version_in_force: version.in_force.from,
    fine: fineOn(fine, finding.act_on ?? day),
  };
  const decision = {
    day,
    version_in_force: today?.version.in_force.from ?? null,
    verdict,
    fine: verdict === 'breach' ? fineOn(today?.version.fine ?? null, day) : null,
  };
  return { act, decision, milder: milderLaw(act.fine, decision), currency: fine.currency };
}

function milderLaw(act: FineRange | null, decision: TwoLaws['decision']): TwoLaws['milder'] {
  if (decision.verdict === 'no_breach') return 'decision';
  return decision.verdict === 'cannot_tell' ? null : milderFine(act, decision.fine);
}
