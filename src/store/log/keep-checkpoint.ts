import { sql } from 'kysely';
import { PolyprismError } from '../../model/issue.ts';
import { sameHash } from '../../evidence/log/merkle-hash.ts';
import type { StoreTx } from '../store.ts';
import { logHead } from './read-log.ts';
import type { LogHead } from './read-log.ts';

/** A checkpoint as published: what the log was when it was signed. */
export interface KeptCheckpoint extends LogHead {
  readonly note: string;
}

/** Keeps a signed note of the log as it is now; another state than the log's is refused. */
export async function keepCheckpoint(tx: StoreTx, checkpoint: KeptCheckpoint): Promise<void> {
  const { size, root, note } = checkpoint;
  const head = await logHead(tx);
  if (head.size !== size || !sameHash(head.root, root)) {
    throw new PolyprismError('store.checkpoint_differs', { size, found: head.size });
  }
  await tx.db
    .insertInto('checkpoint')
    .values({ size, root, note })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export async function lastCheckpoint(tx: StoreTx): Promise<KeptCheckpoint | null> {
  const row = await tx.db
    .selectFrom('checkpoint')
    .select(['size', 'root', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A checkpoint with the day, UTC, on which it was kept. */
export interface DatedCheckpoint extends KeptCheckpoint {
  readonly on: string;
}

/** The smallest checkpoint of a log of that name that has so many leaves; null without one. */
export async function checkpointFor(
  { db }: StoreTx,
  least: number,
  origin: string,
): Promise<DatedCheckpoint | null> {
  const row = await db
    .selectFrom('checkpoint')
    .select(['size', 'root', 'note'])
    .select(sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`.as('on'))
    .where('size', '>=', least)
    .where(sql<boolean>`starts_with(note, ${`${origin}\n`})`)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The latest checkpoints below a size, the largest first. */
export async function checkpointsBefore(
  { db }: StoreTx,
  size: number,
  most: number,
): Promise<LogHead[]> {
  return await db
    .selectFrom('checkpoint')
    .select(['size', 'root'])
    .where('size', '<', size)
    .where('size', '>', 0)
    .orderBy('size', 'desc')
    .limit(most)
    .execute();
}
