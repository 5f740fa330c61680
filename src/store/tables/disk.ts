import type { InstantOrNull } from './people.ts';

export interface DiskUseTable {
  readonly kind: 'upload' | 'inspection';
  readonly id: string;
  readonly tenant_id: string;
  readonly bytes: number;
  /** Who writes to an upload now, and until when that counts. */
  readonly holder: string | null;
  readonly held_until: InstantOrNull;
}
