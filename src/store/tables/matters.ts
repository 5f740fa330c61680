import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Party } from '../../model/actor.ts';
import type { Face, MatterKind } from '../../model/matter.ts';
import type { Instant, InstantNow } from './people.ts';

export interface MatterTable {
  readonly id: string;
  readonly kind: MatterKind;
  readonly owner_tenant_id: string;
  /** Of the last event. */
  readonly number: number;
  readonly status: string;
  readonly title: string;
  readonly opened_on: string;
  readonly last_at: Instant;
  readonly assignee: string | null;
  readonly queue: string | null;
  readonly tags: readonly string[];
}

export interface MatterPartyTable {
  readonly matter_id: string;
  readonly tenant_id: string;
  readonly user_id: string | null;
  readonly face: Face;
  readonly party: Party;
}

/** Written by functions of the database alone. */
export interface MatterSeatTable {
  readonly matter_id: string;
  readonly tenant_id: string;
  /** Empty: everybody of the tenant. */
  readonly user_id: string;
  readonly faces: readonly Face[];
  readonly owns: boolean;
  readonly kind: MatterKind;
  readonly owner_tenant_id: string;
  readonly opened_on: string;
  readonly status: string | null;
  readonly title: string | null;
  readonly last_at: string;
  readonly number: number;
  readonly types: readonly string[];
  readonly assignee: string | null;
  readonly queue: string | null;
  readonly tags: readonly string[];
  readonly unassigned: boolean;
  readonly due_on: string | null;
  readonly due_clock: string | null;
  readonly due_unknown: boolean;
  readonly due_key: string;
  readonly late: number;
}

export interface MatterTagTable {
  readonly tenant_id: string;
  readonly user_id: string;
  readonly tag: string;
  readonly matter_id: string;
}

export interface EventTable {
  /** Order in which events were written, over all matters; with holes. */
  readonly position: GeneratedAlways<number>;
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  /** Canonical JSON of the event. */
  readonly payload: string;
  readonly salt: Uint8Array;
  readonly entry: Uint8Array;
}

export interface EventWordsTable {
  readonly position: number;
  readonly matter_id: string;
  /** As `wordsVector` writes it. */
  readonly words: string;
  /** Words that others than the owner are told; null where these are all. */
  readonly told: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface IdempotencyTable {
  readonly tenant_id: string;
  readonly user_id: string;
  readonly key: string;
  readonly request: Uint8Array;
  readonly answer: ColumnType<string | null, string | null | undefined, string>;
  readonly at: InstantNow;
}
