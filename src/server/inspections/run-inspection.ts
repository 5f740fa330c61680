import { appendFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { SparkConfig } from '../config.ts';
import { childLines } from './child-lines.ts';
import { folderOf, inputsOf, readInspection, readMapping } from './inspection-folder.ts';
import type { InspectionPlace } from './inspection-folder.ts';
import { standardFiles } from './used-standards.ts';

interface RunOptions {
  /** What is read instead of the files of its note. */
  readonly inputs: readonly string[] | undefined;
  readonly spark: SparkConfig | null;
}

/** What Spark calls the folder of the snapshot. */
function snapshotAt(spark: SparkConfig, { workspace }: InspectionPlace, folder: string): string {
  return `${spark.workspace}/${relative(workspace, folder)}/out/snapshot`;
}

/**
 * Runs an inspection, which writes to the folder `own`. Its progress is appended to a file that
 * anyone may read along. Throws the code of what went wrong.
 */
export async function runInspection(
  command: readonly string[],
  place: InspectionPlace,
  id: string,
  own: string,
  signal: AbortSignal,
  { inputs, spark }: RunOptions,
): Promise<void> {
  const folder = folderOf(place, id);
  const note = await readInspection(place, id);
  const { packs, as_of, time_zone, currency } = note;
  const order = {
    inputs: inputs ?? inputsOf(place, note),
    folder: own,
    packs,
    as_of,
    time_zone,
    currency,
    mapping: await readMapping(place, id),
    standards: await standardFiles(place, id),
    spark: spark && { url: spark.url, folder: snapshotAt(spark, place, own) },
  };
  await childLines(command, order, signal, async (_, line) => {
    await appendFile(join(folder, 'progress.ndjson'), `${line}\n`, { mode: 0o600 });
  });
}
