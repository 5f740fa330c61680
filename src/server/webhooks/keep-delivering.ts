import { setTimeout as sleep } from 'node:timers/promises';
import { errorForLog } from '../http/log.ts';
import type { Server } from '../server.ts';
import { deliverDue } from './deliver-due.ts';
import { fanOut, sweepDeliveries } from './fan-out.ts';

const looked_every_ms = 1_000;
const swept_every_ms = 3_600_000;

/** Tells webhooks until the server stops; resolves when what was under way has ended. */
export async function keepDelivering(server: Server, signal: AbortSignal): Promise<void> {
  let swept_ms = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      const done = (await fanOut(server.store, server.now())) + (await deliverDue(server));
      if (performance.now() - swept_ms > swept_every_ms) {
        await sweepDeliveries(server.store, server.now());
        swept_ms = performance.now();
      }
      if (done > 0) continue;
    } catch (error) {
      // Everything is where it was: it is taken up again in the next round.
      server.log.error({ error: errorForLog(error) }, 'webhooks');
    }
    await sleep(looked_every_ms, undefined, { signal }).catch(() => undefined);
  }
}
