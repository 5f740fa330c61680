import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlEngine } from '../sql-engine.ts';
import type { WorkTables } from '../work-tables.ts';
import { sparkText, viewOfFile } from './views.ts';

/** One folder as this machine names it, and as Spark's machines do. */
export interface SharedFolder {
  readonly here: string;
  readonly there: string;
  readonly away?: Away | undefined;
}

/** Carries between two folders that are one only by their contents; paths are below both. */
export interface Away {
  /** Brings a file there. */
  put(path: string): Promise<void>;
  /** Brings the files of a folder here, from where Spark has written them. */
  fetch(path: string): Promise<void>;
  /** Deletes a file or folder there. */
  remove(path: string): Promise<void>;
}

/** The same for a folder in it. */
export function awayIn(away: Away | undefined, folder: string): Away | undefined {
  return (
    away && {
      put: async (path) => await away.put(`${folder}/${path}`),
      fetch: async (path) => await away.fetch(`${folder}/${path}`),
      remove: async (path) => await away.remove(`${folder}/${path}`),
    }
  );
}

/**
 * Spark's temporary views are queries, worked out anew by whoever reads them. So each table is
 * written as Parquet into a folder of the run, with a view over the files: no catalogue is needed,
 * a lost executor costs a task rather than all rounds before, and other engines read the files.
 */
export function workFiles(engine: SqlEngine, { here, there, away }: SharedFolder): WorkTables {
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
      await away?.remove(name);
    },
  };
}
