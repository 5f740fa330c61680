/** One step of the schema. It is never changed once published: its text is checksummed. */
export interface Migration {
  /** From 1, without holes. */
  readonly number: number;
  readonly name: string;
  /** Statements run as the owner of the schema, all in one transaction. */
  readonly sql: string;
}
