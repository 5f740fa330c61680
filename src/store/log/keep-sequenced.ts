/** Keeps one run of the sequencer going while there is something to do. */
export interface Sequencer {
  /** Something was promised to the log: it gets its index soon. */
  grew(): void;
  /** Resolves when all that was promised before has its index; fails if that failed. */
  settled(): Promise<void>;
}

/**
 * Runs `sequence` until it finds nothing, one run at a time. What fails is tried again with the
 * next growth, or when the store is opened: the promise stands in the database.
 */
export function keepSequenced(sequence: () => Promise<number>): Sequencer {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
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
    settled: start,
  };
}
