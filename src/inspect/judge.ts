import type { SqlEngine } from '../engine/sql-engine.ts';
import { IssueLog, compareText } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Classification, Pack, Provision } from '../model/provision.ts';
import { attachCalendars } from '../provisions/attach-calendars.ts';
import { countClassified } from '../provisions/classify.ts';
import type { RunContext } from '../provisions/context.ts';
import { deriveTables, tablesRead } from '../provisions/derive.ts';
import type { DeriveContext } from '../provisions/derive.ts';
import { missingNeeds } from '../provisions/needs.ts';
import { runProvisions } from '../provisions/run.ts';
import type { ProvisionRun } from '../provisions/run.ts';
import { allStatements } from '../provisions/statements.ts';
import type { Statement } from '../provisions/statements.ts';
import { derivers } from './derivers.ts';
import { fundingTableNames } from './funding-derivers.ts';
import type { Laid } from './lay-before-spark.ts';

/** What data are judged with, and where large tables of theirs are scanned. */
type JudgeContext = RunContext & Pick<DeriveContext, 'site'>;

export interface Judgement extends ProvisionRun {
  readonly classifications: readonly Classification[];
  /** What went differently while derived tables were made. */
  readonly issues: readonly Issue[];
}

/** What is judged, once the tables for it are made. */
export interface Prepared extends Pick<Judgement, 'classifications' | 'issues'> {
  /** Duties with the zone whose dates they go by. */
  readonly zones: readonly { readonly duties: readonly Provision[]; readonly zoned: RunContext }[];
  /** Those that the data allow to ask about; of the others it is told what is missing. */
  readonly asked: readonly Provision[];
}

/**
 * Judges a snapshot attached to the engine, its network included, by all that packs say: what
 * everyone is first, then who met which duty. A provision that did not exist yet is neither met
 * nor breached: it is no part of the verdict. Each pack is judged by the dates of its own zone;
 * that of the context is the data's. Duties may be judged elsewhere, on the same tables.
 */
export async function judge(
  engine: SqlEngine,
  packs: readonly Pack[],
  context: JudgeContext,
  progress?: OnProgress,
  layElsewhere?: (prepared: Prepared) => Promise<Laid>,
): Promise<Judgement> {
  const prepared = await prepare(engine, packs, context, progress);
  const { classifications, issues } = prepared;
  const laid = await layElsewhere?.(prepared);
  try {
    const run = await runZones(laid?.engine ?? engine, prepared);
    return { ...run, classifications, issues };
  } finally {
    await laid?.drop();
  }
}

/** Asks an engine that has what provisions read, of each zone by its own dates. */
export async function runZones(
  engine: SqlEngine,
  { zones }: Pick<Prepared, 'zones'>,
): Promise<ProvisionRun> {
  const runs: ProvisionRun[] = [];
  for (const { duties, zoned } of zones) runs.push(await runProvisions(engine, duties, zoned));
  return togetherOf(runs);
}

/** Makes what provisions read of a snapshot attached to the engine, its network included. */
export async function prepare(
  engine: SqlEngine,
  packs: readonly Pack[],
  context: JudgeContext,
  progress?: OnProgress,
): Promise<Prepared> {
  const duties = dutiesOf(packs, context.as_of);
  const deriving = { ...context, packs, issues: new IssueLog(), ...(progress && { progress }) };
  await attachCalendars(engine, packs);
  await context.site?.lay('pp_calendar_day');
  const wanted = new Set([...tablesRead(duties), 'classification', ...fundingTableNames] as const);
  await deriveTables(engine, derivers, wanted, deriving);
  const classifications = await countClassified(engine, deriving);
  return { ...askedOf(packs, context), classifications, issues: deriving.issues.list() };
}

/** The duties that packs lay down, by zone, and what of them the data answer. */
export function askedOf(
  packs: readonly Pack[],
  context: RunContext,
): Pick<Prepared, 'zones' | 'asked'> {
  const byZone = [...Map.groupBy(packs, (pack) => pack.time_zone)];
  const zones = byZone.map(([time_zone, ofZone]) => ({
    duties: dutiesOf(ofZone, context.as_of),
    zoned: { ...context, time_zone },
  }));
  const duties = dutiesOf(packs, context.as_of);
  return { zones, asked: duties.filter((one) => missingNeeds(one, context).length === 0) };
}

/** Every statement that judging may ask an engine elsewhere, in its order. */
export function statementsFor(
  { zones }: Pick<Prepared, 'zones'>,
  dialect: SqlEngine['dialect'],
): Statement[] {
  const all: Statement[] = [];
  for (const { duties, zoned } of zones) {
    const before = all.length;
    for (const { when, ...one } of allStatements(dialect, duties, zoned)) {
      all.push({ ...one, when: when && { ...when, of: when.of.map((at) => at + before) } });
    }
  }
  return all;
}

/** Runs of packs that share no provision, in the order one run of all would have. */
function togetherOf(runs: readonly ProvisionRun[]): ProvisionRun {
  const byId = (a: { provision: string }, b: { provision: string }): number =>
    compareText(a.provision, b.provision);
  return {
    findings: runs.flatMap(({ findings }) => findings).toSorted(byId),
    verdicts: runs.flatMap(({ verdicts }) => verdicts).toSorted(byId),
  };
}

/** What can be met or breached: provisions that do not classify, begun by a day if one is given. */
export function dutiesOf(packs: readonly Pack[], by?: string): Provision[] {
  return packs
    .flatMap(({ provisions }) => provisions)
    .filter(({ finds, in_force }) => finds !== 'fact' && (by === undefined || in_force.from <= by));
}
