import { sql } from 'kysely';
import type { Actor } from '../../model/actor.ts';
import type { Finding } from '../../model/provision.ts';
import type { Store } from '../../store/store.ts';

/** What an inspection found on some rows, in the report's order. */
export async function findingsOn(
  store: Store,
  actor: Actor,
  inspection_id: string,
  rows: readonly { readonly table: string; readonly id: string }[],
): Promise<Finding[]> {
  if (rows.length === 0) return [];
  const wanted = rows.map(({ table, id }) => sql`(${table}, ${id})`);
  const found = await store.as(actor, async ({ db }) =>
    db
      .selectFrom('finding')
      .select('detail')
      .where('inspection_id', '=', inspection_id)
      .where(sql<boolean>`(subject_kind, subject_id) IN (${sql.join(wanted)})`)
      .orderBy('number')
      .execute(),
  );
  // Kept by keepInspection as in the report.
  return found.map(({ detail }) => detail as Finding);
}
