import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnProgress, Progress } from '../model/progress.ts';
import { inspect } from '../inspect/inspect.ts';
import type { Inspection } from '../inspect/inspect.ts';
import { forgetSnapshot, rememberSnapshot } from '../inspect/snapshot-file.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Pack } from '../model/provision.ts';
import type { Report } from '../model/report.ts';
import { loadPacks } from '../packs/load-packs.ts';
import { defaultMemory } from './default-memory.ts';
import type { InspectFlags } from './inspect-flags.ts';
import { checkInputs } from './check-inputs.ts';
import { packageVersion } from './package-version.ts';
import { readLinkCuts } from './read-link-cuts.ts';
import { readMapping } from './read-mapping.ts';
import { readPersonKey } from './person-key.ts';
import type { OutFolder } from './places.ts';
import { ProgressLine } from './progress-line.ts';
import { readTrust } from './read-trust.ts';
import { openSparkSite } from './spark-site.ts';
import { readWaivers } from './read-waivers.ts';
import { writeReportFiles } from './report-files.ts';
import { rememberRun } from './run-file.ts';
import { packPaths } from './shipped-packs.ts';

/** The flags of an inspection that writes into this folder. */
export function writingInto<F extends InspectFlags>(
  flags: F,
  { folder, address }: Pick<OutFolder, 'folder' | 'address'>,
): F {
  return { ...flags, out: folder, ...(address !== null && { sent_to: address }) };
}

/** Runs an inspection and writes its report and snapshot into `flags.out`. */
export async function inspectToFolder(
  inputs: readonly string[],
  flags: InspectFlags,
  signal: AbortSignal,
): Promise<{ report: Report; files: string[] }> {
  return await inspectInto(inputs, flags, signal, async (inspection) => ({
    report: inspection.report,
    files: await writeReportFiles(inspection, flags.out, flags.format),
  }));
}

/**
 * Runs an inspection whose snapshot stays in `flags.out`, and what is to be done with it while its
 * engine is open.
 */
export async function inspectInto<T>(
  inputs: readonly string[],
  flags: InspectFlags,
  signal: AbortSignal,
  use: (inspection: Inspection, packs: readonly Pack[]) => Promise<T>,
): Promise<T> {
  // Whatever can be wrong with the command line is told before anything is written.
  await checkInputs(inputs, flags.sent_to ?? flags.out);
  if (flags.sent_to !== undefined && flags.personKey === undefined) {
    throw new PolyprismError('s3.person_key');
  }
  const packs = await packsOf(flags);
  const waivers = flags.waivers === undefined ? undefined : await readWaivers(flags.waivers, packs);
  const cuts = flags.cutLinks === undefined ? undefined : await readLinkCuts(flags.cutLinks);
  const mapping = flags.map === undefined ? undefined : await readMapping(flags.map);
  const spark = await openSparkSite(flags, signal);
  const snapshotFolder = join(flags.out, 'snapshot');
  await mkdir(snapshotFolder, { recursive: true });
  await forgetSnapshot(snapshotFolder);
  const line = new ProgressLine(process.stderr, flags.lang);
  const progress = line.listener;
  const inspection = await inspect(inputs, {
    directory: snapshotFolder,
    packs,
    polyprism: packageVersion(),
    person_key: await readPersonKey(flags.personKey, snapshotFolder),
    signal,
    stage: atStep(signal, progress),
    ...(mapping !== undefined && { mapping }),
    ...(spark !== null && { spark }),
    ...(waivers !== undefined && { waivers }),
    ...(cuts !== undefined && { link_cuts: cuts }),
    ...(flags.asOf !== undefined && { as_of: flags.asOf }),
    ...(flags.charset !== undefined && { charset: flags.charset }),
    ...(flags.timeZone !== undefined && { time_zone: flags.timeZone }),
    ...(flags.currency !== undefined && { currency: flags.currency }),
    ...(flags.threads !== undefined && { threads: flags.threads }),
    memory_limit: flags.memory ?? defaultMemory(flags.threads),
    ...(progress && { progress }),
  }).finally(async () => {
    line.clear();
    await spark?.end();
  });
  try {
    signal.throwIfAborted();
    await rememberSnapshot(inspection.snapshot);
    await rememberRun(flags);
    return await use(inspection, packs);
  } finally {
    inspection.engine.close();
  }
}

/** Tells each step and stops at the next one after Ctrl-C. */
function atStep(
  signal: AbortSignal,
  progress: OnProgress | undefined,
): (step: Progress['step']) => void {
  return (step) => {
    signal.throwIfAborted();
    progress?.({ step, subject: null, done: 0, total: null, unit: 'items', rows: 0 });
  };
}

async function packsOf(flags: InspectFlags): Promise<Pack[]> {
  const trust = flags.trust === undefined ? undefined : await readTrust(flags.trust);
  return await loadPacks(await packPaths(flags.packs), trust);
}
