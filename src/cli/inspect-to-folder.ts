import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from '../inspect/inspect.ts';
import type { Inspection } from '../inspect/inspect.ts';
import { forgetSnapshot, rememberSnapshot } from '../inspect/snapshot-file.ts';
import { batchFolder } from '../inspect/write-batch.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Pack } from '../model/provision.ts';
import type { Report } from '../model/report.ts';
import type { InspectFlags } from './inspect-flags.ts';
import { checkInputs } from './check-inputs.ts';
import { lakeOf } from './lake-flags.ts';
import { readPersonKey } from './person-key.ts';
import type { OutFolder } from './places.ts';
import { ProgressLine } from './progress-line.ts';
import { readInspectFlags } from './read-inspect-flags.ts';
import { openSparkSite } from './spark-site.ts';
import { writeReportFiles } from './report-files.ts';
import { rememberRun } from './run-file.ts';

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
  const lake = lakeOf(inputs, flags);
  await checkInputs(inputs, flags.sent_to ?? flags.out);
  if (flags.sent_to !== undefined && flags.personKey === undefined && lake === null) {
    throw new PolyprismError('s3.person_key');
  }
  const line = new ProgressLine(process.stderr, flags.lang);
  const options = await readInspectFlags(flags, signal, line.listener);
  const spark = await openSparkSite(flags, signal);
  const directory = await freshSnapshotFolder(flags.out);
  const inspection = await inspect(inputs, {
    ...options,
    directory,
    ...(lake === null && { person_key: await readPersonKey(flags.personKey, directory) }),
    ...(spark !== null && { spark: { ...spark, ...(lake && { lake }) } }),
  }).finally(async () => {
    line.clear();
    await spark?.end();
  });
  try {
    signal.throwIfAborted();
    // Tables in place are no snapshot of this folder: nothing here could be judged again.
    if (lake === null) {
      await rememberSnapshot(inspection.snapshot);
      await rememberRun(flags);
    }
    return await use(inspection, options.packs);
  } finally {
    inspection.engine.close();
  }
}

/** Where a snapshot goes; what was told of an earlier one is gone. */
export async function freshSnapshotFolder(out: string): Promise<string> {
  const folder = join(out, 'snapshot');
  await mkdir(folder, { recursive: true });
  await forgetSnapshot(folder);
  await rm(batchFolder(out), { recursive: true, force: true });
  return folder;
}
