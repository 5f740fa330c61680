import type { TableName } from './tables.ts';

/** Types a value may be cast to, as SQL names them. */
export type CastType = 'BIGINT' | 'INTEGER' | 'VARCHAR' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP';

/**
 * An expression over one row. `number` is written as in SQL (`7`, `0.25`), so that no digit is
 * lost; `parameter` is a parameter of the provision, `as_of` or `time_zone`; `hit` a column of a
 * term found in the row's own text, `fact` one of what the row was classified as.
 */
export type Expression =
  | { readonly column: string }
  | { readonly hit: string }
  | { readonly fact: string }
  | { readonly literal: boolean | null }
  | { readonly number: string }
  | { readonly text: string }
  | { readonly parameter: string }
  | { readonly call: string; readonly of: readonly Expression[] }
  | { readonly cast: CastType; readonly of: Expression }
  | { readonly cases: readonly Branch[]; readonly else: Expression };

export interface Branch {
  readonly when: Expression;
  readonly gives: Expression;
}

/** One SELECT of a row provision: the rows of a table for which `where` holds. */
export interface Predicate {
  readonly table: TableName;
  /** Asked once for each term found in the row's texts, rather than once. */
  readonly hits: boolean;
  /**
   * The provision whose `classification` of the row is read: asked once where there is one, and
   * not at all where the row was not classified. Absent where none is read.
   */
  readonly classified?: string;
  /** null where every row is meant. */
  readonly where: Expression | null;
  /** Columns of the result in order: `subject`, `act_on`, then the others. */
  readonly select: readonly { readonly name: string; readonly value: Expression }[];
}

/** Both statements of a row provision, each one SELECT or several whose rows are put together. */
export interface RowForm {
  readonly test: readonly Predicate[];
  /** None where the provision can always tell. */
  readonly cannot_tell: readonly Predicate[];
}

/** Version of the form; a reader refuses any other. */
export const predicate_schema = 'polyprism.predicate/1';
