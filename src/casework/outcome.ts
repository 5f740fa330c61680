import { nowhere } from '../model/issue.ts';
import type { Issue, IssueCode, IssueParams } from '../model/issue.ts';
import type { MatterEvent } from '../model/matter.ts';

/** What becomes of a proposed step. */
export type Decision = { readonly event: MatterEvent } | { readonly refused: Issue };

/** Why a step may not be taken. */
export function refusal(code: IssueCode, params: IssueParams = {}): Issue {
  return { code, params, count: 1, ...nowhere };
}
