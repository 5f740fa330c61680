import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere, scansOnSpark } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { sparkType, viewOfFile, viewOfIceberg, viewOfRows } from '../engine/spark/views.ts';
import { awayIn } from '../engine/spark/work-files.ts';
import { importedTables, relationOf } from '../model/tables.ts';
import { bringDown } from './lake/bring-down.ts';
import { countAgain } from './lay-before-spark.ts';
import type { SparkSite } from './lay-before-spark.ts';
import { countSql, typed, typesOf } from './spark-tables.ts';
import type { SnapshotFolder } from './spark-tables.ts';

/**
 * Where the tables of a snapshot are scanned: on Spark where there is one that writes somewhere we
 * read, else here. On Spark all of them are laid and counted first; of those that lie there already
 * it is brought down what is read here. What is made there lies in the snapshot's folder until
 * DuckDB is closed, and where that is elsewhere, there until the site ends.
 */
export async function openScans(
  duckdb: DuckDb,
  snapshot: SnapshotFolder,
  spark: SparkSite | undefined,
): Promise<ScanSite> {
  const { engine, folder = null, away } = spark ?? {};
  if (spark === undefined || engine === undefined || folder === null) return scansHere(duckdb);
  const { directory, in_place = false } = snapshot;
  if (!in_place) await laySnapshot(duckdb, directory, { ...spark, folder });
  const here = mkdtempSync(join(directory, `.work-${process.pid}-`));
  duckdb.whenClosed(() => rmSync(here, { recursive: true, force: true }));
  const work = basename(here);
  const there = `${folder}/${work}`;
  const site = scansOnSpark(duckdb, engine, { here, there, away: awayIn(away, work) });
  if (in_place) {
    await bringDown(duckdb, site, snapshot.tables ?? {}).catch(async (error: unknown) => {
      await site.end().catch(() => undefined);
      throw error;
    });
  }
  const imported = new Set<string>(importedTables().map(relationOf));
  return { ...site, holds: (name) => imported.has(name) || site.holds(name) };
}

/** Lays all tables of a snapshot's folder, as they lie there or as a catalogue has them. */
async function laySnapshot(
  duckdb: DuckDb,
  directory: string,
  { engine, folder, away, namespace }: SparkSite & { readonly folder: string },
): Promise<void> {
  const names = importedTables();
  for (const table of names) {
    const name = relationOf(table);
    const file = `${table}.parquet`;
    if (!existsSync(join(directory, file))) await viewOfRows(engine, name, typesOf(table), []);
    else if (namespace === undefined) {
      await away?.put(file);
      await viewOfFile(engine, name, `${folder}/${file}`, typesOf(table));
    } else await viewOfIceberg(engine, name, `${namespace}.${table}`, typed(table, sparkType));
  }
  const counted = await duckdb.rows(countSql(names.map(relationOf)));
  const rows = counted.map((row) => ({ name: String(row['name']), rows: Number(row['n']) }));
  await countAgain(engine, rows);
}
