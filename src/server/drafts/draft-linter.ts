import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { DraftFile, LintLine } from './draft-order.ts';

export type Checked = Readonly<Record<string, unknown>>;

/** Checks drafts in a process that stays warm: a keystroke later somebody waits for the answer. */
export interface DraftLinter {
  lint(files: readonly DraftFile[]): Promise<Checked>;
  stop(): void;
}

/** The first question of a process waits for it to start as well. */
const start_ms = 30_000;
/** A process nobody asks anything is ended. */
const idle_ms = 120_000;
const waiting_max = 32;

interface Warm {
  readonly child: ChildProcess;
  readonly answers: Map<number, (told: Checked | null) => void>;
}

export function draftLinter(command: readonly string[]): DraftLinter {
  let warm: Warm | null = null;
  let idle: NodeJS.Timeout | null = null;
  let number = 0;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    warm?.child.kill('SIGKILL');
    warm = null;
  };
  const ask = async (files: readonly DraftFile[]): Promise<Checked> => {
    if (idle !== null) clearTimeout(idle);
    const patience_ms = limits.draft_lint_s_max * 1_000 + (warm === null ? start_ms : 0);
    warm ??= begin(command, (gone) => (warm = warm === gone ? null : warm));
    const { child, answers } = warm;
    number += 1;
    const line: LintLine = { number, files };
    const answer = await new Promise<Checked | null>((resolve) => {
      answers.set(number, resolve);
      child.stdin?.write(`${JSON.stringify(line)}\n`);
      setTimeout(() => resolve(null), patience_ms).unref();
    });
    if (answer === null || typeof answer['failed'] === 'string') {
      // Too slow, too large, or dead: the next draft begins with a fresh one.
      end();
      throw new PolyprismError(answer === null ? 'draft.time' : 'draft.memory');
    }
    idle = setTimeout(end, idle_ms).unref();
    return answer;
  };
  return {
    lint: async (files) => {
      if (waiting >= waiting_max) throw new PolyprismError('http.too_many_requests', { wait_s: 1 });
      waiting += 1;
      const running = last.then(async () => await ask(files));
      last = running.catch(() => undefined);
      return await running.finally(() => (waiting -= 1));
    },
    stop: end,
  };
}

function begin(
  [program = process.execPath, ...args]: readonly string[],
  over: (one: Warm) => void,
) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const warm: Warm = { child, answers: new Map() };
  const none = (): void => {
    for (const answer of warm.answers.values()) answer(null);
    over(warm);
  };
  child.on('error', none);
  child.on('close', none);
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Lines of our own child.
    const told = JSON.parse(line) as Checked;
    const of =
      told['failed'] === undefined ? Number(told['number']) : Math.max(...warm.answers.keys());
    warm.answers.get(of)?.(told);
    warm.answers.delete(of);
  });
  return warm;
}
