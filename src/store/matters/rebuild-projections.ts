import { sql } from 'kysely';
import { fold } from '../../casework/fold.ts';
import { wordsVector } from '../search/words-vector.ts';
import type { StoreTx } from '../store.ts';
import { eventTexts } from './event-texts.ts';
import { projectionOf } from './projection-of.ts';
import { eventOf } from './read-events.ts';

/** Matters worked out at once. */
const batch = 500;

/**
 * Works out every matter's row and words from its events again, as the program across tenants.
 * Gives the ids of matters whose row was not what their events say.
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
      const made = await madeAgain(tx, id);
      if (made === null || JSON.stringify(row) === JSON.stringify(made)) continue;
      wrong.push(id);
      await tx.db.updateTable('matter').set(made).where('id', '=', id).execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return wrong;
    after = last.id;
  }
}

async function madeAgain(tx: StoreTx, matter_id: string) {
  const rows = await tx.db
    .selectFrom('event')
    .select(['position', 'payload'])
    .where('matter_id', '=', matter_id)
    .orderBy('number')
    .execute();
  const events = rows.map(({ payload }) => eventOf(payload));
  for (const [i, event] of events.entries()) {
    const words = wordsVector(eventTexts(event));
    const position = rows[i]?.position ?? 0;
    await tx.db
      .insertInto('event_words')
      .values({ position, matter_id, words })
      .onConflict((clash) =>
        clash
          .column('position')
          .doUpdateSet({ words })
          .where('event_words.words', '!=', sql<string>`${words}::tsvector`),
      )
      .execute();
  }
  const state = fold(events);
  return state === null ? null : projectionOf(state);
}
