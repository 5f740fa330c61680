import { describeIssue, PolyprismError } from '../model/issue.ts';
import { exitCode } from './exit-code.ts';
import type { Language } from './language.ts';

/** Options every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

/**
 * Runs a command's body: Ctrl-C aborts it cleanly, an expected failure is told in the user's
 * language (or as JSON), an unexpected one with its stack; the exit status is set, never forced,
 * so that output drains.
 */
export async function runCommand(
  options: CommonOptions,
  body: (signal: AbortSignal) => Promise<number>,
): Promise<void> {
  const abort = new AbortController();
  const onInterrupt = (): void => {
    if (abort.signal.aborted) process.exit(exitCode.interrupted);
    abort.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    process.exitCode = await body(abort.signal);
  } catch (error) {
    process.exitCode = abort.signal.aborted ? exitCode.interrupted : exitCode.could_not_run;
    tellFailure(error, options, abort.signal.aborted);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

function tellFailure(error: unknown, options: CommonOptions, aborted: boolean): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ error: failureAsData(error, aborted) })}\n`);
  } else if (aborted) {
    process.stderr.write(options.lang === 'zh' ? '已中断。\n' : 'Interrupted.\n');
  } else if (error instanceof PolyprismError) {
    const { file, line, column, code } = error.issue;
    const place = [file, line, column].filter((part) => part !== null).join(':');
    const message = describeIssue(error.issue)[options.lang];
    process.stderr.write(`polyprism: ${place === '' ? '' : `${place}: `}${message} [${code}]\n`);
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`polyprism: internal error, please report it\n${trace}\n`);
  }
}

function failureAsData(error: unknown, aborted: boolean): Record<string, unknown> {
  if (aborted) return { code: 'interrupted' };
  if (error instanceof PolyprismError) {
    const { code, file, line, column } = error.issue;
    const { en, zh } = describeIssue(error.issue);
    return { code, file, line, column, message: en, message_zh: zh };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
