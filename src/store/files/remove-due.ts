import { existsSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { systemActor } from '../store.ts';
import type { Store } from '../store.ts';
import { rawPath } from './raw-file.ts';
import { holdRaw } from './register-file.ts';

/**
 * Removes files whose term is over, that no matter names and nobody has locked: first their
 * records say so, which the database allows only then, and then bytes that no record needs go.
 * What a crash left between the two is removed by the next run. Gives the digests whose bytes went.
 */
export async function removeDue(store: Store, folder: string): Promise<string[]> {
  await store.as(systemActor, async ({ db }) => {
    // What an event of a matter names by its digest is evidence there, and stays with it.
    await sql`UPDATE file SET locked_for = named.matter_id
      FROM (SELECT DISTINCT ON (f.sha256) f.sha256, e.matter_id
        FROM file f JOIN event e ON e.payload LIKE '%' || f.sha256 || '%'
        WHERE f.removed_at IS NULL AND f.locked_for IS NULL AND ${isOver('f.')}
        ORDER BY f.sha256, e.position) named
      WHERE file.sha256 = named.sha256 AND file.removed_at IS NULL AND file.locked_for IS NULL
        AND ${isOver('file.')}`.execute(db);
    await db
      .updateTable('file')
      .set({ removed_at: sql<string>`now()` })
      .where('removed_at', 'is', null)
      .where('locked_for', 'is', null)
      .where(isOver(''))
      .execute();
  });
  const candidates = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('file')
      .select('sha256')
      .groupBy('sha256')
      .having(sql<boolean>`bool_and(removed_at IS NOT NULL)`)
      .orderBy('sha256')
      .execute(),
  );
  const gone: string[] = [];
  for (const { sha256 } of candidates) {
    if (await removeUnneeded(store, folder, sha256)) gone.push(sha256);
  }
  return gone;
}

/** One day more: the term ends in the tenant's zone, the clock is that of UTC. */
function isOver(of: '' | 'f.' | 'file.'): RawBuilder<boolean> {
  return sql<boolean>`${sql.raw(of)}keep_until < (now() AT TIME ZONE 'UTC')::date - 1`;
}

async function removeUnneeded(store: Store, folder: string, sha256: string): Promise<boolean> {
  return await store.as(systemActor, async (tx) => {
    await holdRaw(tx, sha256);
    const needed = await tx.db
      .selectFrom('file')
      .select('name')
      .where('sha256', '=', sha256)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    const path = rawPath(folder, sha256);
    if (needed !== undefined || !existsSync(path)) return false;
    rmSync(path);
    return true;
  });
}
