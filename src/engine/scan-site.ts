import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../model/tables.ts';
import { columnsOf, relationOf, sqlTypeOf } from '../model/tables.ts';
import { createTable } from './create-table.ts';
import { sqlName, sqlPath, sqlText } from './duckdb.ts';
import type { DuckDb } from './duckdb.ts';
import { sparkText, sparkType, typesSeen, viewOfFile } from './spark/views.ts';
import type { SharedFolder } from './spark/work-files.ts';
import type { SqlEngine } from './sql-engine.ts';

/**
 * Where large tables are scanned and brought down to a row for each member, operator or listing.
 * What is made there is read in DuckDB here under the same name, for kernels and what follows.
 */
export interface ScanSite {
  /** Holds every canonical table there is; its SQL has to mean the same everywhere. */
  readonly engine: SqlEngine;
  /** Makes a table of what a query finds, in place of any of that name. */
  make(name: string, query: string): Promise<void>;
  /** What a query finds, as a relation of DuckDB here; `name` is for the case that it is made. */
  reduce(name: string, query: string): Promise<string>;
  /** Makes a derived table of a query that names its columns; `order` is that of its rows here. */
  keep(table: TableName, query: string, order: string): Promise<void>;
  /** Lays a table that is here before the engine. */
  lay(name: string): Promise<void>;
  /** Drops all that was made or laid under names that begin so. */
  clear(prefix: string): Promise<void>;
  /** Whether the engine has a table made or laid under that name. */
  holds(name: string): boolean;
  /** Takes away what was left elsewhere; the engine is asked nothing afterwards. */
  end(): Promise<void>;
}

/** In the DuckDB of the run itself. */
export function scansHere(duckdb: DuckDb): ScanSite {
  return {
    engine: duckdb,
    make: async (name, query) => {
      await duckdb.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${query}`);
    },
    reduce: async (_, query) => await Promise.resolve(`(${query})`),
    keep: async (table, query, order) => {
      await createTable(duckdb, table);
      const columns = [...columnsOf(table).keys()].map(sqlName).join(', ');
      await duckdb.run(`INSERT INTO ${sqlName(relationOf(table))} (${columns})
        SELECT ${columns} FROM (${query}) ORDER BY ${order}`);
    },
    lay: async () => await Promise.resolve(),
    clear: async (prefix) => {
      const rows = await duckdb.rows(`SELECT table_name FROM duckdb_tables()
        WHERE temporary AND starts_with(table_name, ${sqlText(prefix)}) ORDER BY table_name`);
      for (const row of rows) await duckdb.run(`DROP TABLE IF EXISTS ${String(row['table_name'])}`);
    },
    holds: () => false,
    end: async () => await Promise.resolve(),
  };
}

/** On Spark, which has the canonical tables; all else is Parquet in a folder shared with it. */
export function scansOnSpark(duckdb: DuckDb, spark: SqlEngine, folder: SharedFolder): ScanSite {
  /** The folder each table lies in; a table made anew gets another, as files are never changed. */
  const folders = new Map<string, string>();
  const laid = new Set<string>();
  let turn = 0;
  /** The view of the session is left: a statement more, and nothing reads it any more. */
  const drop = async (name: string): Promise<void> => {
    const made = folders.get(name);
    if (made !== undefined) await duckdb.run(`DROP VIEW IF EXISTS ${sqlName(name)}`);
    const file = made ?? `${name}.parquet`;
    await rm(join(folder.here, file), { recursive: true, force: true });
    await folder.away?.remove(file);
    folders.delete(name);
    laid.delete(name);
  };
  const make = async (name: string, query: string): Promise<void> => {
    const before = folders.get(name);
    const made = `${name}_${turn++}`;
    const path = `${folder.there}/${made}`;
    await spark.run(`INSERT OVERWRITE DIRECTORY ${sparkText(path)} USING parquet ${query}`);
    folders.set(name, made);
    await folder.away?.fetch(made);
    const files = `${sqlPath(join(folder.here, made)).slice(0, -1)}/*.parquet'`;
    await duckdb.run(`CREATE OR REPLACE TEMP VIEW ${sqlName(name)} AS
      SELECT * FROM read_parquet(${files})`);
    await viewOfFile(spark, name, path, await typesSeen(duckdb, sqlName(name)));
    // The query may have read what it replaces.
    if (before === undefined) return;
    await rm(join(folder.here, before), { recursive: true });
    await folder.away?.remove(before);
  };
  return {
    engine: spark,
    make,
    reduce: async (name, query) => {
      await make(name, query);
      return name;
    },
    keep: async (table, query) => {
      const columns = [...columnsOf(table)].map(([name, { type }]) => {
        return `CAST(${sqlName(name)} AS ${sparkType(sqlTypeOf(type))}) AS ${sqlName(name)}`;
      });
      await make(relationOf(table), `SELECT ${columns.join(', ')} FROM (${query}) AS found`);
    },
    lay: async (name) => {
      const file = `${name}.parquet`;
      const path = sqlText(join(folder.here, file));
      await duckdb.run(`COPY (SELECT * FROM ${sqlName(name)}) TO ${path} (FORMAT parquet)`);
      const types = await typesSeen(duckdb, path);
      laid.add(name);
      await folder.away?.put(file);
      await viewOfFile(spark, name, `${folder.there}/${file}`, types);
    },
    clear: async (prefix) => {
      const names = [...folders.keys(), ...laid].filter((name) => name.startsWith(prefix));
      for (const name of names) await drop(name);
      await scansHere(duckdb).clear(prefix);
    },
    holds: (name) => folders.has(name) || laid.has(name),
    end: async () => {
      for (const made of folders.values()) await folder.away?.remove(made);
      for (const name of laid) await folder.away?.remove(`${name}.parquet`);
    },
  };
}
