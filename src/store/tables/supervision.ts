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
}

export interface FindingTable {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly number: number;
  readonly provision_id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly verdict: string;
  readonly detail: Json;
}

export interface JurisdictionTable {
  readonly regulator_id: string;
  readonly platform_id: string;
  readonly since: string;
  readonly until: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface AssociationMemberTable {
  readonly association_id: string;
  readonly member_id: string;
  readonly since: string;
  readonly until: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface OperatorClaimTable {
  /** The operator. */
  readonly tenant_id: string;
  readonly platform_id: string;
  readonly account: string;
  readonly status: ColumnType<
    'claimed' | 'confirmed' | 'refused',
    undefined,
    'confirmed' | 'refused'
  >;
  readonly at: InstantNow;
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
