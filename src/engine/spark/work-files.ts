import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlEngine } from '../sql-engine.ts';
import type { WorkTables } from '../work-tables.ts';
import { sparkText, viewOfFile } from './views.ts';

/** One folder as this machine names it, and as Spark's machines do. */
export interface SharedFolder {
  readonly here: string;
  readonly there: string;
}

/**
 * Spark's temporary views are queries, worked out anew by whoever reads them. So each table is
 * written as Parquet into a folder of the run, with a view over the files: no catalogue is needed,
 * a lost executor costs a task rather than all rounds before, and other engines read the files.
 */
export function workFiles(engine: SqlEngine, { here, there }: SharedFolder): WorkTables {
  return {
    engine,
    make: async (name, query) => {
      const path = `${there}/${name}`;
      await engine.run(`INSERT OVERWRITE DIRECTORY ${sparkText(path)} USING parquet ${query}`);
      await viewOfFile(engine, name, path);
    },
    drop: async (name) => {
      await engine.run(`DROP VIEW ${name}`);
      await rm(join(here, name), { recursive: true, force: true });
    },
  };
}
