import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sqlName, sqlText } from '../engine/duckdb.ts';
import type { DuckDb } from '../engine/duckdb.ts';
import { viewOfFile } from '../engine/spark/views.ts';
import type { SqlEngine, SqlRow } from '../engine/sql-engine.ts';
import { PolyprismError, compareText } from '../model/issue.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Provision } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { tablesRead } from '../provisions/derive.ts';
import { constantPeriods } from '../provisions/periods.ts';

/** An engine beyond this process, and how it names the folder of the snapshot. */
export interface SparkSite {
  readonly engine: SqlEngine;
  readonly folder: string;
  /** Where it is no folder of this machine: brings files of the snapshot to it, and away again. */
  readonly away?: {
    put(path: string): Promise<void>;
    remove(path: string): Promise<void>;
  };
  /** Is told what is about to be run, before it is. */
  readonly plan?: (plan: SparkPlan) => void;
}

/** What provisions will ask: about so many statements, of these tables. */
export interface SparkPlan {
  readonly statements: number;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/** The engine with its tables; `drop` takes away what was written for it. */
export interface Laid {
  readonly engine: SqlEngine;
  drop(): Promise<void>;
}

/**
 * Lays before Spark what provisions read: tables of the snapshot as they lie there, derived ones
 * and the calendar as files beside. Both engines then count every table; Spark may see another
 * folder of that name, or an old one, and says nothing of it.
 */
export async function layBeforeSpark(
  duckdb: DuckDb,
  { engine, folder, plan, away }: SparkSite,
  snapshot: Pick<Snapshot, 'directory'>,
  duties: readonly Provision[],
  progress?: OnProgress,
): Promise<Laid> {
  const work = await mkdtemp(join(snapshot.directory, `.work-${process.pid}-`));
  const made: string[] = [];
  const drop = async (): Promise<void> => {
    await rm(work, { recursive: true, force: true });
    for (const path of made) await away?.remove(path);
  };
  const writeBeside = async (sql: string, file: string): Promise<void> => {
    await write(duckdb, sql, work, file);
    const path = `${basename(work)}/${file}`;
    made.push(path);
    await away?.put(path);
  };
  try {
    const names = [...tablesRead(duties)].map((table) => relationOf(table)).concat(calendar);
    for (const table of tablesRead(duties)) {
      const file = `${table}.parquet`;
      const imported = existsSync(join(snapshot.directory, file));
      if (imported) await away?.put(file);
      else await writeBeside(`SELECT ${typed(table)} FROM ${quoted(table)}`, file);
      const at = imported ? folder : `${folder}/${basename(work)}`;
      await viewOfFile(engine, relationOf(table), `${at}/${file}`);
    }
    await writeBeside(`SELECT * FROM ${calendar}`, `${calendar}.parquet`);
    await viewOfFile(engine, calendar, `${folder}/${basename(work)}/${calendar}.parquet`);
    const tables = await countBoth(duckdb, engine, names.toSorted(compareText));
    const statements = statementsOf(duties);
    plan?.({ statements, tables: tables.filter(({ name }) => name !== calendar) });
    return { engine: progress ? telling(engine, statements, progress) : engine, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

const calendar = 'pp_calendar_day';

function quoted(table: TableName): string {
  return sqlName(relationOf(table));
}

/** Columns as the table promises them, whatever the derivation made them. */
function typed(table: TableName): string {
  return [...columnsOf(table)]
    .map(([name, { type }]) => `CAST(${sqlName(name)} AS ${sqlTypeOf(type)}) AS ${sqlName(name)}`)
    .join(', ');
}

async function write(duckdb: DuckDb, sql: string, folder: string, file: string): Promise<void> {
  await duckdb.run(`COPY (${sql}) TO ${sqlText(join(folder, file))} (FORMAT parquet)`);
}

async function countBoth(
  duckdb: DuckDb,
  spark: SqlEngine,
  names: readonly string[],
): Promise<SparkPlan['tables']> {
  const counts = names.map((name) => `SELECT '${name}' AS name, count(*) AS n FROM "${name}"`);
  const sql = counts.join(' UNION ALL ');
  const numbers = (rows: readonly SqlRow[]): Map<string, number> =>
    new Map(rows.map((row) => [String(row['name']), Number(row['n'])]));
  const here = numbers(await duckdb.rows(sql));
  const there = numbers(await spark.rows(sql));
  return names.map((name) => {
    const rows = here.get(name) ?? 0;
    const seen = there.get(name) ?? 0;
    if (seen !== rows) throw new PolyprismError('spark.other_rows', { table: name, rows, seen });
    return { name, rows };
  });
}

/** One for what is breached and one for what cannot be told, for each time of equal parameters. */
function statementsOf(duties: readonly Provision[]): number {
  return duties
    .map((one) => constantPeriods(one).length * (one.cannot_tell === null ? 1 : 2))
    .reduce((sum, count) => sum + count, 0);
}

/** The engine, telling how many of its statements are done. */
function telling(engine: SqlEngine, total: number, progress: OnProgress): SqlEngine {
  let done = 0;
  return {
    ...engine,
    rows: async (sql) => {
      const at = { done: Math.min(done, total), total, unit: 'items', rows: 0 } as const;
      progress({ step: 'provisions', subject: engine.name, ...at });
      done += 1;
      return await engine.rows(sql);
    },
  };
}
