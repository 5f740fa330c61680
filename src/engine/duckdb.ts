import { DuckDBInstance, version } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import type { EvidenceValue } from '../model/provision.ts';
import type { SqlEngine, SqlRow } from './sql-engine.ts';

export interface DuckDbOptions {
  /** Database file; in memory where absent. */
  readonly path?: string;
  readonly threads?: number;
  /** For example '2GB'; DuckDB spills beyond it. */
  readonly memory_limit?: string;
  /** Where to spill; the database file's folder where absent. */
  readonly temporary_directory?: string;
  /**
   * For SQL of strangers: the only folders it reaches. No other file, no network, no extension,
   * and no setting is changed any more.
   */
  readonly confined_to?: readonly string[];
}

/** DuckDB in process, offline: statically linked extensions only, nothing fetched or loaded. */
export class DuckDb implements SqlEngine {
  readonly name = 'duckdb';
  readonly version = version();
  readonly dialect = 'duckdb';
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  /** Whether the database ends with this connection. */
  readonly #owns: boolean;
  readonly #afterwards: (() => void)[] = [];

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, owns: boolean) {
    this.#instance = instance;
    this.connection = connection;
    this.#owns = owns;
  }

  static async open(options: DuckDbOptions = {}): Promise<DuckDb> {
    const instance = await DuckDBInstance.create(options.path ?? ':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.threads !== undefined && { threads: String(options.threads) }),
      ...(options.memory_limit !== undefined && { memory_limit: options.memory_limit }),
      ...(options.temporary_directory !== undefined && {
        temp_directory: options.temporary_directory,
      }),
    });
    const opened = await DuckDb.#connected(instance, true);
    if (options.confined_to !== undefined) await confine(opened.connection, options.confined_to);
    return opened;
  }

  static async #connected(instance: DuckDBInstance, owns: boolean): Promise<DuckDb> {
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    return new DuckDb(instance, connection, owns);
  }

  /** A further connection to the same database, its memory and threads; it ends by itself alone. */
  async another(): Promise<DuckDb> {
    return await DuckDb.#connected(this.#instance, false);
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<SqlRow[]> {
    return toRows(await this.connection.runAndReadAll(sql));
  }

  /** Ends what it is at: that throws. */
  interrupt(): void {
    this.connection.interrupt();
  }

  /** Does something once it is closed: what its views read may go then. */
  whenClosed(done: () => void): void {
    this.#afterwards.push(done);
  }

  close(): void {
    this.connection.closeSync();
    if (this.#owns) this.#instance.closeSync();
    for (const done of this.#afterwards.splice(0)) done();
  }
}

async function confine(connection: DuckDBConnection, folders: readonly string[]): Promise<void> {
  // Before the door is shut; afterwards nothing can be added.
  await connection.run(`SET allowed_directories = [${folders.map(sqlText).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

function toRows(reader: DuckDBResultReader): SqlRow[] {
  const names = reader.deduplicatedColumnNames();
  const types = reader.columnTypes().map(String);
  return reader.getRows().map((row) => {
    const out: Record<string, EvidenceValue> = {};
    names.forEach((name, i) => (out[name] = toScalar(row[i], types[i] ?? '')));
    return out;
  });
}

function toScalar(value: unknown, type: string): EvidenceValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') {
    const small = Number(value);
    return Number.isSafeInteger(small) ? small : String(value);
  }
  if (type.startsWith('TIMESTAMP')) return isoInstant(String(value));
  return String(value);
}

/** 'YYYY-MM-DD hh:mm:ss[.ffffff]' → ISO 8601 UTC; whole seconds without a fraction. */
function isoInstant(text: string): string {
  return `${text
    .replace(/(\+00)?$/, '')
    .replace(' ', 'T')
    .replace(/\.0+$/, '')}Z`;
}

/** Quotes a text literal. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A value as SQL writes it. */
export function sqlValue(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? sqlText(value) : String(value);
}

/** A file's path for read_csv or read_parquet, whose pattern characters stand for themselves. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[[*?]/g, '[$&]'));
}

/** Quotes an identifier, for engine-internal SQL (provision texts never need it). */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
