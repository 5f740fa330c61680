import type { Localised } from './localised.ts';

/**
 * - `id`: the source system's own identifier, as text
 * - `money_minor`: integer minor units (fen, cents) of the table's currency
 * - `instant`: UTC, microseconds; `date`: a calendar date in the jurisdiction's time zone
 */
export type ColumnType =
  | 'id'
  | 'text'
  | 'int'
  | 'money_minor'
  | 'instant'
  | 'date'
  | 'bool'
  | 'double';

export interface Column {
  readonly type: ColumnType;
  readonly doc: Localised;
  /** The closed list of values a code column may hold; anything else arrives as 'other'. */
  readonly values?: readonly string[];
  /** What a column of a derived table needs beside what its table comes from. */
  readonly from?: readonly string[];
}

export interface TableShape {
  readonly doc: Localised;
  /** The column whose value names a row; null where rows have no name of their own. */
  readonly key: string | null;
  /**
   * Computed by Polyprism rather than imported: from whichever of these columns ('table.column')
   * the data supply, one being enough. Carries no locators.
   */
  readonly derived?: { readonly from: readonly string[] };
  readonly columns: Readonly<Record<string, Column>>;
}

type Doc = readonly [en: string, zh: string];

function column(type: ColumnType): (en: string, zh: string) => Column {
  return (en, zh) => ({ type, doc: { en, zh } });
}

export const id = column('id');
export const text = column('text');
export const int = column('int');
export const money = column('money_minor');
export const instant = column('instant');
export const date = column('date');
export const bool = column('bool');
export const double = column('double');

/** A column of a derived table that cannot be worked out without these. */
export function needing(shape: Column, ...from: readonly string[]): Column {
  return { ...shape, from };
}

export function code(values: readonly string[], ...[en, zh]: Doc): Column {
  return { type: 'text', doc: { en, zh }, values: [...values, 'other'] };
}
