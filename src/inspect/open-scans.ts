import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere, scansOnSpark } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { sparkType, viewOfFile, viewOfIceberg, viewOfRows } from '../engine/spark/views.ts';
import { awayIn } from '../engine/spark/work-files.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { columnsOf, importedTables, relationOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { countAgain } from './lay-before-spark.ts';
import type { SparkSite } from './lay-before-spark.ts';
import { countSql, typed } from './spark-tables.ts';

/**
 * Where the tables of a snapshot are scanned: on Spark where there is one that writes somewhere we
 * read, else here. On Spark all of them are laid and counted first. What is made there lies in the
 * snapshot's folder until DuckDB is closed, and where that is elsewhere, there until the site ends.
 */
export async function openScans(
  duckdb: DuckDb,
  { directory }: Pick<Snapshot, 'directory'>,
  spark: SparkSite | undefined,
): Promise<ScanSite> {
  const { engine, folder = null, away, namespace } = spark ?? {};
  if (engine === undefined || folder === null) return scansHere(duckdb);
  const names = importedTables();
  for (const table of names) {
    const name = relationOf(table);
    const file = `${table}.parquet`;
    if (!existsSync(join(directory, file))) await viewOfRows(engine, name, typesOf(table), []);
    else if (namespace === undefined) {
      await away?.put(file);
      await viewOfFile(engine, name, `${folder}/${file}`);
    } else await viewOfIceberg(engine, name, `${namespace}.${table}`, typed(table, sparkType));
  }
  const relations = names.map(relationOf);
  const counted = await duckdb.rows(countSql(relations));
  const rows = counted.map((row) => ({ name: String(row['name']), rows: Number(row['n']) }));
  await countAgain(engine, rows);
  const here = mkdtempSync(join(directory, `.work-${process.pid}-`));
  duckdb.whenClosed(() => rmSync(here, { recursive: true, force: true }));
  const work = basename(here);
  const there = `${folder}/${work}`;
  const site = scansOnSpark(duckdb, engine, { here, there, away: awayIn(away, work) });
  const imported = new Set<string>(relations);
  return { ...site, holds: (name) => imported.has(name) || site.holds(name) };
}

function typesOf(table: TableName): Record<string, string> {
  return Object.fromEntries(
    [...columnsOf(table)].map(([name, { type }]) => [name, sqlTypeOf(type)]),
  );
}
