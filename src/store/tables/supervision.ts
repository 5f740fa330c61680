import type { ColumnType, GeneratedAlways } from 'kysely';
import type { InstantNow, InstantOrNull } from './people.ts';

/** JSON: parsed when read, text when set. */
type Json = ColumnType<unknown, string, string>;

export interface FileTable {
  readonly tenant_id: string;
  readonly user_id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly matter_id: string | null;
  readonly at: InstantNow;
  readonly keep_until: string;
  /** Why it may not be removed even when its term is over; null where it may. */
  readonly locked_for: ColumnType<string | null, string | null | undefined, string | null>;
  readonly removed_at: InstantOrNull;
}

export interface InspectionTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly snapshot_id: string;
  readonly at: InstantNow;
  readonly as_of: string;
  readonly report: string;
  readonly summary: Json;
  /** About which platform it is, where its tenant is not the platform itself. */
  readonly platform_id: string | null;
}

export interface FindingTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly number: number;
  readonly provision_id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly verdict: string;
  /** The finding as in the report. */
  readonly detail: Json;
  /** Whose it is, where its subject names an operator. */
  readonly operator_id: string | null;
  readonly stage: string | null;
  readonly severity: string | null;
  /** Root of the structure its subject stands in, where that is a member. */
  readonly scheme_id: ColumnType<string | null, string | null | undefined, never>;
}

/** Written by the database with the findings. */
export interface FindingColumnTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  /** Number of the first finding of the part. */
  readonly first: number;
  readonly name: string;
  readonly texts: readonly string[];
  /** Of each finding by number, its value's place in `texts` from 1, or 0, in two bytes. */
  readonly places: Buffer;
}

export interface InspectionProvisionTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly provision_id: string;
  readonly verdict: 'breach' | 'reached' | 'no_breach' | 'cannot_tell';
  readonly detail: Json;
}

/** What two tenants are to each other, from proposal to end. */
interface Affiliation {
  readonly id: ColumnType<string, string | undefined, never>;
  readonly status: ColumnType<AffiliationStatus, AffiliationStatus | undefined, AffiliationStatus>;
  /** Null where the program set it. */
  readonly proposed_by: ColumnType<string | null, string | null | undefined, never>;
  readonly since: string;
  readonly until: ColumnType<string | null, string | null | undefined, string | null>;
}

type AffiliationStatus = 'proposed' | 'confirmed' | 'refused' | 'ended';

export interface JurisdictionTable extends Affiliation {
  readonly regulator_id: string;
  readonly platform_id: string;
}

export interface AssociationMemberTable extends Affiliation {
  readonly association_id: string;
  readonly member_id: string;
}

export interface OperatorClaimTable extends Affiliation {
  /** The operator. */
  readonly tenant_id: string;
  readonly platform_id: string;
  readonly account: string;
  readonly at: InstantNow;
}

export interface ConnectorTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly name: string;
  /** Without user and password. */
  readonly address: string;
  readonly sealed: string;
  readonly packs: readonly string[];
  readonly platform_id: string | null;
  readonly cron: string | null;
  readonly time_zone: string;
  readonly created_at: InstantNow;
  readonly ended_at: InstantOrNull;
  readonly last_run_at: InstantOrNull;
  readonly last_inspection_id: ColumnType<string | null, undefined, string>;
  readonly last_ended_at: InstantOrNull;
  readonly last_code: ColumnType<string | null, undefined, string | null>;
  readonly failures: ColumnType<number, undefined, number>;
}

export interface SavedViewTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly shared: ColumnType<boolean, boolean | undefined, boolean>;
  readonly name: string;
  readonly query: Json;
}

export interface OutboxTable {
  readonly id: GeneratedAlways<number>;
  readonly tenant_id: string;
  readonly user_id: string | null;
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: InstantNow;
  readonly sent_at: InstantOrNull;
}
