import { spawn } from 'node:child_process';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { folderOf, readInspection } from './inspection-folder.ts';
import type { InspectionPlace } from './inspection-folder.ts';

/** Time a child has to stop by itself: it deletes its work database, which holds raw values. */
const patience_ms = 5_000;

/**
 * Runs an inspection in a process of its own, so that this one keeps answering, and one that takes
 * all memory takes nobody with it. Its progress is appended to a file that anyone may read along.
 * Throws the code of what went wrong.
 */
export async function runInspection(
  command: readonly string[],
  place: InspectionPlace,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const folder = folderOf(place, id);
  const { inputs, packs, as_of, time_zone, currency } = await readInspection(place, id);
  await rm(join(folder, 'out'), { recursive: true, force: true });
  const order = {
    inputs: inputs.map(({ name }, i) => join(folder, 'input', String(i + 1), name)),
    folder,
    packs,
    as_of,
    time_zone,
    currency,
  };
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, [...args, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
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
    const told = JSON.parse(line) as { readonly failed?: string };
    if (told.failed !== undefined) code = told.failed;
    else await appendFile(join(folder, 'progress.ndjson'), `${line}\n`, { mode: 0o600 });
  }
  const status = await ended;
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Error('job.cancelled');
  if (status !== 0) throw new Error(code ?? 'http.internal');
}
