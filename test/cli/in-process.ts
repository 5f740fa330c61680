import { vi } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import type { Ran } from './polyprism.ts';

const streams = ['stdout', 'stderr'] as const;

/**
 * Runs a command line inside this process, in English unless asked otherwise: for many small runs
 * of commands that need no process of their own. One at a time.
 */
export async function inProcess(args: readonly string[]): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const spies = streams.map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  const before = process.exitCode;
  const listeners = streams.map((name) => process[name].listeners('error'));
  process.exitCode = undefined;
  try {
    await runProgram(args);
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    // A process runs one command line: what it listens to is never taken back.
    for (const [i, name] of streams.entries()) {
      for (const one of process[name].listeners('error')) {
        if (!listeners[i]?.includes(one)) process[name].off('error', one as () => void);
      }
    }
  }
}
