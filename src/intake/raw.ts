import type { IssueCode, IssueParams, Place } from '../model/issue.ts';
import type { Limits } from '../model/limits.ts';
import type { RawColumn } from '../model/snapshot.ts';

/** What a reader learns of a table before or after its rows. */
export interface RawTableShape {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly RawColumn[];
  readonly primary_key: readonly string[];
  readonly unique_keys: readonly (readonly string[])[];
}

/**
 * Takes the rows of one raw table. Values are UTF-8; a row is written value by value in the
 * order of the columns, then ended or refused. Nothing of a refused row is kept but its place.
 */
export interface RawRowWriter {
  /** Bytes of `source` from `start` to `end`, already UTF-8 and unescaped. */
  bytes(source: Uint8Array, start: number, end: number): void;
  text(value: string): void;
  /** NULL in the source: not the empty string. */
  none(): void;
  /** Ends the row; `line` counts from 1 in the raw file. */
  end(line: number): void;
  /** Drops what was written of the current row and records why. */
  refuse(code: IssueCode, params: IssueParams, place: Place): void;
}

/** Where readers put what they find. One for a whole import; tables of one name are joined. */
export interface RawSink {
  /**
   * Opens (or reopens) a table for rows of `columns`, in this order. A table may be opened with
   * a subset or another order of its columns (INSERT with a column list): the sink aligns them.
   */
  open(table: string, columns: readonly string[], file: number): Promise<RawRowWriter>;
  /** Declares or completes a table's shape (CREATE TABLE, ALTER TABLE, a header). */
  declare(shape: RawTableShape): void;
  issue(code: IssueCode, params: IssueParams, place: Place, count?: number): void;
  /** Lets buffers drain: readers await it between chunks, which keeps memory flat. */
  flushed(): Promise<void>;
}

/** A source of bytes with a name and an index, opened as often as needed. */
export interface RawInput {
  /** Index in the snapshot's list of files. */
  readonly file: number;
  /** Name as shown to people. */
  readonly name: string;
  readonly bytes: number;
  /** The file itself, where it lies on disk as it is to be read: not packed, not a database. */
  readonly path?: string;
  /** Streams the (decompressed) bytes from the start. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Options every reader takes; some take more. */
export interface ReadOptions {
  /** Character set, where the user knows it. */
  readonly charset?: string;
  readonly progress?: ReadProgress;
  readonly limits?: Limits;
}

/** What a reader found out about the file as a whole. */
export interface ReadResult {
  /** Character set it was decoded from; null where the format has none. */
  readonly charset: string | null;
}

export type Reader = (input: RawInput, sink: RawSink, options: ReadOptions) => Promise<ReadResult>;

/** Called as bytes are consumed, for progress; `rows` since the start of the file. */
export type ReadProgress = (bytes: number, rows: number) => void;
