import type { Actor } from '../../../model/actor.ts';
import type { JsonValue } from '../../../model/json.ts';
import { once } from '../../../store/once.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { Server } from '../../server.ts';

interface Keyed {
  readonly asked: {
    readonly headers: { readonly 'idempotency-key'?: string | undefined };
    readonly params?: unknown;
    readonly body: unknown;
  };
  readonly request: { readonly method: string; readonly url: string };
}

/**
 * Does `work` in a transaction of the actor; with an idempotency key once, however often the same
 * request comes.
 */
export async function onceFor<T extends JsonValue>(
  { store }: Server,
  actor: Actor,
  { asked, request }: Keyed,
  work: (tx: StoreTx) => Promise<T>,
): Promise<T> {
  const key = asked.headers['idempotency-key'];
  return await store.as(actor, async (tx) => {
    if (key === undefined) return await work(tx);
    // Bodies come from JSON.
    const body = asked.body as JsonValue;
    const what = { method: request.method, path: new URL(request.url).pathname, body };
    return await once(tx, key, what, async () => await work(tx));
  });
}
