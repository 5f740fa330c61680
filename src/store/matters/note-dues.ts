import { sql } from 'kysely';
import type { SeatDue } from '../../casework/shown/next-due.ts';
import type { StoreTx } from '../store.ts';

/** Puts what is due next where lists find it, in every place of a matter. */
export async function noteDues(
  { db }: StoreTx,
  matter_id: string,
  dues: readonly SeatDue[],
): Promise<void> {
  const rows = dues.map((one) => ({ ...one, user_id: one.user_id ?? '' }));
  await sql`SELECT note_dues(${matter_id}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}
