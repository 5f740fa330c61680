import { sql } from 'kysely';
import type { StoreTx } from '../store.ts';

/** Somebody is to be told of an event: a tenant, or one user where `user_id` is set. */
export interface OutboxRow {
  readonly id: number;
  readonly tenant_id: string;
  readonly user_id: string | null;
  readonly matter_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: string;
}

/**
 * Takes the next rows and marks them done, as the program, in the transaction that acts on them:
 * if that fails they are there again. Nothing is taken while a transaction that began writing
 * before it is still open, so that what commits late is never passed over, and rows come in the
 * order in which they were written. Several processes take different rows.
 */
export async function takeOutbox(tx: StoreTx, most: number, now: Date): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    UPDATE outbox o SET sent_at = ${now.toISOString()}
    FROM (SELECT id FROM outbox
      WHERE sent_at IS NULL AND came_in < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED) next
    WHERE o.id = next.id
    RETURNING o.id, o.tenant_id, o.user_id, o.matter_id, o.number, o.type, o.at`.execute(tx.db);
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Removes what was done with before a moment. */
export async function sweepOutbox(tx: StoreTx, before: Date): Promise<void> {
  await tx.db.deleteFrom('outbox').where('sent_at', '<', before.toISOString()).execute();
}
