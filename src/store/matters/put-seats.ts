import { sql } from 'kysely';
import type { MatterState } from '../../casework/state.ts';
import type { StoreTx } from '../store.ts';
import { seatRows } from './seat-rows.ts';

/** Makes the places of a matter what its events say, where they are not. */
export async function putSeats({ db }: StoreTx, state: MatterState): Promise<void> {
  const rows = JSON.stringify(seatRows(state));
  await sql`SELECT put_seats(${state.matter_id}, ${rows}::jsonb)`.execute(db);
}
