import type { ColumnType, Generated } from 'kysely';
import type { Instant, InstantOrNull } from './people.ts';

export interface LinkTable {
  readonly digest: Uint8Array;
  readonly purpose: 'setup' | 'invitation' | 'consumer' | 'oidc';
  readonly user_id: string | null;
  readonly tenant_id: string | null;
  /** JSON text when set. */
  readonly data: ColumnType<unknown, string | undefined, never>;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly used_at: InstantOrNull;
}

export interface AttemptTable {
  readonly digest: Uint8Array;
  readonly failures: number;
  readonly last_at: Instant;
}

export interface RefusalTable {
  readonly number: Generated<number>;
  readonly at: Instant;
  readonly tenant_id: string | null;
  readonly user_id: string | null;
  readonly route: string;
  readonly code: string;
  readonly request_id: string;
}

export interface SignInTable {
  readonly number: Generated<number>;
  readonly at: Instant;
  readonly user_id: string | null;
  readonly tenant_id: string | null;
  readonly way: 'password' | 'link' | 'invitation' | 'setup' | 'oidc' | 'confirm';
  readonly second_factor: boolean;
  readonly code: string | null;
  readonly address: Uint8Array;
  readonly request_id: string;
}
