import type { Instant } from './people.ts';

export interface StatusLinkTable {
  readonly digest: Uint8Array;
  readonly matter_id: string;
  readonly user_id: string;
  /** Sealed: see src/server/complaints/contact.ts. */
  readonly contact: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
}
