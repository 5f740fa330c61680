import type { DuckDb } from '../../engine/duckdb.ts';
import type { IssueLog } from '../../model/issue.ts';
import type { RawTableShape } from '../raw.ts';

/**
 * A raw table as loaded into the work database: its columns, all VARCHAR, then `_file` INTEGER,
 * `_line` BIGINT and `_row` BIGINT (1, 2, 3, … over all files in the order they were read).
 */
export interface StagedTable extends RawTableShape {
  /** Name in the work database, ready for use in SQL. */
  readonly relation: string;
  /** Declared by a CREATE TABLE, a header or a schema. */
  readonly declared: boolean;
  readonly rows_read: number;
  readonly rows_refused: number;
  /** Indexes of the raw files that declare it or hold rows of it. */
  readonly files: readonly number[];
}

/** All raw tables of an import, sorted by name, in a database that lasts as long as the import. */
export interface Stage {
  readonly engine: DuckDb;
  readonly tables: readonly StagedTable[];
  readonly issues: IssueLog;
  /** Folder of the work files, for what must not be seen half done. */
  readonly folder: string;
  /** The relation of a raw table; undefined where there is none of that name. */
  relation(name: string): string | undefined;
  /** Closes the database and deletes its files: they hold raw identities. */
  remove(): Promise<void>;
}
