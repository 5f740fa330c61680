/** One step of the schema. It is never changed once published: its text is checksummed. */
export interface Migration {
  /** From 1, without holes. */
  readonly number: number;
  readonly name: string;
  /** Statements run as the owner of the schema, all in one transaction. */
  readonly sql: string;
  /**
   * Indexes of tables that were there before, built one after the other before `sql` runs, while
   * others go on writing.
   */
  readonly indexes?: readonly IndexStep[];
  /**
   * The lowest version of the schema whose programs work on when this step has been taken. Left
   * out, none but those that know the step.
   */
  readonly works_from?: number;
}

export interface IndexStep {
  readonly name: string;
  /** What it is of: `event (matter_id, number)`. */
  readonly of: string;
}
