import type { ColumnType } from 'kysely';
import type { Instant } from './people.ts';

export interface SubmissionTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly inspection_id: string;
  readonly report: string;
  readonly reference_on: string;
  readonly opens_on: string | null;
  readonly due_on: string | null;
  readonly submitted_on: string;
  readonly at: Instant;
  readonly digest: string;
  /** Canonical JSON. */
  readonly receipt: string;
  readonly difference: string | null;
  readonly kept_until: string | null;
  /** JSON: parsed when read, text when set. */
  readonly acknowledged: ColumnType<unknown, string | undefined, string>;
}
