import type { EvidenceValue } from '../model/provision.ts';

export type SqlRow = Readonly<Record<string, EvidenceValue>>;

/**
 * What a run needs of a SQL engine. Values come back as JSON scalars: integers as numbers
 * (as text beyond 2^53), dates as 'YYYY-MM-DD', instants as ISO 8601 UTC, never as floats
 * in disguise.
 */
export interface SqlEngine {
  readonly name: string;
  readonly version: string;
  readonly dialect: 'duckdb' | 'spark' | 'postgres';
  /** How many queries it gains by being asked at once; one where absent. */
  readonly at_once?: number;
  /** Runs a statement for its effect. */
  run(sql: string): Promise<void>;
  /** Runs a query and returns all its rows. */
  rows(sql: string): Promise<SqlRow[]>;
  close(): void;
}
