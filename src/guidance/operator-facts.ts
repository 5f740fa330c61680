/** Something of a day, with what it can be looked up by. */
export interface DatedFact {
  readonly on: string;
  readonly ref: string;
}

/** Cases among so many, of the operator and of all others together, in one window. */
export interface ShareFact {
  readonly cases: number;
  readonly out_of: number;
  readonly others_cases: number;
  readonly others_out_of: number;
}

/** What is known of an operator, by name of the part; null: the data do not say. */
export interface OperatorFacts {
  readonly operator_id: string;
  readonly as_of: string;
  readonly events: Readonly<Record<string, readonly DatedFact[] | null>>;
  readonly open: Readonly<Record<string, readonly string[] | null>>;
  readonly shares: Readonly<Record<string, ShareFact | null>>;
}
