import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { Reads } from '../../model/provision.ts';

/** Something a provision's SQL may not say, with the stretch of the statement it is about. */
export interface SqlProblem {
  readonly code: IssueCode;
  readonly params: IssueParams;
  readonly start: number;
  readonly length: number;
}

/** What a statement may name, and the values its parameters ever take. */
export interface SqlGrounds {
  readonly reads: readonly Reads[];
  readonly parameters: ParameterValues;
}

export type ParameterValues = Readonly<Record<string, readonly (number | string)[]>>;
