import type { ColumnType } from 'kysely';
import type { Instant, InstantOrNull } from './people.ts';

export interface WebhookTable {
  readonly id: string;
  readonly tenant_id: string;
  /** Who set it up. */
  readonly user_id: string;
  readonly url: string;
  /** Sealed with the key of the installation. */
  readonly secret: string;
  readonly types: readonly string[];
  readonly created_at: Instant;
  readonly revoked_at: InstantOrNull;
}

export interface WebhookDeliveryTable {
  readonly id: string;
  readonly webhook_id: string;
  readonly tenant_id: string;
  /** Of a version before: which row led to it. */
  readonly outbox_id: ColumnType<number | null, undefined, never>;
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  readonly state: ColumnType<
    'waiting' | 'delivered' | 'dead',
    undefined,
    'waiting' | 'delivered' | 'dead'
  >;
  readonly tries: ColumnType<number, undefined, number>;
  readonly next_at: Instant;
  readonly status: ColumnType<number | null, undefined, number | null>;
  readonly code: ColumnType<string | null, undefined, string | null>;
  readonly ended_at: InstantOrNull;
}
