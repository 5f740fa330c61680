import { limits } from '../../model/limits.ts';
import type { SqlEngine } from '../sql-engine.ts';
import { parseHiveAddress } from './hive-address.ts';
import { openHiveSession } from './hive-session.ts';

/** Spark behind a HiveServer2. */
export interface Spark extends SqlEngine {
  readonly dialect: 'spark';
  /** Ends the session; `close` does so too, without waiting for it. */
  end(): Promise<void>;
}

/**
 * What our SQL means by itself: text in '…', names in "…", instants without a zone, UTC, an error
 * for a number too large instead of another number.
 */
export const sparkSettings = {
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.timestampType': 'TIMESTAMP_NTZ',
  'spark.sql.parser.escapedStringLiterals': 'false',
  'spark.sql.caseSensitive': 'false',
};

/** What is cancelled stops where it is, not when its tasks are done. */
const interruptible = { 'spark.sql.thriftServer.interruptOnCancel': 'true' };

/** Its driver plans one while its executors are at another. */
const at_once = 4;

/** Opens a session at an address of HiveServer2 (`hive-address.ts`). */
export async function openSpark(url: string, signal?: AbortSignal): Promise<Spark> {
  const address = parseHiveAddress(url);
  const session = await openHiveSession(address, { limits, ...(signal && { signal }) });
  for (const [name, value] of Object.entries({ ...sparkSettings, ...interruptible })) {
    await session.execute(`SET ${name}=${value}`);
  }
  const [told] = await session.execute('SELECT version() AS version');
  return {
    name: 'spark',
    version: String(told?.['version']).split(' ')[0] ?? '',
    dialect: 'spark',
    at_once,
    run: async (sql) => {
      await session.execute(sql);
    },
    rows: async (sql) => await session.execute(sql),
    close: () => void session.close(),
    end: async () => await session.close(),
  };
}
