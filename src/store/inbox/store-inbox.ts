import { sql } from 'kysely';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { DataEvent, InboxEntry } from '../../live/data-event.ts';
import type { Appended, EventInbox, SealedEvent } from '../../live/event-inbox.ts';
import type { Actor } from '../../model/actor.ts';
import { systemActor } from '../store.ts';
import type { Store, StoreTx, SystemActor } from '../store.ts';

/** The inbox of one platform in the store, read and written in the name of an actor. */
export function storeInbox(
  store: Pick<Store, 'as'>,
  tenant_id: string,
  actor: Actor | SystemActor = systemActor,
): EventInbox {
  return {
    append: async (events) =>
      events.length === 0
        ? []
        : await store.as(actor, async (tx) => await append(tx, tenant_id, events)),
    turnDay: async (day) =>
      await store.as(systemActor, async (tx) => await noteDay(tx, tenant_id, day)),
    read: async (after, most) =>
      await store.as(actor, async (tx) => await readEntries(tx, tenant_id, after, most)),
  };
}

/** Position of the last entry, the inbox held until the transaction ends. */
async function hold({ db }: StoreTx, tenant_id: string): Promise<number> {
  const end = await db
    .insertInto('inbox_end')
    .values({ tenant_id, position: 0 })
    .onConflict((clash) =>
      clash.column('tenant_id').doUpdateSet((eb) => ({ position: eb.ref('inbox_end.position') })),
    )
    .returning('position')
    .executeTakeFirstOrThrow();
  return end.position;
}

async function moveEnd({ db }: StoreTx, tenant_id: string, position: number): Promise<void> {
  await db
    .updateTable('inbox_end')
    .set({ position })
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirstOrThrow();
}

async function append(
  tx: StoreTx,
  tenant_id: string,
  events: readonly SealedEvent[],
): Promise<readonly Appended[]> {
  let end = await hold(tx, tenant_id);
  const ids = events.map(({ event }) => event.id);
  const { rows } = await sql<{ id: string; position: number; digest: Buffer }>`
    SELECT event_id AS id, position, digest FROM inbox_entry
    WHERE tenant_id = ${tenant_id} AND event_id = ANY (${ids}::text[])`.execute(tx.db);
  const known = new Map(
    rows.map(({ id, position, digest }) => [id, { position, digest: digest.toString('hex') }]),
  );
  const fresh: { readonly position: number; readonly sealed: SealedEvent }[] = [];
  const answers = events.map((sealed): Appended => {
    const { event, digest } = sealed;
    const before = known.get(event.id);
    if (before !== undefined) {
      const { position } = before;
      return before.digest === digest ? { position, known: true } : { position: null };
    }
    const position = (end += 1);
    known.set(event.id, { position, digest });
    fresh.push({ position, sealed });
    return { position, known: false };
  });
  if (fresh.length > 0) {
    await insert(tx, tenant_id, fresh);
    await moveEnd(tx, tenant_id, end);
  }
  return answers;
}

async function insert(
  { db }: StoreTx,
  tenant_id: string,
  fresh: readonly { readonly position: number; readonly sealed: SealedEvent }[],
): Promise<void> {
  const positions = fresh.map(({ position }) => position);
  const ids = fresh.map(({ sealed }) => sealed.event.id);
  const digests = fresh.map(({ sealed }) => Buffer.from(sealed.digest, 'hex'));
  const texts = fresh.map(({ sealed }) => canonicalJson(sealed.event));
  await sql`INSERT INTO inbox_entry (tenant_id, position, event_id, digest, event)
    SELECT ${tenant_id}, position, id, digest, event
    FROM unnest(${positions}::bigint[], ${ids}::text[], ${digests}::bytea[], ${texts}::text[])
      AS fresh (position, id, digest, event)`.execute(db);
}

async function noteDay(tx: StoreTx, tenant_id: string, day: string): Promise<number> {
  const end = await hold(tx, tenant_id);
  const known = await tx.db
    .selectFrom('inbox_entry')
    .select('position')
    .where('tenant_id', '=', tenant_id)
    .where('day', '=', day)
    .executeTakeFirst();
  if (known !== undefined) return known.position;
  const position = end + 1;
  const blank = { event_id: null, digest: null, event: null };
  await tx.db
    .insertInto('inbox_entry')
    .values({ tenant_id, position, day, ...blank })
    .execute();
  await moveEnd(tx, tenant_id, position);
  return position;
}

async function readEntries(
  { db }: StoreTx,
  tenant_id: string,
  after: number,
  most: number,
): Promise<InboxEntry[]> {
  const rows = await db
    .selectFrom('inbox_entry')
    .select(['position', 'event', 'day'])
    .where('tenant_id', '=', tenant_id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute();
  return rows.map(({ position, event, day }) =>
    day === null
      ? // Written above as the canonical JSON of an event.
        { position, event: JSON.parse(event ?? '') as DataEvent }
      : { position, day },
  );
}
