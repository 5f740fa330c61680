import type { MatterEvent } from '../../model/matter.ts';
import type { StoreTx } from '../store.ts';

/** The events of a matter in order; none where the actor does not see it. */
export async function readEvents(tx: StoreTx, matter_id: string): Promise<MatterEvent[]> {
  const rows = await tx.db
    .selectFrom('event')
    .select('payload')
    .where('matter_id', '=', matter_id)
    .orderBy('number')
    .execute();
  return rows.map(({ payload }) => eventOf(payload));
}

/** Payloads are written by `appendEvents` alone, out of events. */
export function eventOf(payload: string): MatterEvent {
  const event: MatterEvent = JSON.parse(payload);
  return event;
}
