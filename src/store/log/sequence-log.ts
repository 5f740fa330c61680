import { sql } from 'kysely';
import { growingTree } from '../../evidence/log/growing-tree.ts';
import type { StoreTx } from '../store.ts';
import { keepFullTiles } from './keep-full-tiles.ts';

/** One sequencer at a time over all processes: "polylog" as digits. */
const lock = 7_659_564;

/** Entries given their index in one transaction. */
const batch = 4_000;

/**
 * Gives entries that committed transactions have promised to the log their index, without holes,
 * in the order in which they were written. Runs as the program; gives how many there were.
 */
export async function sequenceLog(tx: StoreTx): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(tx.db);
  const { rows } = await sql<{ id: number; source: string; entry: Buffer }>`
    DELETE FROM log_pending
    WHERE id IN (SELECT id FROM log_pending ORDER BY id LIMIT ${batch})
    RETURNING id, source, entry`.execute(tx.db);
  if (rows.length === 0) return 0;
  const state = await tx.db.selectFrom('log_state').selectAll().executeTakeFirstOrThrow();
  const pending = rows.toSorted((a, b) => a.id - b.id);
  const tree = growingTree({ size: state.size, hashes: state.frontier });
  for (const { entry } of pending) tree.append(entry);
  await sql`INSERT INTO log_leaf (index, source, entry)
    SELECT ${state.size}::bigint + place - 1, source, entry
    FROM unnest(
      ${pending.map(({ source }) => source)}::text[],
      ${pending.map(({ entry }) => entry)}::bytea[]
    ) WITH ORDINALITY AS added (source, entry, place)`.execute(tx.db);
  const { size, hashes } = tree.frontier();
  await sql`UPDATE log_state
    SET size = ${size}, frontier = ${hashes.map((one) => Buffer.from(one))}::bytea[]`.execute(
    tx.db,
  );
  await keepFullTiles(tx, state.size, size);
  return pending.length;
}
