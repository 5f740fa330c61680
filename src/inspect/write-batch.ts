import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { batch_files } from '../engine/batch/batch.ts';
import type { Batch, BatchView } from '../engine/batch/batch.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { sparkSettings } from '../engine/spark/spark.ts';
import { quotedTable, sparkType } from '../engine/spark/views.ts';
import { limits } from '../model/limits.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { contextOf, withSnapshot } from './inspect.ts';
import type { JudgeOptions } from './inspect.ts';
import { prepare, statementsFor } from './judge.ts';
import { typed, writeSparkTables } from './spark-tables.ts';

export interface BatchPlace {
  /** The folder the snapshot's folder lies in, and a batch's beside it. */
  readonly out: string;
  /** Catalogue and namespace of Iceberg tables to be read instead of the snapshot's files. */
  readonly namespace?: string | undefined;
}

/** Names in the folder of a report. */
const [snapshot_folder, batch_folder] = ['snapshot', 'batch'];

/** Where the batch of an output folder lies. */
export function batchFolder(out: string): string {
  return join(out, batch_folder);
}

/**
 * Writes what provisions ask of a snapshot as statements that Spark runs by itself, with the
 * derived tables they read. What was there of an earlier batch is deleted.
 */
export async function writeBatch(
  snapshot: Snapshot,
  options: JudgeOptions,
  place: BatchPlace,
): Promise<Batch> {
  const folder = batchFolder(place.out);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, batch_files.tables), { recursive: true });
  return await withSnapshot(snapshot, options, async (engine) => {
    options.stage?.('provisions');
    const context = await contextOf(engine, snapshot, options);
    const prepared = await prepare(engine, options.packs, context, options.progress);
    const batch: Batch = {
      schema: 'polyprism.batch/1',
      polyprism: options.polyprism,
      inputs: context.input_digests,
      settings: sparkSettings,
      views: await viewsOf(engine, snapshot, prepared.asked, place),
      rows_max: limits.spark_rows_max,
      statements: statementsFor(prepared, 'spark').map(({ version, sql, when }) => {
        return { provision: version.id, sql, when };
      }),
    };
    engine.close();
    const program = new URL('../engine/batch/run.py', import.meta.url);
    await copyFile(program, join(folder, batch_files.program));
    await writeFile(join(folder, batch_files.batch), `${JSON.stringify(batch, null, 1)}\n`);
    return batch;
  });
}

async function viewsOf(
  engine: DuckDb,
  snapshot: Snapshot,
  asked: Parameters<typeof writeSparkTables>[2],
  { out, namespace }: BatchPlace,
): Promise<BatchView[]> {
  const written = join(batch_folder, batch_files.tables);
  const tables = await writeSparkTables(engine, snapshot, asked, join(out, written));
  return await Promise.all(
    tables.map(async ({ name, file, imported, rows }) => {
      if (imported !== null && namespace !== undefined) {
        const table = quotedTable(`${namespace}.${imported}`);
        return { name, rows, table, columns: typed(imported, sparkType) };
      }
      const path = join(imported === null ? written : snapshot_folder, file);
      return { name, rows, file: path, bytes: (await stat(join(out, path))).size };
    }),
  );
}
