import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { apply } from '../../casework/fold.ts';
import type { MatterState } from '../../casework/state.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { logEntry, salt_bytes } from '../../evidence/statement/log-entry.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { MatterEvent, MatterParty } from '../../model/matter.ts';
import { wordsVector } from '../search/words-vector.ts';
import type { StoreTx } from '../store.ts';
import { eventTexts } from './event-texts.ts';
import { projectionOf } from './projection-of.ts';
import { readEvents } from './read-events.ts';

/** What was appended: the state the matter is in now, and where its events stand in the store. */
export interface Appended {
  readonly state: MatterState;
  readonly positions: readonly number[];
}

/**
 * Appends events to a matter that has `expected_number` of them (0 opens it), with its row, its
 * parties and its entries in the log, all or nothing. Another number in the store is
 * `store.conflict`; a matter the actor does not see is `store.no_matter`. The events must be
 * those `decide` gave: rules are not asked again.
 */
export async function appendEvents(
  tx: StoreTx,
  matter_id: string,
  expected_number: number,
  events: readonly MatterEvent[],
): Promise<Appended> {
  if (events.length === 0) throw new RangeError('no events to append');
  const before = await stateAt(tx, matter_id, expected_number);
  let state = before;
  for (const event of events) state = apply(state, event);
  // At least one event was applied.
  const after = state as MatterState;
  if (before === null) await openMatter(tx, after);
  const known = before ?? after;
  await addParties(tx, matter_id, after.parties.slice(known.parties.length));
  const positions = await writeEvents(tx, events);
  await tx.db.updateTable('matter').set(projectionOf(after)).where('id', '=', matter_id).execute();
  return { state: after, positions };
}

/** The state at the expected number, the matter's row held until the transaction ends. */
async function stateAt(
  tx: StoreTx,
  matter_id: string,
  expected: number,
): Promise<MatterState | null> {
  const row = await tx.db
    .selectFrom('matter')
    .select('number')
    .where('id', '=', matter_id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined && expected > 0) {
    throw new PolyprismError('store.no_matter', { matter: matter_id });
  }
  const found = row?.number ?? 0;
  if (found !== expected) throw conflict(matter_id, expected, found);
  let state: MatterState | null = null;
  for (const event of await readEvents(tx, matter_id)) state = apply(state, event);
  return state;
}

function conflict(matter: string, expected: number, found: number): PolyprismError {
  return new PolyprismError('store.conflict', { matter, expected, found });
}

/** The owner's row comes first: it is what lets the others in (see migration 3). */
async function openMatter(tx: StoreTx, state: MatterState): Promise<void> {
  const { matter_id, kind, owner_tenant_id, opened_on, parties } = state;
  const owners = parties.filter(({ face }) => face === 'owner');
  const opened = await tx.db
    .insertInto('matter_party')
    .values(owners.map((party) => ({ matter_id, ...party })))
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (opened.numInsertedOrUpdatedRows !== 1n) throw conflict(matter_id, 0, 1);
  await addParties(
    tx,
    matter_id,
    parties.filter(({ face }) => face !== 'owner'),
  );
  const row = { id: matter_id, kind, owner_tenant_id, opened_on, ...projectionOf(state) };
  await tx.db.insertInto('matter').values(row).execute();
}

async function addParties(
  tx: StoreTx,
  matter_id: string,
  parties: readonly MatterParty[],
): Promise<void> {
  if (parties.length === 0) return;
  await tx.db
    .insertInto('matter_party')
    .values(parties.map((party) => ({ matter_id, ...party })))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** Events and their words, in one statement. */
async function writeEvents(tx: StoreTx, events: readonly MatterEvent[]): Promise<number[]> {
  const words = events.map((event) => wordsVector(eventTexts(event)));
  const first = events[0]?.number ?? 0;
  const rows = await tx.db
    .with('added', (db) =>
      db
        .insertInto('event')
        .values(events.map(eventRow))
        .returning(['position', 'matter_id', 'number']),
    )
    .with('found', (db) =>
      db
        .insertInto('event_words')
        .columns(['position', 'matter_id', 'words'])
        .expression((eb) =>
          eb
            .selectFrom('added')
            .select([
              'position',
              'matter_id',
              sql<string>`(${words}::text[])[number - ${first} + 1]::tsvector`.as('words'),
            ]),
        ),
    )
    .selectFrom('added')
    .select(['position', 'number'])
    .execute();
  tx.afterCommit(tx.logGrew);
  return rows.toSorted((a, b) => a.number - b.number).map(({ position }) => position);
}

function eventRow(event: MatterEvent) {
  const { matter_id, number, type, at } = event;
  const payload = canonicalJson(event);
  const salt = randomBytes(salt_bytes);
  const entry = logEntry(Buffer.from(payload), salt);
  return { matter_id, number, type, at, payload, salt, entry };
}
