/** A member in the sponsor network of one day; figures include the member and its own level. */
export interface MemberOnDay {
  readonly member_id: string;
  /** Own level, root = 1. */
  readonly level: number;
  readonly people: number;
  readonly levels: number;
  readonly direct: number;
  /** Upline of that day from the root down to the member, both included. */
  readonly path: readonly string[];
}

/** The sponsor network at the end of a day: who had joined, each below its upline of that day. */
export interface NetworkDay {
  /** ISO date. */
  readonly day: string;
  readonly members: number;
  readonly roots: number;
  readonly levels: number;
  /** Index 0 is level 1. */
  readonly people_per_level: readonly number[];
  /** Members with at least 30 people and 3 levels. */
  readonly candidates: number;
  /** Those asked for who were there, or the largest. */
  readonly stated: readonly MemberOnDay[];
  /** Those asked for who had not joined by then. */
  readonly not_there: readonly string[];
}

/** Some of many: how many there are, and the first of them in order of joining. */
export interface Examples<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What changed in the sponsor network from the end of one day to that of another. */
export interface NetworkChange {
  readonly from: string;
  readonly to: string;
  readonly joined: number;
  readonly moved: Examples<{
    readonly member_id: string;
    readonly from_id: string | null;
    readonly to_id: string | null;
  }>;
  /** Members who came to a line of the 2013 opinions, and who stood at it and no longer do. */
  readonly lines: readonly {
    readonly people: number;
    readonly levels: number;
    readonly reached: Examples<string>;
    readonly lost: Examples<string>;
  }[];
}
