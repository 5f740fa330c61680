import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { RawColumn } from '../../model/snapshot.ts';

/** What detection needs to know of a staged raw table; `StagedTable` has it all. */
export interface DetectTable {
  readonly name: string;
  /** Name in the work database; columns are VARCHAR, plus `_file`, `_line`, `_row`. */
  readonly relation: string;
  readonly columns: readonly RawColumn[];
  readonly primary_key: readonly string[];
  readonly unique_keys: readonly (readonly string[])[];
  readonly comment: string | null;
  readonly rows_read: number;
}

export interface DetectInput {
  readonly engine: SqlEngine;
  readonly tables: readonly DetectTable[];
}
