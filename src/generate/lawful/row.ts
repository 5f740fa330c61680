import type { TableName, tables } from '../../model/tables.ts';

/** Tables a source fills; the rest is computed from them. */
export type FilledTable = {
  [T in TableName]: (typeof tables)[T] extends { readonly derived: object } ? never : T;
}[TableName];

/** Instants are Unix seconds, dates 'YYYY-MM-DD'; '' states that there is none, null nothing. */
export type Value = string | number | boolean | null;

export type ColumnOf<T extends FilledTable> = keyof (typeof tables)[T]['columns'] & string;

/** A row of a canonical table; what is left out is null. */
export type Row<T extends FilledTable> = { readonly [C in ColumnOf<T>]?: Value };

/** A row of any table. */
export type AnyRow = Readonly<Record<string, Value>>;
