import type { ColumnType } from 'kysely';
import type { InstantNow } from './people.ts';

export interface InboxEndTable {
  readonly tenant_id: string;
  readonly position: number;
}

/** An event with its digest and canonical JSON, or a legal day that began. */
export interface InboxEntryTable {
  readonly tenant_id: string;
  readonly position: number;
  readonly came_at: InstantNow;
  readonly event_id: string | null;
  readonly digest: Uint8Array | null;
  readonly event: string | null;
  readonly day: ColumnType<string | null, string | undefined, never>;
}

export interface LiveProgressTable {
  readonly tenant_id: string;
  readonly context: string;
  readonly position: number;
  readonly number: ColumnType<number, number | undefined, number>;
}

export interface AlertTable {
  readonly tenant_id: string;
  readonly id: string;
  readonly raised: number;
  readonly changed: number;
  readonly standing: boolean;
  readonly kind: 'provision' | 'line';
  readonly about: string;
  /** JSON. */
  readonly alert: string;
}

export interface AlertChangeTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly position: number;
  readonly change: 'raised' | 'changed' | 'cleared';
  readonly alert: string;
}

export interface WebhookMappingTable {
  readonly tenant_id: string;
  readonly name: string;
  /** YAML. */
  readonly source: string;
  /** Sealed secret of Standard Webhooks; null where the shop signs nothing. */
  readonly secret: ColumnType<string | null, string | null | undefined, string | null>;
  readonly at: InstantNow;
}
