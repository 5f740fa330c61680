import type { SqlEngine } from '../../engine/sql-engine.ts';

/** A raw table as loaded into the work database: its columns all VARCHAR, plus the locators. */
export interface StagedSource {
  /** Name in the source. */
  readonly name: string;
  /** Name in the work database. */
  readonly relation: string;
  readonly columns: readonly { readonly name: string }[];
  /** Unknown where absent. */
  readonly rows_read?: number;
}

/** What mapping reads: the work database and what lies in it. */
export interface StagedInput {
  readonly engine: SqlEngine;
  readonly tables: readonly StagedSource[];
}

/** Locator columns every staged table carries beside its own. */
export const stagedLocators = ['_file', '_line', '_row'] as const;
