import { STATUS_CODES } from 'node:http';
import { describeIssue, PolyprismError } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { Problem } from '../contract/problem.ts';
import { InvalidRequest } from './invalid-request.ts';
import { languageOf } from './language-of.ts';
import type { Reply } from './reply.ts';
import { statusOf } from './status-of.ts';

interface Asking {
  readonly id: string;
  readonly accept_language: string | undefined;
}

/** The answer a thrown error becomes: an issue as it is, anything else as `http.internal`. */
export function problemReply(
  error: unknown,
  request: Asking,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const told = error instanceof PolyprismError ? error : new PolyprismError('http.internal');
  const body = problemBody(told, request);
  return {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': languageOf(request.accept_language),
      ...retryAfter(told.issue),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A problem by itself, as one of several answers in one. */
export function problemBody(error: PolyprismError, request: Asking): Problem {
  const { issue } = error;
  const status = statusOf(issue.code);
  const { en, zh } = describeIssue(issue);
  return {
    type: `urn:polyprism:issue:${issue.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: issue.code,
    detail: languageOf(request.accept_language) === 'zh' ? zh : en,
    en,
    zh,
    request_id: request.id,
    ...(issue.line !== null && { place: { line: issue.line, column: issue.column } }),
    ...(error instanceof InvalidRequest && { errors: [...error.places] }),
  };
}

function retryAfter(issue: Issue): Record<string, string> {
  const wait = issue.params['wait_s'];
  return wait === undefined ? {} : { 'retry-after': String(wait) };
}
