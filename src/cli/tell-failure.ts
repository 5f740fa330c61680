import { describeIssue, nowhere, PolyprismError } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import type { CommonOptions } from './common-options.ts';
import { maskPasswords } from './mask-passwords.ts';

/** Tells why a command did not run: a line in the user's language, or one JSON value. */
export function tellFailure(error: unknown, options: CommonOptions, aborted: boolean): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ error: failureAsData(error, aborted) })}\n`);
  } else {
    process.stderr.write(`${failureAsText(error, options, aborted)}\n`);
  }
}

function failureAsText(error: unknown, { lang }: CommonOptions, aborted: boolean): string {
  if (aborted) return lang === 'zh' ? '已中断。' : 'Interrupted.';
  const issue = issueOf(error);
  if (issue !== null) {
    const { file, line, column, code } = issue;
    const place = [file, line, column].filter((part) => part !== null).join(':');
    const message = describeIssue(issue)[lang];
    return `polyprism: ${place === '' ? '' : `${place}: `}${message} [${code}]`;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const told = lang === 'zh' ? '程序内部错误，请报告给开发者' : 'internal error, please report it';
  return `polyprism: ${told}\n${maskPasswords(trace)}`;
}

function failureAsData(error: unknown, aborted: boolean): Record<string, unknown> {
  if (aborted) return { code: 'interrupted' };
  const issue = issueOf(error);
  if (issue !== null) {
    const { code, file, line, column } = issue;
    const { en, zh } = describeIssue(issue);
    return { code, file, line, column, message: en, message_zh: zh };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: maskPasswords(message) };
}

/** The issue behind an expected failure, without passwords; null for a fault of ours. */
function issueOf(error: unknown): Issue | null {
  const known = error instanceof PolyprismError ? error.issue : refusal(error);
  if (known === null) return null;
  const params = Object.entries(known.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskPasswords(value) : value,
  ]);
  const file = known.file === null ? null : maskPasswords(known.file);
  return { ...known, file, params: Object.fromEntries(params) };
}

/** A full disk or a folder one may not write to is the user's to mend, not a fault of ours. */
function refusal(error: unknown): Issue | null {
  if (!(error instanceof Error)) return null;
  const { code, path, syscall }: NodeJS.ErrnoException = error;
  if (code === undefined || syscall === undefined) return null;
  const params = { path: path ?? syscall, reason: code };
  return { code: 'cli.refused_by_system', params, count: 1, ...nowhere };
}
