import type { Localised } from '../../model/localised.ts';
import type { Assumption, RawFile, Software } from '../../model/snapshot.ts';

/** What became of the rows of one table; `present` is read and refused together. */
interface Rows {
  readonly present: number;
  readonly read: number;
  readonly refused: number;
}

/** What an inspection's process leaves about every row it was given, in `accounting.json`. */
export interface Accounting {
  readonly software: Software;
  readonly files: readonly RawFile[];
  readonly assumptions: readonly Assumption[];
  readonly raw_tables: readonly (Rows & {
    readonly name: string;
    readonly declared: boolean;
    readonly skipped: Localised | null;
  })[];
  readonly tables: readonly (Rows & {
    readonly table: string;
    readonly columns: readonly string[];
  })[];
  /** By kind and file, with the place of the first: what happened and what to do. */
  readonly issues: readonly (Localised & {
    readonly code: string;
    readonly severity: string;
    readonly count: number;
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
  })[];
}
