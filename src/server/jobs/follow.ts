import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEvent } from '../contract/route.ts';
import type { JobView } from './queue.ts';

const looked_every_ms = 400;

/**
 * The progress of a job from behind the last event its reader has, then its end. Lines of a file
 * are the events, their numbers the ids: whoever comes back misses nothing.
 */
export async function* followJob(
  path: string,
  state: () => Promise<JobView>,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let seen = after;
  while (!signal.aborted) {
    // First the state: what is written after it is read in the next round.
    const job = await state();
    let at = 0;
    for await (const line of linesOf(path)) {
      at += 1;
      if (at <= seen) continue;
      seen = at;
      yield { id: String(seen), event: 'progress', data: JSON.parse(line) };
    }
    if (job.ended_at !== null) {
      yield { id: String(seen), event: 'end', data: job };
      return;
    }
    await sleep(looked_every_ms, undefined, { signal }).catch(() => undefined);
  }
}

/** The lines that are whole: the last may be under way. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const part of createReadStream(path, { encoding: 'utf8' })) {
      const lines = `${rest}${String(part)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
