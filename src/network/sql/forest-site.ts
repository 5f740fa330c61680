import { join } from 'node:path';
import { sqlPath, sqlText } from '../../engine/duckdb.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { typesSeen, viewOfFile } from '../../engine/spark/views.ts';
import { workFiles } from '../../engine/spark/work-files.ts';
import type { SharedFolder } from '../../engine/spark/work-files.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import { temporaryTables } from '../../engine/work-tables.ts';
import type { WorkTables } from '../../engine/work-tables.ts';

/** Where the SQL forest is worked out, seen from the DuckDB that has the members. */
export interface ForestSite {
  readonly work: WorkTables;
  /** Lays a temporary table of DuckDB before the engine, under the same name. */
  lay(duckdb: DuckDb, table: string): Promise<void>;
  /** What a table made there is called in a query of DuckDB, once it can be read here. */
  seen(table: string): Promise<string>;
}

/** In the DuckDB of the run itself. */
export function siteHere(duckdb: DuckDb): ForestSite {
  return {
    work: temporaryTables(duckdb),
    lay: async () => await Promise.resolve(),
    seen: async (table) => await Promise.resolve(table),
  };
}

/** On Spark; all tables are Parquet files of a folder shared with it. */
export function siteOnSpark(engine: SqlEngine, folder: SharedFolder): ForestSite {
  return {
    work: workFiles(engine, folder),
    lay: async (duckdb, table) => {
      const file = `${table}.parquet`;
      const path = sqlText(join(folder.here, file));
      await duckdb.run(`COPY ${table} TO ${path} (FORMAT parquet)`);
      const types = await typesSeen(duckdb, path);
      await folder.away?.put(file);
      await viewOfFile(engine, table, `${folder.there}/${file}`, types);
    },
    seen: async (table) => {
      await folder.away?.fetch(table);
      return `read_parquet(${sqlPath(join(folder.here, table)).slice(0, -1)}/*.parquet')`;
    },
  };
}
