import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Time a child has to stop by itself: it deletes its work database, which holds raw values. */
const patience_ms = 5_000;

/**
 * Runs a program of ours in a process of its own, so that this one keeps answering, and one that
 * takes all memory takes nobody with it. Its order goes in as JSON where no list of processes
 * shows it; what it tells comes as objects, one a line. Throws the code of what went wrong.
 */
export async function childLines(
  command: readonly string[],
  order: unknown,
  signal: AbortSignal,
  onLine: (told: Readonly<Record<string, unknown>>, line: string) => Promise<void>,
): Promise<void> {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  // One that ends before it has read its order says so by its status.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(order));
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), patience_ms).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
  let code: string | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    // Lines of our own child.
    const told = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (typeof told['failed'] === 'string') code = told['failed'];
    else await onLine(told, line);
  }
  const status = await ended;
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Error('job.cancelled');
  if (status !== 0) throw new Error(code ?? 'http.internal');
}
