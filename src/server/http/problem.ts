import { STATUS_CODES } from 'node:http';
import { describeIssue, PolyprismError } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { Problem } from '../contract/problem.ts';
import { InvalidRequest } from './invalid-request.ts';
import { languageOf } from './language-of.ts';
import { statusOf } from './status-of.ts';

/** The answer a thrown error becomes: an issue as it is, anything else as `http.internal`. */
export function problemAnswer(
  error: unknown,
  request: { readonly id: string; readonly accept_language: string | undefined },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const internal: Issue = new PolyprismError('http.internal').issue;
  const issue = error instanceof PolyprismError ? error.issue : internal;
  const status = statusOf(issue.code);
  const { en, zh } = describeIssue(issue);
  const language = languageOf(request.accept_language);
  const body: Problem = {
    type: `urn:polyprism:issue:${issue.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: issue.code,
    detail: language === 'zh' ? zh : en,
    en,
    zh,
    request_id: request.id,
    ...(error instanceof InvalidRequest && { errors: [...error.places] }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...retryAfter(issue),
      ...headers,
    },
  });
}

function retryAfter(issue: Issue): Record<string, string> {
  const wait = issue.params['wait_s'];
  return wait === undefined ? {} : { 'retry-after': String(wait) };
}
