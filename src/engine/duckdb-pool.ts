import { DuckDb } from './duckdb.ts';
import type { DuckDbOptions } from './duckdb.ts';
import type { SqlRow } from './sql-engine.ts';

/** Short questions of many readers, answered by a few connections that share one memory. */
export interface DuckDbPool {
  rows(sql: string): Promise<SqlRow[]>;
  /** Resolves once nothing is asked any more and all connections are closed. */
  close(): Promise<void>;
}

/**
 * A pool that is opened when it is first asked. Statements wait in turn for a free connection, so
 * that many readers take no more memory than a few; one that fails frees its connection.
 */
export function duckDbPool(options: DuckDbOptions & { readonly connections: number }): DuckDbPool {
  const waiting: ((engine: DuckDb) => void)[] = [];
  const free: DuckDb[] = [];
  let opened: Promise<DuckDb> | null = null;
  /** The first connection owns the database. */
  const open = async (): Promise<DuckDb> => {
    const first = await DuckDb.open(options);
    free.push(first);
    for (let i = 1; i < options.connections; i++) free.push(await first.another());
    return first;
  };
  const take = async (): Promise<DuckDb> =>
    free.pop() ?? (await new Promise<DuckDb>((resolve) => void waiting.push(resolve)));
  const give = (engine: DuckDb): void => {
    const next = waiting.shift();
    if (next) next(engine);
    else free.push(engine);
  };
  return {
    rows: async (sql) => {
      opened ??= open();
      await opened;
      const engine = await take();
      try {
        return await engine.rows(sql);
      } finally {
        give(engine);
      }
    },
    close: async () => {
      const first = await opened;
      if (first === null) return;
      for (let i = 0; i < options.connections; i++) {
        const engine = await take();
        if (engine !== first) engine.close();
      }
      first.close();
    },
  };
}
