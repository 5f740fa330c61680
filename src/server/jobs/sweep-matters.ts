import { finalStatuses } from '../../casework/final-statuses.ts';
import { fold } from '../../casework/fold.ts';
import type { Laws } from '../../casework/law.ts';
import { seatDues } from '../../casework/shown/next-due.ts';
import { systemSteps } from '../../casework/system-steps.ts';
import { PolyprismError } from '../../model/issue.ts';
import { appendEvents } from '../../store/matters/append-events.ts';
import { noteDues } from '../../store/matters/note-dues.ts';
import { putSeats } from '../../store/matters/put-seats.ts';
import { readEvents } from '../../store/matters/read-events.ts';
import { isPublished, openMatters } from '../../store/publications.ts';
import { systemActor } from '../../store/store.ts';
import type { Store, StoreTx } from '../../store/store.ts';
import { lawOf } from '../law-of.ts';
import { momentOf } from '../moment-of.ts';
import { withdrawWith } from '../publications/publication-steps.ts';

/** Matters read at once; each is looked at in a transaction of its own. */
const batch = 500;

/**
 * Looks at every matter that something may still be due in: puts down what lapsed and what is to
 * be reminded of, as the program, and brings the day in lists up to date, which changes with the
 * law and the calendar too. Gives how many events were written.
 */
export async function sweepMatters(
  store: Store,
  laws: Laws,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let written = 0;
  for (let after = ''; ;) {
    const ids = await store.as(systemActor, async (tx) => await idsAfter(tx, after));
    for (const id of ids) {
      if (signal?.aborted) return written;
      written += await sweepOne(store, laws, now, id);
    }
    const last = ids.at(-1);
    if (last === undefined) return written;
    after = last;
  }
}

async function idsAfter({ db }: StoreTx, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('matter')
    .select('id')
    .where('id', '>', after)
    .where((where) => {
      const places = where
        .selectFrom('matter_seat')
        .select('matter_seat.matter_id')
        .whereRef('matter_seat.matter_id', '=', 'matter.id');
      return where.or([
        where.not(where.exists(places)),
        where.exists(places.where('due_on', 'is not', null)),
        where.and([where('status', '=', 'expired'), where('id', 'in', openMatters(db))]),
        where.not(
          where.or(
            finalStatuses.map(({ kind, status }) =>
              where.and([where('kind', '=', kind), where('status', '=', status)]),
            ),
          ),
        ),
      ]);
    })
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

async function sweepOne(store: Store, laws: Laws, now: Date, id: string): Promise<number> {
  try {
    return await store.as(systemActor, async (tx) => {
      const events = await readEvents(tx, id);
      const state = fold(events);
      if (state === null) return 0;
      const moment = await momentOf(tx, state.owner_tenant_id, now);
      const law = await lawOf(tx, laws, state.owner_tenant_id, state.opened_on);
      const published = await isPublished(tx, id);
      const steps = systemSteps(state, events, moment, law, published);
      const appended = steps.length > 0 ? await appendEvents(tx, id, state.number, steps) : null;
      const after = appended?.state ?? state;
      for (const { type } of steps) await withdrawWith(tx, after, type, moment.on);
      // A matter of before there were places has none; nothing is written where nothing differs.
      await putSeats(tx, after);
      await noteDues(tx, id, seatDues(after, [...events, ...steps], law, moment.on));
      return steps.length;
    });
  } catch (error) {
    // Somebody took a step meanwhile: the next sweep looks again.
    if (error instanceof PolyprismError && error.issue.code === 'store.conflict') return 0;
    throw error;
  }
}
