import type { Cluster } from './cluster/open-cluster.ts';
import { sleep } from './cluster/postmaster.ts';
import { lostConnection } from './lost-connection.ts';

/** A server that starts again needs a moment: about five seconds are waited in all. */
const attempts = 25;
const pause_ms = 200;

/**
 * Runs `work`, again where the connection turns out to be dead before anything of it has begun.
 * Once `work` calls `started`, a lost connection is told to the caller: only it can know whether
 * doing it twice is right.
 */
export async function untilConnected<T>(
  cluster: Cluster | null,
  work: (started: () => void) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let begun = false;
    try {
      await cluster?.ready();
      return await work(() => (begun = true));
    } catch (error) {
      const told = lostConnection(error);
      if (told === error || begun || attempt === attempts) throw told;
    }
    await sleep(pause_ms);
  }
}
