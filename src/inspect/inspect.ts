import { DuckDb } from '../engine/duckdb.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { summariseFunding } from '../funding/summarise-funding.ts';
import { importInputs } from '../intake/import.ts';
import type { ImportOptions } from '../intake/import.ts';
import { compareText } from '../model/issue.ts';
import type { LinkCutDecision } from '../model/link-cut.ts';
import type { NetworkSummary } from '../model/network.ts';
import type { Progress } from '../model/progress.ts';
import type { Pack, Provision } from '../model/provision.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Waiver } from '../model/waiver.ts';
import { analyseNetwork } from '../network/analyse-network.ts';
import type { RunContext } from '../provisions/context.ts';
import { applyWaivers } from './apply-waivers.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { buildReport } from './build-report.ts';
import { dayToJudge } from './day-to-judge.ts';
import { dutiesOf, judge } from './judge.ts';
import { surveyLake } from './lake/survey-lake.ts';
import { layBeforeSpark } from './lay-before-spark.ts';
import type { SparkSite } from './lay-before-spark.ts';
import { locateFindings } from './locate-findings.ts';
import { sumMoney } from './money.ts';
import { noteCounts } from './note-counts.ts';
import { openScans } from './open-scans.ts';
import { listPlans } from './plans.ts';
import { withForest } from './with-forest.ts';

/** How a snapshot is judged. */
export interface JudgeOptions extends Pick<
  ImportOptions,
  'threads' | 'memory_limit' | 'signal' | 'progress'
> {
  readonly packs: readonly Pack[];
  /** ISO date to judge as of; the last date in the data where absent. */
  readonly as_of?: string;
  /** Decisions not to act on findings, and the digest of the file they stand in. */
  readonly waivers?: { readonly waivers: readonly Waiver[]; readonly sha256: string };
  /** Decisions that ties say nothing of persons, and the digest of the file they stand in. */
  readonly link_cuts?: { readonly cuts: readonly LinkCutDecision[]; readonly sha256: string };
  /** Version of this software, for the report's digests. */
  readonly polyprism: string;
  /** Where provisions run, if not in this process. */
  readonly spark?: SparkSite;
  /** What works out the recruitment network; kernels where absent, SQL on the engine. */
  readonly forest?: 'kernels' | 'sql' | 'both';
  readonly stage?: (step: Progress['step']) => void;
}

export interface InspectOptions extends ImportOptions, JudgeOptions {}

export interface Inspection {
  readonly report: Report;
  readonly snapshot: Snapshot;
  /** Still open, with the snapshot and the network attached; the caller closes it. */
  readonly engine: DuckDb;
}

/**
 * Data in, report out: the whole of `polyprism inspect` but for files and terminal. Where Spark has
 * a lake, that is inspected where it lies, and there are no inputs.
 */
export async function inspect(
  inputs: readonly string[],
  options: InspectOptions,
): Promise<Inspection> {
  options.stage?.('read');
  const { lake, engine } = options.spark ?? {};
  if (lake === undefined || engine === undefined) {
    return await inspectSnapshot(await importInputs(inputs, options), options);
  }
  const { snapshot, unchanged } = await surveyLake(engine, lake, options);
  const inspection = await inspectSnapshot(snapshot, options);
  try {
    await unchanged();
    return inspection;
  } catch (error) {
    inspection.engine.close();
    throw error;
  }
}

/** The same from a snapshot that is there. */
export async function inspectSnapshot(
  snapshot: Snapshot,
  options: JudgeOptions,
): Promise<Inspection> {
  return await withSnapshot(snapshot, options, async (engine, network, site) => ({
    report: await reportOn({ engine, site }, snapshot, network, options),
    snapshot,
    engine,
  }));
}

/** Does something with a snapshot and its network in an engine, which is closed if that fails. */
export async function withSnapshot<T>(
  snapshot: Snapshot,
  options: JudgeOptions,
  use: (engine: DuckDb, network: NetworkSummary, site: ScanSite) => Promise<T>,
): Promise<T> {
  const threads = options.threads ?? (isSmall(snapshot) ? 1 : undefined);
  const engine = await DuckDb.open({
    ...(threads !== undefined && { threads }),
    ...(options.memory_limit !== undefined && { memory_limit: options.memory_limit }),
    temporary_directory: snapshot.directory,
  });
  const interrupt = (): void => engine.connection.interrupt();
  options.signal?.addEventListener('abort', interrupt);
  let site: ScanSite | undefined;
  try {
    await attachSnapshot(engine, snapshot);
    site = await openScans(engine, snapshot, options.spark);
    options.stage?.('network');
    const { time_zone } = snapshot;
    const link_cuts = options.link_cuts?.cuts ?? [];
    const network = await withForest(engine, snapshot, options, async (forest) => {
      const given = { time_zone, link_cuts, site, ...(forest && { forest }) };
      return await analyseNetwork(engine, given);
    });
    const used = await use(engine, network, site);
    await site.end();
    return used;
  } catch (error) {
    // What went wrong first is what is told.
    await site?.end().catch(() => undefined);
    engine.close();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
  }
}

/** Up to so many rows in all, handing work from thread to thread takes longer than the work. */
const small_rows = 100_000;

function isSmall({ tables }: Snapshot): boolean {
  return Object.values(tables).reduce((sum, { read }) => sum + read, 0) <= small_rows;
}

/** What a snapshot is judged with beside packs. */
export async function contextOf(
  engine: DuckDb,
  snapshot: Snapshot,
  options: JudgeOptions,
): Promise<RunContext> {
  return {
    as_of: options.as_of ?? (await dayToJudge(engine, snapshot, options.packs)),
    time_zone: snapshot.time_zone,
    tables: snapshot.tables,
    currency: snapshot.currency,
    input_digests: snapshot.files.map((file) => file.sha256),
  };
}

async function reportOn(
  { engine, site }: { readonly engine: DuckDb; readonly site: ScanSite },
  snapshot: Snapshot,
  network: NetworkSummary,
  options: JudgeOptions,
): Promise<Report> {
  const { spark } = options;
  options.stage?.('provisions');
  const context = await contextOf(engine, snapshot, options);
  const { as_of } = context;
  const { findings, verdicts, classifications, issues } = await judge(
    engine,
    options.packs,
    { ...context, site },
    options.progress,
    spark &&
      ((prepared) => layBeforeSpark(engine, spark, snapshot, prepared, options.progress, site)),
  );
  options.stage?.('report');
  const { name, version } = spark?.engine ?? engine;
  const provisions = dutiesOf(options.packs, as_of);
  return buildReport({
    as_of,
    snapshot,
    network,
    plans: await listPlans(engine),
    money: await sumMoney(site.engine, snapshot),
    funding: await summariseFunding(engine, {
      as_of,
      time_zone: snapshot.time_zone,
      tables: snapshot.tables,
      site,
    }),
    packs: options.packs,
    provisions,
    classifications,
    issues,
    not_yet_in_force: notYetInForce(dutiesOf(options.packs), provisions),
    ...applyWaivers(
      await noteCounts(engine, await locateFindings(engine, site, snapshot, findings)),
      options.waivers?.waivers ?? [],
      as_of,
    ),
    waivers_sha256: options.waivers?.sha256 ?? null,
    link_cuts_sha256: options.link_cuts?.sha256 ?? null,
    verdicts,
    engine: { name, version },
    polyprism: options.polyprism,
  });
}

function notYetInForce(all: readonly Provision[], judged: readonly Provision[]): string[] {
  const ids = new Set(judged.map((provision) => provision.id));
  const later = all.map((provision) => provision.id).filter((id) => !ids.has(id));
  return [...new Set(later)].toSorted(compareText);
}
