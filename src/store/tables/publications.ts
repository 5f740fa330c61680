import type { ColumnType } from 'kysely';
import type { PublicationKind } from '../../model/publication.ts';

/** A link of a chain of monthly data files. */
export interface DataFileTable {
  readonly name: string;
  readonly number: number;
  readonly month: string;
  /** Canonical JSON. */
  readonly manifest: string;
  readonly digest: string;
  /** JSON lines; null once a later link has taken their place. */
  readonly content: ColumnType<string | null, string, null>;
}

export interface PublicationTable {
  readonly id: string;
  readonly version: number;
  readonly tenant_id: string;
  readonly kind: PublicationKind;
  /** What it is about; the public does not learn it. */
  readonly matter_id: string;
  readonly published_on: string;
  /** Last day of display; null while it is in force. */
  readonly shown_until: string | null;
  readonly digest: string;
  /** Canonical JSON of the record; null once it was withdrawn or replaced. */
  readonly content: ColumnType<string | null, string, null>;
  readonly withdrawn_on: ColumnType<string | null, undefined, string>;
  /** Why, in a word of src/disclosure; `replaced` by a later version. */
  readonly why: ColumnType<string | null, undefined, string>;
}
