import type { Localised } from '../../model/localised.ts';
import type { ColumnType } from 'kysely';

export interface ProposalTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly draft_id: string;
  readonly created_at: string;
}

export interface ProposalEventTable {
  readonly proposal_id: string;
  readonly number: number;
  readonly tenant_id: string;
  readonly user_id: string;
  /** A `ProposalEvent` with a salt as canonical JSON. */
  readonly content: string;
  readonly digest: string;
}

export interface OpinionTable {
  readonly id: string;
  readonly proposal_id: string;
  /** Whose proposal it is about. */
  readonly tenant_id: string;
  /** An `Opinion` with a salt as canonical JSON. */
  readonly content: string;
  readonly digest: string;
}

export interface StandardTable {
  readonly id: string;
  readonly tenant_id: string;
}

export interface EditionTable {
  readonly id: string;
  readonly standard: string;
  readonly version: string;
  readonly tenant_id: string;
  readonly proposal_id: string;
  readonly published_on: string;
  readonly published_at: string;
  readonly publisher: string;
  readonly title: ColumnType<Localised, string, never>;
  readonly bundle: Buffer;
  readonly signatures: string;
  readonly public_key: string;
  readonly digest: string;
}

export interface TrustDecisionTable {
  readonly tenant_id: string;
  readonly publisher_id: string;
  readonly number: number;
  readonly user_id: string;
  readonly at: string;
  readonly public_key: string | null;
  readonly reason: string;
}
