import { setTimeout as sleep } from 'node:timers/promises';
import { PolyprismError } from '../model/issue.ts';
import { migrations } from '../store/migrations/all.ts';
import { assertServed } from '../store/schema-version.ts';
import { systemActor } from '../store/store.ts';
import type { Store } from '../store/store.ts';

const looked_every_ms = 2_000;

/**
 * Resolves with why, once a newer program has taken a step of the schema that this one does not
 * work with; null when it stops before that.
 */
export async function outgrown(
  store: Pick<Store, 'as'>,
  signal: AbortSignal,
): Promise<PolyprismError | null> {
  while (!signal.aborted) {
    try {
      await store.as(systemActor, async (tx) => await assertServed(tx, migrations.length));
    } catch (error) {
      const newer = error instanceof PolyprismError && error.issue.code === 'store.newer_database';
      // Of a lost connection requests tell; here the next round is what there is to do.
      if (newer) return error;
    }
    await sleep(looked_every_ms, undefined, { signal, ref: false }).catch(() => undefined);
  }
  return null;
}
