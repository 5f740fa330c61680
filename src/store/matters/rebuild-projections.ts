import { sql } from 'kysely';
import { fold } from '../../casework/fold.ts';
import type { MatterState } from '../../casework/state.ts';
import { compareText } from '../../model/issue.ts';
import type { MatterEvent } from '../../model/matter.ts';
import { wordsVector } from '../search/words-vector.ts';
import type { StoreTx } from '../store.ts';
import { toldVector } from './append-values.ts';
import { eventTexts } from './event-texts.ts';
import { projectionOf } from './projection-of.ts';
import { putSeats } from './put-seats.ts';
import { eventOf } from './read-events.ts';
import { seatRows } from './seat-rows.ts';

/** Matters worked out at once. */
const batch = 500;

/**
 * Works out every matter's row, places and words from its events again, as the program across
 * tenants. Gives the ids of matters whose row or places were not what their events say.
 */
export async function rebuildProjections(tx: StoreTx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after = ''; ;) {
    const rows = await tx.db
      .selectFrom('matter')
      .select(['id', 'number', 'status', 'title', 'last_at', 'assignee', 'queue', 'tags'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .forUpdate()
      .execute();
    for (const { id, ...row } of rows) {
      const state = await madeAgain(tx, id);
      if (state === null) continue;
      const made = projectionOf(state);
      const same = JSON.stringify(row) === JSON.stringify(made);
      if (same && (await hasItsSeats(tx, state))) continue;
      wrong.push(id);
      await tx.db.updateTable('matter').set(made).where('id', '=', id).execute();
      await putSeats(tx, state);
    }
    const last = rows.at(-1);
    if (last === undefined) return wrong;
    after = last.id;
  }
}

async function hasItsSeats(tx: StoreTx, state: MatterState): Promise<boolean> {
  const columns = Object.keys(seatRows(state)[0] ?? {});
  const { rows } = await sql`
    SELECT ${sql.join(columns.map((name) => sql.ref(name)))} FROM matter_seat
    WHERE matter_id = ${state.matter_id}
    ORDER BY tenant_id, user_id`.execute(tx.db);
  const wanted = seatRows(state).toSorted(
    (a, b) => compareText(a.tenant_id, b.tenant_id) || compareText(a.user_id, b.user_id),
  );
  return JSON.stringify(rows) === JSON.stringify(wanted);
}

async function madeAgain(tx: StoreTx, matter_id: string): Promise<MatterState | null> {
  const rows = await tx.db
    .selectFrom('event')
    .select(['position', 'payload'])
    .where('matter_id', '=', matter_id)
    .orderBy('number')
    .execute();
  const events = rows.map(({ payload }) => eventOf(payload));
  const state = fold(events);
  if (state === null) return null;
  for (const [i, event] of events.entries()) {
    await putWords(tx, state, rows[i]?.position ?? 0, event);
  }
  return state;
}

async function putWords(
  tx: StoreTx,
  { matter_id, kind }: MatterState,
  position: number,
  event: MatterEvent,
): Promise<void> {
  const words = wordsVector(eventTexts(event));
  const told = toldVector(kind, event, words);
  await tx.db
    .insertInto('event_words')
    .values({ position, matter_id, words, told })
    .onConflict((clash) =>
      clash
        .column('position')
        .doUpdateSet({ words, told })
        .where(
          sql<boolean>`(event_words.words, event_words.told)
            IS DISTINCT FROM (${words}::tsvector, ${told}::tsvector)`,
        ),
    )
    .execute();
}
