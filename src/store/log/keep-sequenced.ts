import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps one run of the sequencer going while there is something to do. */
export interface Sequencer {
  /** Something was promised to the log: it gets its index soon. */
  grew(): void;
  /** Resolves when all that was promised before has its index; fails if that failed. */
  settled(): Promise<void>;
}

/** How long entries are gathered before a run: one transaction gives all of them their index. */
const gathered_ms = 50;

/**
 * Runs `sequence` until it finds nothing, one run at a time, at most every `gathered_ms` unless
 * somebody waits. What fails is tried again with the next growth, or when the store is opened:
 * the promise stands in the database.
 */
export function keepSequenced(sequence: () => Promise<number>): Sequencer {
  let running: Promise<void> | null = null;
  let again = false;
  let hurry = new AbortController();
  const run = async (): Promise<void> => {
    try {
      do {
        await sleep(gathered_ms, undefined, { signal: hurry.signal }).catch(() => undefined);
        hurry = new AbortController();
        again = false;
        while ((await sequence()) > 0);
      } while (again);
    } finally {
      // In the same turn as the last look at `again`: who comes later starts anew.
      running = null;
    }
  };
  const start = (): Promise<void> => {
    again = true;
    if (running === null) running = run();
    return running;
  };
  return {
    grew: () => void start().catch(() => undefined),
    settled: () => {
      const settling = start();
      hurry.abort();
      return settling;
    },
  };
}
