import type { ColumnType } from 'kysely';
import type { Party, Role } from '../../model/actor.ts';

/** An instant: UTC text with milliseconds when read; anything PostgreSQL understands when set. */
export type Instant = ColumnType<string, string, string>;
export type InstantOrNull = ColumnType<string | null, string | null | undefined, string | null>;
/** An instant the database sets to its own clock when none is given. */
export type InstantNow = ColumnType<string, string | undefined, string>;

export interface TenantTable {
  readonly id: string;
  readonly party: Party;
  readonly name: string;
  readonly time_zone: string;
  /** Name of the shipped pack whose deadlines and calendar its matters go by. */
  readonly jurisdiction: ColumnType<string, string | undefined, never>;
  readonly credit_code: ColumnType<string | null, string | null | undefined, string | null>;
  readonly licence_number: ColumnType<string | null, string | null | undefined, string | null>;
  readonly licence_url: ColumnType<string | null, string | null | undefined, string | null>;
  readonly opened_at: InstantNow;
  readonly closed_at: InstantOrNull;
}

/** From which day on a tenant goes by which law; never changed. */
export interface TenantChangeTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly from_on: string;
  readonly jurisdiction: string;
  readonly licence_number: string | null;
  readonly licence_url: string | null;
  readonly user_id: string;
  readonly at: Instant;
  readonly reason: string;
}

export interface TenantSettingTable {
  readonly tenant_id: string;
  readonly name: string;
  /** JSON text when set. */
  readonly value: ColumnType<unknown, string, string>;
}

export interface AppUserTable {
  readonly id: string;
  readonly login: ColumnType<string | null, string | null | undefined, string | null>;
  readonly name: string;
  readonly language: ColumnType<'zh' | 'en', 'zh' | 'en' | undefined, 'zh' | 'en'>;
  readonly created_at: InstantNow;
  readonly disabled_at: InstantOrNull;
}

export interface MembershipTable {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly role: Role;
  readonly since: InstantNow;
}

export interface CredentialTable {
  readonly id: string;
  readonly user_id: string;
  readonly kind: 'password' | 'totp' | 'oidc' | 'recovery';
  readonly secret: string;
  readonly issuer: ColumnType<string | null, string | null | undefined, never>;
  readonly subject: ColumnType<string | null, string | null | undefined, never>;
  readonly created_at: InstantNow;
  readonly used_at: InstantOrNull;
  readonly used_step: ColumnType<number | null, number | null | undefined, number | null>;
  readonly revoked_at: InstantOrNull;
}

export interface SessionTable {
  readonly digest: Uint8Array;
  readonly user_id: string;
  readonly tenant_id: string;
  readonly created_at: InstantNow;
  readonly seen_at: InstantNow;
  readonly expires_at: Instant;
  readonly second_factor_at: InstantOrNull;
  readonly confirmed_at: InstantOrNull;
  readonly revoked_at: InstantOrNull;
}

export interface ApiKeyTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly digest: Uint8Array;
  readonly roles: readonly Role[];
  readonly scopes: ColumnType<readonly string[], readonly string[] | undefined, never>;
  readonly created_at: InstantNow;
  readonly expires_at: InstantOrNull;
  readonly used_at: InstantOrNull;
  readonly revoked_at: InstantOrNull;
}
