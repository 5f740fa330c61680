import type { Issue } from './issue.ts';
import type { Localised } from './localised.ts';
import type { TableName } from './tables.ts';

/** A raw input file, as hashed before anything was parsed. */
export interface RawFile {
  /** Name relative to what the user gave: never a path of this machine. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** 'mysql-dump', 'csv', 'xlsx', 'json', 'ndjson', 'parquet', 'mysql-live', 'postgres-live'. */
  readonly format: string;
  /** Character set the file was decoded from. */
  readonly charset: string | null;
}

/** A column as the source declares it. */
export interface RawColumn {
  readonly name: string;
  /** Declared type in the source's own words; null where the format has none. */
  readonly type: string | null;
  /** The source's COMMENT, where enum meanings live. */
  readonly comment: string | null;
}

/** A table as found in the raw files, with the account of its rows: read + refused = present. */
export interface RawTable {
  readonly name: string;
  /** Declared by a CREATE TABLE, a header or a schema. */
  readonly declared: boolean;
  readonly comment: string | null;
  readonly columns: readonly RawColumn[];
  readonly primary_key: readonly string[];
  /** Sets of columns with a unique key, the primary key not among them. */
  readonly unique_keys: readonly (readonly string[])[];
  readonly rows_read: number;
  readonly rows_refused: number;
  /** Why its rows take no part in the canonical tables; null when they do. */
  readonly skipped: Localised | null;
}

/** Which mall software the data comes from, and why we think so. */
export interface Software {
  /** null when unknown. */
  readonly name: string | null;
  readonly family: string | null;
  /** 0 to 1: similarity of the table sets. */
  readonly score: number;
  readonly reasons: readonly Localised[];
}

/** Family of data that arrive in the canonical tables: no software, so no name of its own. */
export const canonicalFamily = 'canonical';

/** Something assumed because the data do not say: printed, and overridable by a mapping file. */
export interface Assumption {
  readonly what: 'charset' | 'time_zone' | 'money_unit' | 'currency' | 'mapping';
  readonly subject: string;
  readonly value: string;
  readonly reason: Localised;
}

/** The account of one canonical table. */
export interface TableAccount {
  readonly read: number;
  readonly refused: number;
  /** Columns some source filled; the others are "cannot tell" to every provision. */
  readonly columns_present: readonly string[];
}

/** One immutable import: what `intake` leaves behind and everything later reads. */
export interface Snapshot {
  /** Folder with `<table>.parquet` for every canonical table (empty where nothing fed it). */
  readonly directory: string;
  /** Its tables lie where Spark reads them; the folder has what is brought down of them. */
  readonly in_place?: boolean;
  readonly files: readonly RawFile[];
  readonly software: Software;
  readonly raw_tables: readonly RawTable[];
  readonly tables: Readonly<Partial<Record<TableName, TableAccount>>>;
  readonly issues: readonly Issue[];
  readonly assumptions: readonly Assumption[];
  readonly currency: string;
  /** IANA zone of legal dates and zone-less times. */
  readonly time_zone: string;
  /** Last instant any row speaks of, ISO 8601 UTC: "now" for the data. null without dates. */
  readonly data_until: string | null;
}

/** Whether a table was supplied: it may have no rows, yet it has columns. */
export function isSupplied(tables: Snapshot['tables'], table: TableName): boolean {
  return (tables[table]?.columns_present.length ?? 0) > 0;
}
