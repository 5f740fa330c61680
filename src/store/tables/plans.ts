import type { ColumnType } from 'kysely';

export interface SavedPlanTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly title: string;
  readonly plan: string;
  readonly assumptions: string | null;
  readonly created_at: string;
  /** SHA-256 of the secret by which it is read elsewhere; null where it is not shared. */
  readonly link: ColumnType<Buffer | null, undefined, Buffer | null>;
}
