import type { RawSink } from '../raw.ts';
import { isDatabaseUrl, parseDatabaseUrl } from './database-url.ts';
import type { LiveOptions } from './live-options.ts';
import type { readMysql } from './read-mysql.ts';

/** A database to be read through the network, in one consistent snapshot, without a write. */
export interface LiveSource {
  /** Address without user and password. */
  readonly name: string;
  readonly format: 'mysql-live' | 'postgres-live';
  /** Reads all tables, sorted by name; `bytes` counts the values. */
  read(sink: RawSink, file: number, options: LiveOptions): Promise<{ bytes: number }>;
}

/** The database an input names; null where the input is a path. */
export function liveSource(input: string): LiveSource | null {
  if (!isDatabaseUrl(input)) return null;
  const url = parseDatabaseUrl(input);
  return {
    name: url.name,
    format: `${url.kind}-live`,
    read: async (sink, file, options) => {
      const read = await readerOf(url.kind);
      return await read(url, sink, file, options);
    },
  };
}

/** The drivers are loaded where a database is read: most runs read files. */
async function readerOf(kind: 'mysql' | 'postgres'): Promise<typeof readMysql> {
  if (kind === 'mysql') return (await import('./read-mysql.ts')).readMysql;
  return (await import('./read-postgres.ts')).readPostgres;
}
