import { digestOf } from '../../evidence/digest.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PublicationKind } from '../../model/publication.ts';
import type { StatementOfReasons } from '../reasons/statement-of-reasons.ts';

/** Whom it is about; a natural person by the masked name alone. */
export interface PublicSubject {
  readonly name: string;
  readonly credit_code: string | null;
  readonly is_person: boolean;
}

/** What the public reads of a decision, measure, recall or draw: nothing else is published. */
export interface PublicRecord {
  readonly id: string;
  /** From 1; a correction is the next one. */
  readonly version: number;
  readonly kind: PublicationKind;
  /** Who decided and publishes. */
  readonly publisher: string;
  /** The decision's own number (文号); null where it has none. */
  readonly number: string | null;
  readonly title: string;
  /** Null for draws, which are about nobody. */
  readonly subject: PublicSubject | null;
  /** Province or city, as the publisher names it. */
  readonly region: string | null;
  /** What it concerns, in a word: kind of breach, measure or goods. */
  readonly category: string;
  readonly facts: string;
  readonly outcome: string;
  readonly basis: readonly string[];
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly decided_on: string;
  readonly published_on: string;
  /** The last day of display; null while it is in force. */
  readonly shown_until: string | null;
  readonly reasons: StatementOfReasons | null;
  /** What the draw committed and what came of it. */
  readonly draw: JsonObject | null;
  /** Digest of the version this one replaces. */
  readonly corrects: string | null;
  /** What was corrected, in a word. */
  readonly correction: string | null;
}

/** SHA-256 of the record's canonical JSON: what the log holds and a tombstone keeps. */
export function recordDigest(record: PublicRecord): string {
  return digestOf(record);
}
