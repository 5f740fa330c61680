import type { TableName } from '../model/tables.ts';

/**
 * How raw tables become canonical tables: data, never code. Bundled adapters, generic detection
 * and a user's mapping.yaml all have this one form; there is no SQL in it, so a mapping from a
 * stranger can do no harm.
 */
export interface Mapping {
  readonly schema: 'polyprism.mapping/1';
  /** Currency of money columns, ISO 4217. */
  readonly currency: string;
  /** IANA zone of zone-less times in the source. */
  readonly time_zone: string;
  readonly tables: readonly TableMapping[];
}

/** One raw table feeding one canonical table; several entries for a table are stacked. */
export interface TableMapping {
  readonly table: TableName;
  readonly from: string;
  /** Lookups: first matching row of another raw table, reached as `alias.column`. */
  readonly join?: readonly JoinMapping[];
  /** All conditions must hold. */
  readonly where?: readonly Condition[];
  readonly columns: Readonly<Record<string, ColumnMapping>>;
  /**
   * Canonical columns without which a raw row states no such fact: a wide row with no
   * second-level commission, an account without a phone number. Such rows are left out.
   */
  readonly requires?: readonly string[];
}

export interface JoinMapping {
  readonly table: string;
  readonly alias: string;
  /** Column of `table` → column of the row being mapped, or `alias.column` of an earlier join. */
  readonly on: Readonly<Record<string, string>>;
  /** Only rows of `table` that meet all conditions are looked up. */
  readonly where?: readonly Condition[];
}

export interface Condition {
  readonly column: string;
  readonly in?: readonly string[];
  readonly not_in?: readonly string[];
  /** SQL LIKE pattern. */
  readonly like?: string;
}

/** How a raw text value is read. The default follows from the canonical column's type. */
export type Reading =
  | 'id'
  | 'text'
  | 'int'
  | 'money_major'
  | 'money_minor'
  | 'unix_s'
  | 'unix_ms'
  | 'datetime'
  /** 12/31/2024, with or without AM and PM; and 31/12/2024. */
  | 'month_first'
  | 'day_first'
  | 'bool'
  | 'code'
  /** Keyed HMAC pseudonym of the normalised value. */
  | 'pseudonym'
  | 'ratio'
  | 'percent';

export interface ColumnMapping {
  /** Raw column, or `alias.column` of a join; the first non-empty of several. */
  readonly column?: string | readonly string[];
  /**
   * Puts the texts of all columns together with this between them, instead of taking the first
   * that is not empty: a status that two columns decide ('1/0', all needed), a text in several
   * parts (empty ones left out).
   */
  readonly combine?: string;
  /** A constant instead of a column. */
  readonly value?: string;
  /** Only where all conditions hold; none elsewhere: an amount paid, where the order is paid. */
  readonly when?: readonly Condition[];
  /** Path into JSON text held by the column, for example `$.productInfo.price`; or several. */
  readonly json?: string | readonly string[];
  /**
   * One item of a list in text: an ancestor chain '/0/7/12/' ends in the recruiter, or in the
   * row itself with the recruiter before it.
   */
  readonly item?: {
    readonly separator: string;
    readonly take: 'first' | 'last' | 'last_but_one';
  };
  /** Put before an id, so that ids of several raw tables stay apart in one canonical table. */
  readonly prefix?: string;
  /** Further number columns, read the same way and added; an empty one counts as nothing. */
  readonly plus?: readonly string[];
  readonly as?: Reading;
  /** Raw values that mean "none" beside NULL and the empty string ('0' for ids and unix times). */
  readonly none?: readonly string[];
  /**
   * Raw values that state that there is none: they arrive as the empty text, which a provision
   * reads as a statement ("no reason given"), where NULL only says that nothing is known.
   */
  readonly blank?: readonly string[];
  /**
   * Raw value → canonical code or boolean ('true' | 'false'). `*` for every other value, the empty
   * text for none; a target that is empty means none.
   */
  readonly codes?: Readonly<Record<string, string>>;
  /** Negates a number: a ledger that writes outflows as positive amounts. */
  readonly negate?: boolean;
}
