import type { Laws } from '../../casework/law.ts';
import type { Store } from '../../store/store.ts';
import { keepMonthFiles } from '../publications/month-files.ts';
import { sweepMatters } from './sweep-matters.ts';

/** Days begin at different hours in different zones: every hour one may have. */
const every_ms = 3_600_000;

export interface Swept {
  /** No more sweeps; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Sweeps the matters at once and every hour, and keeps the data files of months. Several
 * processes may: a matter takes an event of the same number once, a chain a file.
 */
export function keepSwept(
  store: Store,
  laws: Laws,
  now: () => Date,
  failed: (error: unknown) => void,
): Swept {
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  const sweep = (): void => {
    running ??= sweepMatters(store, laws, now(), stopping.signal)
      .then(async () => await keepMonthFiles({ store, now }))
      .catch(failed)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(sweep, every_ms).unref();
  sweep();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
