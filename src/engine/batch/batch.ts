/** What provisions ask, as files, for a platform that takes `spark-submit` alone. */
export interface Batch {
  readonly schema: 'polyprism.batch/1';
  /** Version of this software. */
  readonly polyprism: string;
  /** SHA-256 of every input file. */
  readonly inputs: readonly string[];
  /** Settings of the Spark session. */
  readonly settings: Readonly<Record<string, string>>;
  readonly views: readonly BatchView[];
  /** Rows one statement may give. */
  readonly rows_max: number;
  readonly statements: readonly BatchStatement[];
}

/** A table under the name that statements read it by, with the rows there are. */
export type BatchView = { readonly name: string; readonly rows: number } & (
  | { readonly file: string; readonly bytes: number }
  /** A table of an Iceberg catalogue, and its columns as they are read. */
  | { readonly table: string; readonly columns: string }
);

export interface BatchStatement {
  readonly provision: string;
  readonly sql: string;
  /** Run where one of these, by place from 0, gave rows, or where none did; null: always. */
  readonly when: { readonly of: readonly number[]; readonly rows: 'some' | 'none' } | null;
}

/** What `run.py` leaves last, beside a file for each statement that it ran. */
export interface BatchReceipt {
  readonly schema: 'polyprism.batch_receipt/1';
  /** SHA-256 of the batch that was run, as a file. */
  readonly batch_sha256: string;
  readonly engine: { readonly name: string; readonly version: string };
  /** One a statement; null where it was not run because of what others gave. */
  readonly results: readonly (BatchResult | null)[];
}

export interface BatchResult {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Names in a batch's folder. */
export const batch_files = {
  batch: 'batch.json',
  program: 'run.py',
  tables: 'tables',
  results: 'results',
  receipt: 'results/receipt.json',
} as const;

/** The file of a statement's rows, by its place from 0. */
export function resultFile(at: number): string {
  return `${batch_files.results}/${String(at).padStart(5, '0')}.jsonl`;
}
