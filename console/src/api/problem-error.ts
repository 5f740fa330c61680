import type { Problem } from '../../../src/server/contract/problem.ts';

/** An answer that is no success, thrown: its problem says what happened and what to do. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.en}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What went wrong where there is no answer at all: no network, or no server. */
const unreachable: Problem = {
  type: 'urn:polyprism:issue:console.unreachable',
  title: 'Unreachable',
  status: 503,
  code: 'console.unreachable',
  detail: '',
  en: 'The server did not answer. Check the connection, then try again.',
  zh: '服务器没有应答。请检查网络连接后重试。',
  request_id: '',
};

/** Not of the server: a fault of the console itself. */
const fault: Problem = {
  type: 'urn:polyprism:issue:console.fault',
  title: 'Fault',
  status: 500,
  code: 'console.fault',
  detail: '',
  en: 'The page met something it cannot show. Load it again; if it comes back, report it.',
  zh: '页面遇到无法显示的内容。请重新载入；如仍出现，请反馈。',
  request_id: '',
};

/** The problem behind anything thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return error instanceof TypeError && /fetch|network/i.test(error.message) ? unreachable : fault;
}
