import type { Actor } from '../../model/actor.ts';
import { readChanges } from '../../store/inbox/read-alerts.ts';
import type { ServerEvent } from '../contract/route.ts';
import type { Server } from '../server.ts';

/** Changes read at once. */
const read_most = 200;

/**
 * Changes of a platform's alerts behind a number, in order and without holes, then each as it is
 * kept. They are read in the name of the actor: what it may no longer see does not come. The
 * stream ends after a while, so that whoever reads on shows again who they are.
 */
export async function* followAlerts(
  { store, live }: Pick<Server, 'store' | 'live'>,
  actor: Actor,
  tenant_id: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let last = after;
  const until = AbortSignal.any([signal, AbortSignal.timeout(stream_ms_max)]);
  while (!until.aborted) {
    // Known before reading: what comes meanwhile is not waited for in vain.
    const known = live.number(tenant_id);
    const from = last;
    const changes = await store.as(
      actor,
      async (tx) => await readChanges(tx, tenant_id, from, read_most),
    );
    for (const { number, change, alert } of changes) {
      last = number;
      yield { id: String(number), event: change, data: alert };
    }
    if (changes.length === 0) await live.news(tenant_id, Math.max(known, last), until);
  }
}

const stream_ms_max = 15 * 60_000;
