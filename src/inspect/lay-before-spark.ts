import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDb } from '../engine/duckdb.ts';
import { scansHere } from '../engine/scan-site.ts';
import type { ScanSite } from '../engine/scan-site.ts';
import { sparkType, viewOfFile, viewOfIceberg } from '../engine/spark/views.ts';
import type { Away } from '../engine/spark/work-files.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { PolyprismError } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import { relationOf } from '../model/tables.ts';
import type { Statement } from '../provisions/statements.ts';
import type { LakePlace } from './lake/lake-place.ts';
import { statementsFor } from './judge.ts';
import type { Prepared } from './judge.ts';
import { calendar, countSql, typed, writeSparkTables } from './spark-tables.ts';
import type { SnapshotFolder, SparkTable } from './spark-tables.ts';

/** An engine beyond this process, and where it finds what provisions read. */
export interface SparkSite {
  readonly engine: SqlEngine;
  /** How it names the folder of the snapshot; null where its answers are there already. */
  readonly folder: string | null;
  /** Catalogue and namespace of Iceberg tables that hold the imported ones: read, not the files. */
  readonly namespace?: string | undefined;
  /** Where tables lie that are inspected in place, without anything being imported. */
  readonly lake?: LakePlace;
  /** Where it is no folder of this machine: carries files of the snapshot's folder. */
  readonly away?: Away;
  /** Is told what is about to be run, before it is. */
  readonly plan?: (plan: SparkPlan) => Promise<void>;
}

/** What provisions will ask. */
export interface SparkPlan {
  /** Statements asked whatever is found; a few more may hang on that. */
  readonly statements: number;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Rows of all tables of all statements together. */
  readonly rows_read: number;
}

/** The engine with its tables; `drop` takes away what was written for it. */
export interface Laid {
  readonly engine: SqlEngine;
  drop(): Promise<void>;
}

/**
 * Lays before Spark what provisions read: tables of the snapshot as they lie there or as a
 * catalogue has them, derived ones and the calendar as files beside; what `scans` says it has is
 * there already. Both engines then count every table; Spark may see another folder of that name,
 * or an old one, and says nothing of it.
 */
export async function layBeforeSpark(
  duckdb: DuckDb,
  { engine, folder, namespace, plan, away }: SparkSite,
  snapshot: SnapshotFolder,
  prepared: Pick<Prepared, 'zones' | 'asked'>,
  progress?: OnProgress,
  { holds }: Pick<ScanSite, 'holds'> = scansHere(duckdb),
): Promise<Laid> {
  if (folder === null) return { engine, drop: async () => undefined };
  const work = await mkdtemp(join(snapshot.directory, `.work-${process.pid}-`));
  const made: string[] = [];
  const drop = async (): Promise<void> => {
    await rm(work, { recursive: true, force: true });
    for (const path of made) await away?.remove(path);
  };
  try {
    const tables = await writeSparkTables(duckdb, snapshot, prepared.asked, work, holds);
    for (const { name, file, imported, types } of tables) {
      if (holds(name)) continue;
      const path = imported === null ? `${basename(work)}/${file}` : file;
      if (imported !== null && namespace !== undefined) {
        await viewOfIceberg(engine, name, `${namespace}.${imported}`, typed(imported, sparkType));
      } else {
        if (imported === null) made.push(path);
        await away?.put(path);
        await viewOfFile(engine, name, `${folder}/${path}`, types);
      }
    }
    // Those imported were counted when they were laid to be scanned.
    await countAgain(
      engine,
      tables.filter(({ name, imported }) => imported === null || !holds(name)),
    );
    const always = statementsFor(prepared, engine.dialect).filter(({ when }) => when === null);
    await plan?.(planOf(always, tables));
    return { engine: progress ? telling(engine, always.length, progress) : engine, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Throws `spark.other_rows` where Spark sees others than there are. */
export async function countAgain(
  spark: SqlEngine,
  tables: readonly Pick<SparkTable, 'name' | 'rows'>[],
): Promise<void> {
  const counted = await spark.rows(countSql(tables.map(({ name }) => name)));
  const there = new Map(counted.map((row) => [row['name'], Number(row['n'])]));
  for (const { name, rows } of tables) {
    const seen = there.get(name) ?? 0;
    if (seen !== rows) throw new PolyprismError('spark.other_rows', { table: name, rows, seen });
  }
}

function planOf(statements: readonly Statement[], tables: readonly SparkTable[]): SparkPlan {
  const rowsIn = new Map(tables.map((one) => [one.name, one.rows]));
  const rowsOf = ({ version }: Statement): number =>
    sum(version.reads.map(({ table }) => rowsIn.get(relationOf(table)) ?? 0));
  return {
    statements: statements.length,
    tables: tables.filter((one) => one.name !== calendar).map(({ name, rows }) => ({ name, rows })),
    rows_read: sum(statements.map(rowsOf)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The engine, telling how many of its statements are done. */
function telling(engine: SqlEngine, total: number, progress: OnProgress): SqlEngine {
  let done = 0;
  return {
    ...engine,
    rows: async (sql) => {
      const answer = await engine.rows(sql);
      done += 1;
      const at = { done: Math.min(done, total), total, unit: 'items', rows: 0 } as const;
      progress({ step: 'provisions', subject: engine.name, ...at });
      return answer;
    },
  };
}
