import type { StoreTx } from '../store.ts';

/** What the log has of an event, and what it takes to show that. */
export interface LoggedEvent {
  readonly number: number;
  readonly position: number;
  readonly salt: Uint8Array;
  readonly entry: Uint8Array;
}

/** Of the events of a matter the actor sees, by their number. */
export async function readLoggedEvents(
  tx: StoreTx,
  matter_id: string,
): Promise<ReadonlyMap<number, LoggedEvent>> {
  const rows = await tx.db
    .selectFrom('event')
    .select(['number', 'position', 'salt', 'entry'])
    .where('matter_id', '=', matter_id)
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

/** Where the log has events, by their position; read as the program, which alone sees the log. */
export async function leavesOfEvents(
  tx: StoreTx,
  positions: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  for (let from = 0; from < positions.length; from += 1_000) {
    const some = positions.slice(from, from + 1_000);
    const rows = await tx.db
      .selectFrom('log_leaf')
      .select(['index', 'source'])
      .where(
        'source',
        'in',
        some.map((position) => `event/${position}`),
      )
      .execute();
    for (const { index, source } of rows) found.set(Number(source.slice('event/'.length)), index);
  }
  return found;
}
