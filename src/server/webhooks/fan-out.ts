import { sweepOutbox, takeOutbox } from '../../store/outbox/take-outbox.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { newId } from '../auth/new-id.ts';

/** Rows of the outbox taken in one transaction. */
const batch = 500;

/**
 * Makes a delivery of every new event for every webhook that wants it: once, whatever crashes.
 * Only what a tenant as such is told goes out; what one consumer is told never does. Gives how
 * many rows of the outbox there were.
 */
export async function fanOut(store: Store, now: Date): Promise<number> {
  return await store.as(systemActor, async (tx) => {
    const rows = await takeOutbox(tx, batch, now);
    const told = rows.filter(({ user_id }) => user_id === null);
    if (told.length === 0) return rows.length;
    const hooks = await tx.db
      .selectFrom('webhook')
      .select(['id', 'tenant_id', 'types'])
      .where('revoked_at', 'is', null)
      .where('tenant_id', 'in', [...new Set(told.map(({ tenant_id }) => tenant_id))])
      .orderBy('id')
      .execute();
    const deliveries = told.flatMap(({ id, tenant_id, matter_id, number, type, at }) =>
      hooks
        .filter((hook) => hook.tenant_id === tenant_id)
        .filter(({ types }) => types.length === 0 || types.includes(type))
        .map((hook) => {
          const what = { matter_id, number, type, at };
          const next_at = now.toISOString();
          return {
            id: newId(now),
            webhook_id: hook.id,
            tenant_id,
            outbox_id: id,
            ...what,
            next_at,
          };
        }),
    );
    if (deliveries.length > 0) {
      await tx.db.insertInto('webhook_delivery').values(deliveries).execute();
    }
    return rows.length;
  });
}

/** How long it can be looked up what was sent. */
const kept_ms = 30 * 86_400_000;

export async function sweepDeliveries(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept_ms);
  await store.as(systemActor, async (tx) => {
    const ended = tx.db.deleteFrom('webhook_delivery');
    await ended.where('ended_at', '<', before.toISOString()).execute();
    await sweepOutbox(tx, before);
  });
}
