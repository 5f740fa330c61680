import { eventDoor } from '../../live/event-door.ts';
import type { CheckEvent } from '../../live/event-door.ts';
import { receiveBatch } from '../../live/event-inbox.ts';
import type { EventAnswer } from '../../live/event-inbox.ts';
import { pseudonymsUnder } from '../../live/personal-data.ts';
import type { ReadEvent } from '../../live/read-batch.ts';
import { storeInbox } from '../../store/inbox/store-inbox.ts';
import type { Actor } from '../../model/actor.ts';
import type { Server } from '../server.ts';
import { peopleKey } from './people-key.ts';

/** Clocks of sources may be fast by so much. */
const ahead_ms = 10 * 60_000;

/** Takes events into the inbox of the actor's platform; resolves once they are durable. */
export async function receive(
  { store, live }: Pick<Server, 'store' | 'live'>,
  actor: Actor,
  events: readonly ReadEvent[],
): Promise<readonly EventAnswer[]> {
  const { tenant_id } = actor;
  // The day comes before its events: they are judged as of it.
  await live.begin(tenant_id);
  const answers = await receiveBatch(storeInbox(store, tenant_id, actor), events);
  live.wake(tenant_id);
  return answers;
}

/** The door of a tenant's events: what names people there is keyed with the tenant's key. */
export function doorOf(server: Pick<Server, 'sealing_key' | 'now'>, tenant_id: string): CheckEvent {
  const pseudonyms = pseudonymsUnder(peopleKey(server.sealing_key, tenant_id));
  return eventDoor({ pseudonyms, latest_ms: server.now().getTime() + ahead_ms });
}
