import { toldAt } from '../../casework/shown/told-at.ts';
import type { MatterEvent } from '../../model/matter.ts';
import { readEvents } from '../../store/matters/read-events.ts';
import { sweepOutbox, takeOutbox } from '../../store/outbox/take-outbox.ts';
import type { OutboxRow } from '../../store/outbox/take-outbox.ts';
import { systemActor } from '../../store/store.ts';
import type { Store, StoreTx } from '../../store/store.ts';
import { newId } from '../auth/new-id.ts';

/** Rows of the outbox taken in one transaction. */
const batch = 500;

/**
 * Makes a delivery for every webhook of every event that its tenant is shown, when it is shown:
 * once, whatever crashes. Only what a tenant as such is told goes out; what one consumer is told
 * never does. Gives how many rows of the outbox there were.
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
    const hooked = new Set(hooks.map(({ tenant_id }) => tenant_id));
    const wanted = told.filter(({ tenant_id }) => hooked.has(tenant_id));
    const next_at = now.toISOString();
    const deliveries = (await shownBy(tx, wanted)).flatMap(({ tenant_id, event }) =>
      hooks
        .filter((hook) => hook.tenant_id === tenant_id)
        .filter(({ types }) => types.length === 0 || types.includes(event.type))
        .map((hook) => {
          const { matter_id, number, type, at } = event;
          const whose = { id: newId(now), webhook_id: hook.id, tenant_id };
          return { ...whose, matter_id, number, type, at, next_at };
        }),
    );
    if (deliveries.length > 0) {
      // Told already by a version that did not wait until its tenant was shown it.
      const fresh = tx.db.insertInto('webhook_delivery').values(deliveries);
      await fresh.onConflict((clash) => clash.doNothing()).execute();
    }
    return rows.length;
  });
}

interface Shown {
  readonly tenant_id: string;
  readonly event: MatterEvent;
}

/** What each row of the outbox lets its tenant see, in the order of the rows. */
async function shownBy(tx: StoreTx, rows: readonly OutboxRow[]): Promise<Shown[]> {
  const byMatter = Map.groupBy(rows, ({ matter_id }) => matter_id);
  const told = new Map<OutboxRow, readonly MatterEvent[]>();
  for (const [matter_id, own] of byMatter) {
    const events = await readEvents(tx, matter_id);
    for (const [tenant_id, its] of Map.groupBy(own, (row) => row.tenant_id)) {
      const shown = toldAt(events, tenant_id, new Set(its.map(({ number }) => number)));
      for (const row of its) told.set(row, shown.get(row.number) ?? []);
    }
  }
  return rows.flatMap((row) =>
    (told.get(row) ?? []).map((event) => ({ tenant_id: row.tenant_id, event })),
  );
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
