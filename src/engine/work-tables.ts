import type { SqlEngine } from './sql-engine.ts';

/** Tables worked out one from the other on an engine, each held as rows, not as a query. */
export interface WorkTables {
  readonly engine: SqlEngine;
  /** Makes a table of what a query finds, for this session alone. */
  make(name: string, query: string): Promise<void>;
  drop(name: string): Promise<void>;
}

/** Where the engine has temporary tables: DuckDB, PostgreSQL. */
export function temporaryTables(engine: SqlEngine): WorkTables {
  return {
    engine,
    make: async (name, query) => await engine.run(`CREATE TEMP TABLE ${name} AS ${query}`),
    drop: async (name) => await engine.run(`DROP TABLE ${name}`),
  };
}
