export interface DraftTable {
  readonly id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly title: string;
  readonly created_at: string;
}

export interface DraftRevisionTable {
  readonly draft_id: string;
  readonly number: number;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly at: string;
  /** [{name, text}] as canonical JSON. */
  readonly files: string;
  readonly digest: string;
}
