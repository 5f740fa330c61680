import { PolyprismError } from '../../model/issue.ts';
import type { IssueCode } from '../../model/issue.ts';
import { issueCodes } from '../../model/issue-codes.ts';

/** The code of what ended work on a draft: its program tells no more of an error than that. */
export function draftFailure(error: unknown): IssueCode {
  if (error instanceof PolyprismError) return error.issue.code;
  const message = error instanceof Error ? error.message : '';
  return isCode(message) ? message : 'http.internal';
}

function isCode(text: string): text is IssueCode {
  return Object.hasOwn(issueCodes, text);
}
