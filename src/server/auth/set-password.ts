import type { StoreTx } from '../../store/store.ts';
import { newId } from './new-id.ts';

/** Makes a hashed password the only one of a user, and ends the sessions but for one. */
export async function setPassword(
  { db }: StoreTx,
  user_id: string,
  hashed: string,
  keep: Uint8Array | null,
  now: Date,
): Promise<void> {
  const revoked = { revoked_at: now.toISOString() };
  await db
    .updateTable('credential')
    .set(revoked)
    .where('user_id', '=', user_id)
    .where('kind', '=', 'password')
    .where('revoked_at', 'is', null)
    .execute();
  await db
    .insertInto('credential')
    .values({ id: newId(now), user_id, kind: 'password', secret: hashed })
    .execute();
  const sessions = db
    .updateTable('session')
    .set(revoked)
    .where('user_id', '=', user_id)
    .where('revoked_at', 'is', null);
  await (keep === null ? sessions : sessions.where('digest', '!=', keep)).execute();
}
